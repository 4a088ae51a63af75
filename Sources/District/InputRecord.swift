/// One number of a district folder, with everything a reader needs to judge it.
public struct InputRecord: Sendable, Equatable {
  /// File name inside the district folder, for example `sectors.csv`.
  public let file: String
  /// Line in that file, counted from 1 (the heading is line 1).
  public let line: Int
  /// Dotted name of the number, for example `sectors.crops.capital_output_ratio`.
  public let name: String
  /// The number.
  public let value: Double
  /// Unit as written in the data dictionary (`columns.csv`) or in the row.
  public let unit: String
  /// What is known about its origin.
  public let status: InputStatus
  /// The document, the arithmetic, or the reasoning behind an assumption.
  public let source: String

  /// Makes a record of one input number.
  public init(
    file: String, line: Int, name: String, value: Double, unit: String, status: InputStatus, source: String
  ) {
    self.file = file
    self.line = line
    self.name = name
    self.value = value
    self.unit = unit
    self.status = status
    self.source = source
  }
}

extension District {
  /// How many of the inputs have each status.
  public var inputCounts: [InputStatus: Int] {
    inputs.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }

  /// The inputs whose dotted name is the one given or lies below it, for example `sectors.crops`.
  public func inputs(under name: String) -> [InputRecord] {
    inputs.filter { $0.name == name || $0.name.hasPrefix(name + ".") }
  }
}
