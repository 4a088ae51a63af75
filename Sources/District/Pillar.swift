/// One of the pillar indices of livelihood (index j); Ningxia's average is 100.
public struct Pillar: Sendable, Equatable {
  /// Stable id, for example `infrastructure`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Index of the base year J_j(2020), Ningxia average = 100.
  public let base: Double
  /// Points lost a year against the moving average without projects.
  public let drift: Double

  /// Makes a pillar.
  public init(id: String, name: BilingualText, base: Double, drift: Double) {
    self.id = id
    self.name = name
    self.base = base
    self.drift = drift
  }
}

/// Log output of a sector for 100 points of a pillar: an entry of Theta.
public struct PillarElasticity: Sendable, Equatable {
  /// Index of the sector.
  public let sector: Int
  /// Index of the pillar.
  public let pillar: Int
  /// Log output for 100 index points.
  public let value: Double

  /// Makes an entry.
  public init(sector: Int, pillar: Int, value: Double) {
    self.sector = sector
    self.pillar = pillar
    self.value = value
  }
}
