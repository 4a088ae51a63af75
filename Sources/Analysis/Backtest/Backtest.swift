import District
import Foundation

/// One figure against what would have been said of it at the origin.
public struct BacktestCase: Sendable, Equatable {
  /// The figure.
  public let figure: Observation
  /// The forecast: members with the error of the figure added, since that is what could be observed.
  public let forecast: SampleSpread
  /// True when the model's members differ about it; where they do not, it is the model's assumption that is scored.
  public let isForecast: Bool
  /// Continuous ranked probability score, in the indicator's unit.
  public let crps: Double
  /// Its Monte Carlo standard error, from the spread over independent randomisations.
  public let crpsError: Double?
  /// Logarithmic score of the normal of the same mean and spread, in nats; nil where members do not differ.
  public let logScore: Double?
  /// Share of members below the figure.
  public let integralTransform: Double
  /// True when it lies in the central range of half the members.
  public let isInHalf: Bool
  /// True when it lies in the central range of nine tenths of the members.
  public let isInNinety: Bool
  /// Naive forecasts that could be made; their score is their absolute error.
  public let naive: [NaiveForecast]

  /// Absolute error of a naive forecast, which is its continuous ranked probability score.
  public func score(_ kind: NaiveForecast.Kind) -> Double? {
    naive.first { $0.kind == kind }.map { abs($0.value - figure.value) }
  }
}

/// Scores of some cases together.
public struct BacktestSummary: Sendable, Equatable {
  /// Cases.
  public let count: Int
  /// Mean of crps over the size of the figure; for a rate of growth, of crps itself.
  public let relativeScore: Double
  /// Cases in the range of half the members.
  public let inHalf: Int
  /// Cases in the range of nine tenths.
  public let inNinety: Int
  /// Mean logarithmic score of the cases that have one, of values relative to the size of the figure, in nats.
  public let logScore: Double?
  /// For each kind of naive forecast: cases that have one, its mean relative score, and the model's on the same cases.
  public let naive: [NaiveComparison]

  /// Summarises cases.
  init(_ cases: [BacktestCase]) {
    // Levels are scored relative to their size, rates of growth in points.
    func size(_ item: BacktestCase) -> Double {
      item.figure.indicator?.hasSuffix("_growth") == true ? 1 : max(abs(item.figure.value), 1e-12)
    }
    func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    count = cases.count
    relativeScore = mean(cases.map { $0.crps / size($0) })
    inHalf = cases.count(where: \.isInHalf)
    inNinety = cases.count(where: \.isInNinety)
    // Relative to the same size, so that the unit of a figure does not matter.
    let logs = cases.compactMap { item in item.logScore.map { $0 - log(size(item)) } }
    logScore = logs.isEmpty ? nil : mean(logs)
    naive = NaiveForecast.Kind.allCases.map { kind in
      let having = cases.filter { $0.score(kind) != nil }
      return NaiveComparison(
        kind: kind, count: having.count, naive: mean(having.map { $0.score(kind)! / size($0) }),
        model: mean(having.map { $0.crps / size($0) }))
    }
  }
}

/// The model against one kind of naive forecast, on the cases both have.
public struct NaiveComparison: Sendable, Equatable {
  /// The kind.
  public let kind: NaiveForecast.Kind
  /// Cases.
  public let count: Int
  /// Mean relative score of the naive forecast.
  public let naive: Double
  /// Mean relative score of the model.
  public let model: Double
  /// 1 - model/naive: above 0 when the model is better.
  public var skill: Double? { count > 0 && naive > 0 ? 1 - model / naive : nil }
}

/// What would have been said at an origin, scored on what happened.
public struct Backtest: Sendable {
  /// The experiment.
  public let origin: Int
  /// Members.
  public let members: Int
  /// Figures known at the origin with which the projection was updated.
  public let known: [Observation]
  /// One case a figure, in the order of the file.
  public let cases: [BacktestCase]
  /// Figures among them that disagree.
  public let conflicts: [ObservationConflict]

  /// All cases.
  public var all: BacktestSummary { BacktestSummary(cases) }
  /// Cases whose figure set no input of the district: the only ones that test anything.
  public var independent: BacktestSummary { BacktestSummary(cases.filter { !$0.figure.isInInputs }) }
  /// Cases outside the range of nine tenths of the members.
  public var misses: [BacktestCase] { cases.filter { !$0.isInNinety } }
}
