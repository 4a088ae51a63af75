import Analysis
import ArgumentParser
import District
import ElementaryFunctions
import LinearAlgebra
import Reporting
import Scenarios

/// `hsb bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast runs are on this machine.",
    discussion: """
      Times the model loop alone, the draws alone and whole summarised runs of a scenario, a few seconds in all, and \
      says how long runs of usual sizes take. Rates are the best of several rounds; other work on the machine lowers \
      them. 'hsb doctor' tells whether the build and the BLAS kernels suit the processor; bin/bench in the source \
      tree measures against a floor and against other programs.

      EXAMPLES
        hsb bench scenarios/baseline.yaml
        hsb bench scenarios/long-horizon-2035.yaml --seconds 2
      """)

  @Argument(
    help: ArgumentHelp("A scenario file.", valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: ArgumentHelp("About how long each part is timed.", valueName: "number"))
  var seconds = 0.5

  @Option(help: ArgumentHelp("Workers of the whole run. (default: one a core)", valueName: "number"))
  var threads: Int?

  @Option(help: "Language of the table. (default: the terminal's)")
  var lang: Language?

  func validate() throws {
    guard (0.05...60).contains(seconds) else {
      throw ValidationError("--seconds \(seconds): expected a number from 0.05 to 60")
    }
    try OptionLimits.check(threads: threads)
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let scenario = try ScenarioInputs.read([file], overrides: ScenarioOverrides())[0]
      setBLASThreads(1)
      let rate = try EngineRate(scenario, seconds: seconds, threads: threads)
      Console.output(
        EngineRateText(
          rate, scenario: scenario, vectorLevel: VectorLevel.build.rawValue, kernel: openBLASConfiguration().kernel,
          language: Console.language(lang)
        ).text)
    }
  }
}
