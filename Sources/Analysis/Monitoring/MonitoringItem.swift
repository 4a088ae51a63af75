import District

/// What it would take for something to be on track again.
public enum RecoveryByMoney: Sendable, Equatable {
  /// It is on track, or met, or its time is over.
  case notAsked
  /// All money planned for later years, times this.
  case multiplier(Double)
  /// Not even the largest multiple tried.
  case notByMoney(tried: Double)
}

/// A yearly growth, log rates turned into plain ones.
public struct NeededGrowth: Sendable, Equatable {
  /// What the median would have to grow by each year, from the year of the check to the last year of the commitment.
  public let needed: Double
  /// What it grows by in the projection.
  public let projected: Double
}

/// Something the outcome hangs on.
public struct OutcomeDriver: Sendable, Equatable {
  /// The figure's key, or the name of a parameter or shock.
  public let name: String
  /// For a figure, how far it moved the expected margin, in the indicator's unit; for a parameter its correlation with the
  /// margin after the figures.
  public let size: Double
}

/// A commitment or a project at a check.
public struct MonitoringItem: Sendable, Equatable {
  /// What is checked.
  public enum Subject: Sendable, Equatable {
    /// A commitment.
    case commitment
    /// A project, by its position: whether nine tenths of the works planned are done by the last planned year.
    case project(Int)
  }
  /// What is checked.
  public let subject: Subject
  /// The test.
  public let target: Target
  /// True when its time is over.
  public let isOver: Bool
  /// Probability after the figures known at the check.
  public let probability: Double
  /// Its Monte Carlo standard error.
  public let standardError: Double?
  /// Probability without any figures.
  public let probabilityBefore: Double
  /// Median of the indicator in its last year.
  public let median: Double?
  /// Median of the threshold in its last year.
  public let threshold: Double?
  /// Figures of the indicator itself within the years of the test.
  public let figures: [Observation]
  /// Figures that moved it most.
  public let movedBy: [OutcomeDriver]
  /// Parameters and past shocks it hangs on most.
  public let hangsOn: [OutcomeDriver]
  /// Growth needed, for a level that is not met yet.
  public let growth: NeededGrowth?
  /// Money needed.
  public let money: RecoveryByMoney

  /// The state.
  public var state: MonitoringState { MonitoringState(probability: probability, isOver: isOver) }
  /// Its id in files.
  public var id: String { target.id }
}

/// A half-yearly check.
public struct Monitoring: Sendable {
  /// The month of the check.
  public let asOf: YearMonth
  /// Members.
  public let members: Int
  /// Commitments, then projects that have money planned.
  public let items: [MonitoringItem]
  /// Figures known at the check.
  public let figures: [Observation]
  /// Figures among them that disagree.
  public let conflicts: [ObservationConflict]
  /// Whether the update can be relied on.
  public let diagnostics: AssimilationDiagnostics
}
