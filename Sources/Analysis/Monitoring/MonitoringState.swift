/// Where a commitment or a project stands, by the probability that it is met.
public enum MonitoringState: String, CaseIterable, Sendable {
  /// Its time is over and it is met with at least nine chances in ten.
  case met
  /// Its time is not over and it is met with at least two chances in three.
  case onTrack = "on_track"
  /// Neither met, nor on track, nor out of reach.
  case atRisk = "at_risk"
  /// Met with less than one chance in ten.
  case outOfReach = "out_of_reach"

  /// Least probability of `met`.
  public static let metFrom = 0.9
  /// Least probability of `onTrack`.
  public static let onTrackFrom = 2.0 / 3
  /// Probability below which it is `outOfReach`.
  public static let outOfReachBelow = 0.1

  /// The state.
  ///
  /// - Parameters:
  ///   - probability: that it is met.
  ///   - isOver: true when its time is over, so that only what happened is uncertain.
  public init(probability: Double, isOver: Bool) {
    if probability < Self.outOfReachBelow {
      self = .outOfReach
    } else if isOver {
      self = probability >= Self.metFrom ? .met : .atRisk
    } else {
      self = probability >= Self.onTrackFrom ? .onTrack : .atRisk
    }
  }
}
