/// One of the ten demonstration projects (index p in the equations).
public struct Project: Sendable, Equatable {
  /// Stable id, for example `agriculture`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Where the policy document names it.
  public let reference: String
  /// True when the document does not name the project and the row is a modeller's placeholder.
  public let isPlaceholder: Bool
  /// Planned cost C_p at 2020 prices, 亿元.
  public let plannedCost: Double
  /// Curvature c_p of maturity against completion.
  public let curvature: Double

  /// Makes a project.
  public init(
    id: String, name: BilingualText, reference: String, isPlaceholder: Bool, plannedCost: Double,
    curvature: Double
  ) {
    self.id = id
    self.name = name
    self.reference = reference
    self.isPlaceholder = isPlaceholder
    self.plannedCost = plannedCost
    self.curvature = curvature
  }
}

/// One source of funding (index f in the equations).
public struct FundingSource: Sendable, Equatable {
  /// Stable id, for example `central_fiscal`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Where the policy document names it.
  public let reference: String
  /// Standard deviation of the yearly arrival shock sigma_f, log.
  public let arrivalSigma: Double

  /// Makes a funding source.
  public init(id: String, name: BilingualText, reference: String, arrivalSigma: Double) {
    self.id = id
    self.name = name
    self.reference = reference
    self.arrivalSigma = arrivalSigma
  }
}
