import Analysis
import District
import Scenarios

/// What a backtest found, as files.
public struct BacktestReport {
  /// What was found.
  public let backtest: Backtest
  /// The scenario projected.
  public let scenario: ResolvedScenario
  /// The file of the figures, as the user named it.
  public let observations: String

  /// Puts a report together.
  public init(_ backtest: Backtest, scenario: ResolvedScenario, observations: String) {
    self.backtest = backtest
    self.scenario = scenario
    self.observations = observations
  }

  /// Headings of `backtest.csv`.
  static let caseHeadings =
    ["scenario", "origin", "indicator", "year", "observed", "error", "unit", "status", "in_inputs", "has_spread"]
    + ["mean", "sd", "p05", "p25", "p50", "p75", "p95", "crps", "crps_se", "log_score", "pit", "in_50", "in_90"]
    + NaiveForecast.Kind.allCases.flatMap { ["\($0.rawValue)", "\($0.rawValue)_rate", "\($0.rawValue)_crps"] }
    + ["source"]
  /// Headings of `scores.csv`.
  static let scoreHeadings =
    ["scenario", "origin", "figures", "count", "relative_crps", "log_score", "in_50", "in_90"]
    + NaiveForecast.Kind.allCases.flatMap {
      ["\($0.rawValue)_count", "\($0.rawValue)_relative_crps", "\($0.rawValue)_skill"]
    }

  /// Names of the files, in the order they are written.
  public static let fileNames = ["backtest.csv", "scores.csv", OutputFolder.manifestName]

  /// The files.
  public func files(_ program: ProgramIdentity, seconds: Double) -> [OutputFile] {
    let results = [
      OutputFile(name: "backtest.csv", bytes: cases()), OutputFile(name: "scores.csv", bytes: scores()),
    ]
    let manifest = LearningManifest(
      command: "backtest", scenario: scenario, observations: observations,
      figures: backtest.known + backtest.cases.map(\.figure),
      options: [(name: "origin", value: String(backtest.origin))],
      program: program, seconds: seconds, files: results)
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// `backtest.csv`: every figure, what would have been said of it, and the scores.
  func cases() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.caseHeadings)
    for item in backtest.cases {
      let figure = item.figure
      writer.text(scenario.id)
      writer.number(backtest.origin)
      writer.text(figure.indicator ?? "")
      writer.text(figure.yearText)
      writer.number(figure.value)
      writer.number(figure.error)
      writer.text(figure.unit)
      writer.text(figure.status.rawValue)
      writer.text(figure.isInInputs ? "yes" : "no")
      writer.text(item.isForecast ? "yes" : "no")
      writer.number(item.forecast.mean)
      writer.number(item.forecast.standardDeviation)
      for quantile in item.forecast.quantiles { writer.number(quantile) }
      writer.number(item.crps)
      writer.number(item.crpsError)
      writer.number(item.logScore)
      writer.number(item.integralTransform)
      writer.text(item.isInHalf ? "yes" : "no")
      writer.text(item.isInNinety ? "yes" : "no")
      for kind in NaiveForecast.Kind.allCases {
        let naive = item.naive.first { $0.kind == kind }
        writer.number(naive?.value)
        writer.number(naive?.rate)
        writer.number(item.score(kind))
      }
      writer.text(figure.source)
      writer.endRow()
    }
    return writer.bytes
  }

  /// `scores.csv`: all figures together, and those no input was set with.
  func scores() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.scoreHeadings)
    for (name, summary) in [("all", backtest.all), ("independent", backtest.independent)] {
      writer.text(scenario.id)
      writer.number(backtest.origin)
      writer.text(name)
      writer.number(summary.count)
      writer.number(summary.relativeScore)
      writer.number(summary.logScore)
      writer.number(summary.inHalf)
      writer.number(summary.inNinety)
      for comparison in summary.naive {
        writer.number(comparison.count)
        writer.number(comparison.naive)
        writer.number(comparison.skill)
      }
      writer.endRow()
    }
    return writer.bytes
  }
}
