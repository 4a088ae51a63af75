import District

/// A column of a sample: an uncertain parameter, or the axis of a sweep.
public struct SampledQuantity: Sendable, Equatable {
  /// Id of the parameter, or name of the axis.
  public let id: String
  /// Unit code of its values; empty when an axis has none.
  public let unit: String
  /// The axis in words; nil for a parameter.
  public let axisTitle: BilingualText?

  /// Makes a column.
  public init(id: String, unit: String, axisTitle: BilingualText? = nil) {
    self.id = id
    self.unit = unit
    self.axisTitle = axisTitle
  }
}
