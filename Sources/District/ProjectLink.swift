/// What one project acts on, and how strongly.
public struct ProjectLink: Sendable, Equatable {
  /// The channel a link works through.
  public enum Kind: String, CaseIterable, Sendable {
    /// B: share of executed money that becomes capital of a sector.
    case capital
    /// H: share of executed money spent on the products of a sector.
    case purchase
    /// G: pillar index points at full maturity.
    case pillar
    /// GV: log value added of a sector at full maturity.
    case productivity
    /// GY: log income of a line at full maturity.
    case income
    /// W: share of the water requirement saved at full maturity.
    case water
    /// SJ: percentage points of the stable-job share at full maturity.
    case stableJob = "stable_job"
  }
  /// Index of the project in the district.
  public let project: Int
  /// The channel.
  public let kind: Kind
  /// Index of the sector, pillar or income line; 0 for the two channels with a single target.
  public let target: Int
  /// The coefficient, in the unit of its kind.
  public let value: Double

  /// Makes a link.
  public init(project: Int, kind: Kind, target: Int, value: Double) {
    self.project = project
    self.kind = kind
    self.target = target
    self.value = value
  }
}

/// A physical outcome of a project (index i in step 14).
public struct ProjectOutcome: Sendable, Equatable {
  /// Stable id, for example `cattle_raised`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Unit, for example `wan_head`.
  public let unit: String
  /// Index of the project.
  public let project: Int
  /// Value of the base year, in its unit.
  public let base: Double
  /// Trend without the project, log a year.
  public let trend: Double
  /// Gain at full maturity, in its unit.
  public let gain: Double

  /// Makes an outcome.
  public init(
    id: String, name: BilingualText, unit: String, project: Int, base: Double, trend: Double, gain: Double
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.project = project
    self.base = base
    self.trend = trend
    self.gain = gain
  }
}
