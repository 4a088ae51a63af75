import Analysis
import District
import Scenarios

/// What `hsb bench` prints: rates, and how long runs of usual sizes take.
public struct EngineRateText {
  private let rate: EngineRate
  private let scenario: ResolvedScenario
  private let vectorLevel: String
  private let kernel: String
  private let language: Language

  /// Makes the text.
  ///
  /// - Parameters:
  ///   - rate: what was measured.
  ///   - scenario: on which scenario.
  ///   - vectorLevel: instructions the build uses.
  ///   - kernel: BLAS kernels in use.
  ///   - language: of the words.
  public init(_ rate: EngineRate, scenario: ResolvedScenario, vectorLevel: String, kernel: String, language: Language) {
    self.rate = rate
    self.scenario = scenario
    self.vectorLevel = vectorLevel
    self.kernel = kernel
    self.language = language
  }

  /// Members of the runs whose time is told.
  private static let sizes = [10_000, 1_000_000, 100_000_000]

  /// The text; it has no colours.
  public var text: String {
    var table = TextTable([
      .words(Label.benchWhat[language]), .numbers(Label.benchRate[language]), .numbers(Label.benchTime[language]),
    ])
    let onThreads = Label.benchRun.text(language, String(rate.threads))
    for (name, value) in [
      (Label.benchModel[language], rate.model), (Label.benchSampling[language], rate.sampling), (onThreads, rate.run),
    ] {
      table.row([name, NumberText.grouped(Int(value.rounded())), NumberText.fixed(1e9 / value, decimals: 0)])
    }
    let heading = Label.benchHeading.text(
      language, scenario.id, "\(scenario.years.lowerBound)-\(scenario.horizon)", vectorLevel, kernel)
    let times = Self.sizes.map { size in
      Label.benchSize.text(language, NumberText.grouped(size), Self.duration(Double(size) / rate.run))
    }
    return "\(heading)\n\(table.text)\n\(times.joined(separator: "\n"))\n"
  }

  private static func duration(_ seconds: Double) -> String {
    NumberText.fixed(seconds, decimals: seconds < 1 ? 3 : seconds < 100 ? 1 : 0)
  }
}
