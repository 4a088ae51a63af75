/// Something the model reports for every member and year: a series of the equations, or derived from one.
public struct Indicator: Sendable, Equatable {
  /// How an indicator is made.
  public enum Kind: Sendable, Equatable {
    /// A series of the model, by its row.
    case series(Int)
    /// Growth on the year before of the series in a row, x_t/x_t-1 - 1.
    case growth(of: Int)
    /// The series in one row over the series in another, in the same year.
    case ratio(of: Int, to: Int)
  }
  /// Name in files, for example `income_rural_growth`.
  public let id: String
  /// Names for people.
  public let name: BilingualText
  /// Unit code in files, for example `yi_yuan`; see `UnitLabel` for its words.
  public let unit: String
  /// Step of the model that makes it.
  public let step: Int
  /// How it is made.
  public let kind: Kind
  /// The magnitude below which differences do not matter, in the indicator's unit; 0 for levels far from zero.
  public let resolution: Double
  /// True when it belongs to a project the policy document does not name.
  public let isPlaceholder: Bool

  /// Makes an indicator.
  public init(
    id: String, name: BilingualText, unit: String, step: Int, kind: Kind, resolution: Double,
    isPlaceholder: Bool = false
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.step = step
    self.kind = kind
    self.resolution = resolution
    self.isPlaceholder = isPlaceholder
  }
}
