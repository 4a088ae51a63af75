/// What a column of a district file must hold.
public struct ColumnForm: Sendable {
  /// The kinds of content.
  public enum Content: Sendable {
    /// An id in a-z, 0-9, underscore and the marks given.
    case id(marks: String)
    /// Text that may not be empty.
    case text
    /// Text that may be empty.
    case anyText
    /// One of a few words.
    case choice([String])
    /// A number.
    case number(UnitRule, NumberBounds)
    /// A number or nothing.
    case optionalNumber(UnitRule, NumberBounds)
    /// A whole number.
    case whole(UnitRule, ClosedRange<Int>)
    /// A number or the name of a series.
    case numberOrName(UnitRule, NumberBounds)
  }
  /// Heading.
  public let name: String
  /// Content.
  public let content: Content

  /// The rule of the unit, for numeric columns.
  public var unit: UnitRule? {
    switch content {
    case .number(let unit, _), .optionalNumber(let unit, _), .whole(let unit, _), .numberOrName(let unit, _): unit
    default: nil
    }
  }

  static func id(_ name: String, marks: String = "") -> ColumnForm {
    ColumnForm(name: name, content: .id(marks: marks))
  }
  static func text(_ name: String) -> ColumnForm { ColumnForm(name: name, content: .text) }
  static func choice(_ name: String, _ words: [String]) -> ColumnForm {
    ColumnForm(name: name, content: .choice(words))
  }
  static func number(_ name: String, _ unit: String, _ bounds: NumberBounds) -> ColumnForm {
    ColumnForm(name: name, content: .number(.fixed(unit), bounds))
  }
  static func number(_ name: String, by unit: UnitRule, _ bounds: NumberBounds) -> ColumnForm {
    ColumnForm(name: name, content: .number(unit, bounds))
  }
}
