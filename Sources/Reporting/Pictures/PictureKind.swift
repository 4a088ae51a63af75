/// The pictures that can be drawn of finished runs.
public enum PictureKind: String, CaseIterable, Sendable {
  /// An indicator by year.
  case fan
  /// The probability of each commitment.
  case bars
  /// Completion of each project by year.
  case projects
  /// Planned money by project and source.
  case money
  /// What makes up the effect of the funding, from a finished attribution.
  case attribution
  /// Swings of an outcome when one parameter goes from low to high, from a finished sensitivity analysis.
  case tornado
  /// What money or one aim buys at best, from a finished allocation.
  case frontier

  /// True for pictures of a finished analysis; the others are of runs.
  public var isOfAnalysis: Bool { AnalysisPictures.kinds.contains { $0.chart == self } }
}

extension RunPictures {
  /// A picture as an SVG text.
  ///
  /// - Parameters:
  ///   - kind: what is drawn.
  ///   - indicator: the indicator of a fan; the other pictures do not read it.
  /// - Returns: nil when the runs have no such indicator.
  public func picture(_ kind: PictureKind, indicator: String) -> String? {
    switch kind {
    case .fan: fan(indicator)?.svg()
    case .bars: commitments().svg()
    case .projects: completion().svg()
    case .money: money().svg()
    case .attribution, .tornado, .frontier: nil
    }
  }
}
