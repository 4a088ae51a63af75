/// One of the yearly shocks, in the order of the correlation matrix.
public struct Shock: Sendable, Equatable {
  /// Stable id, for example `tfp_crops`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Loadings w on the common factors, in the order of the file.
  public let loadings: [Double]

  /// Makes a shock.
  public init(id: String, name: BilingualText, loadings: [Double]) {
    self.id = id
    self.name = name
    self.loadings = loadings
  }
}
