import ArgumentParser
import District
import Sampling
import Scenarios

extension SamplerKind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension InputStatus: ExpressibleByArgument {}

/// Options that stand over what scenario files say of draws and horizon.
struct EnsembleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seed of every draw.", valueName: "number"))
  var seed: UInt64?

  @Option(help: "How the members are drawn.")
  var sampler: SamplerKind?

  @Option(help: ArgumentHelp("Last year of the projection, 2021 to 2035.", valueName: "year"))
  var horizon: Int?

  func validate() throws {
    let years = ScenarioKeys.firstYear...ScenarioKeys.lastYear
    if let horizon, !years.contains(horizon) {
      throw ValidationError(
        "--horizon \(horizon): expected a year from \(years.lowerBound) to \(years.upperBound)")
    }
    if let seed, seed > UInt64(Int.max) { throw ValidationError("--seed \(seed): expected at most \(Int.max)") }
  }

  /// The overrides, with members when a command has them.
  func overrides(members: Int? = nil) -> ScenarioOverrides {
    ScenarioOverrides(members: members, seed: seed, sampler: sampler, horizon: horizon)
  }
}
