/// Which figures of a file may be used, and when.
public struct ObservationSelection: Sendable, Equatable {
  /// True to use figures that are only recalled.
  public var usesRecalled: Bool
  /// The last year a figure may be of, or nil.
  public var until: Int?
  /// The month by which a figure must be known, or nil.
  public var knownBy: YearMonth?

  /// Makes a selection; by default everything but recalled figures.
  public init(usesRecalled: Bool = false, until: Int? = nil, knownBy: YearMonth? = nil) {
    self.usesRecalled = usesRecalled
    self.until = until
    self.knownBy = knownBy
  }

  /// True when a figure may be used.
  public func admits(_ observation: Observation) -> Bool {
    observation.indicator != nil && (usesRecalled || observation.status != .recalled)
      && observation.year <= (until ?? .max) && knownBy.map { observation.known <= $0 } ?? true
  }
}

/// What becomes of a figure in a run.
public enum ObservationUse: String, CaseIterable, Sendable {
  /// Compared with the projection.
  case compared
  /// Of the base year or before: serves naive forecasts, the projection begins after it.
  case history
  /// Only recalled, and recalled figures were not asked for.
  case recalled
  /// Later than the last year or month of the selection, or than the horizon.
  case later
  /// Matches no indicator.
  case unused
}

/// Figures of one indicator and time that do not agree.
public struct ObservationConflict: Sendable, Equatable {
  /// The indicator and time, for example `outcome.grape_area@2021`.
  public let key: String
  /// The figures, in the order of the file.
  public let figures: [Observation]
  /// Largest difference between two of them over the standard deviation of that difference.
  public let ratio: Double
}
