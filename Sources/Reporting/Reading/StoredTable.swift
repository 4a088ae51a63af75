import Analysis
import District
import Scenarios

/// A CSV file of a results folder, its heading checked, its fields read strictly by column name.
///
/// Every fault throws one `Diagnostic` with file, line and column.
struct StoredTable {
  private let table: CSVTable
  private let columns: [String: Int]

  /// - Parameters:
  ///   - bytes: the content.
  ///   - name: the file as the user named it.
  ///   - headings: the headings it must have, in their order.
  init(bytes: [UInt8], named name: String, headings: [String]) throws {
    table = try CSVTable(bytes: bytes, named: name)
    columns = Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($1, $0) })
    for (found, expected) in zip(table.headings, headings) where found.text != expected {
      throw Diagnostic(
        file: name, line: found.line, column: found.column,
        message: "the heading '\(found.text)'; expected '\(expected)'")
    }
    guard table.headings.count == headings.count else {
      throw Diagnostic(
        file: name, line: 1,
        message: "\(table.headings.count) columns; expected \(headings.count): \(headings.joined(separator: ","))")
    }
  }

  /// Rows below the heading.
  var rows: Range<Int> { 0..<table.rowCount }

  /// A text; the apostrophe by which `CSVWriter` keeps spreadsheets from computing with it is taken off.
  func text(_ row: Int, _ heading: String) -> String {
    let text = table.text(row: row, column: columns[heading]!)
    return text.first == "'" ? String(text.dropFirst()) : text
  }

  /// A number.
  func number(_ row: Int, _ heading: String) throws -> Double {
    let text = table.text(row: row, column: columns[heading]!)
    guard let value = FiniteNumber.value(of: text) else {
      throw fault(row, heading, "'\(text)' where a number is expected: \(FiniteNumber.problem(with: text))")
    }
    return value
  }

  /// A number, or nil for an empty field.
  func optionalNumber(_ row: Int, _ heading: String) throws -> Double? {
    table.text(row: row, column: columns[heading]!).isEmpty ? nil : try number(row, heading)
  }

  /// The outcome of an analysis that a row is about.
  func outcome(_ row: Int, _ scenario: ResolvedScenario) throws -> ExplainedOutcome {
    do {
      return try ExplainedOutcome(text(row, "outcome"), scenario: scenario)
    } catch let error as ExplainedOutcome.NameError {
      throw fault(row, "outcome", error.description)
    }
  }

  /// True for `yes`, false for `no`.
  func isYes(_ row: Int, _ heading: String) throws -> Bool {
    let text = text(row, heading)
    guard text == "yes" || text == "no" else { throw fault(row, heading, "'\(text)'; expected yes or no") }
    return text == "yes"
  }

  /// A calendar year.
  func year(_ row: Int, _ heading: String) throws -> Int {
    let text = table.text(row: row, column: columns[heading]!)
    guard let year = Int(text), (1...9999).contains(year) else {
      throw fault(row, heading, "'\(text)' where a year is expected")
    }
    return year
  }

  /// Checks that a field holds the text that is expected of every row.
  func require(_ row: Int, _ heading: String, is expected: String) throws {
    let found = text(row, heading)
    guard found == expected else {
      throw fault(row, heading, "'\(found)'; expected '\(expected)', the scenario of the manifest")
    }
  }

  /// A message about a field.
  func fault(_ row: Int, _ heading: String, _ message: String) -> Diagnostic {
    let cell = table.cell(row: row, column: columns[heading]!)
    return Diagnostic(file: table.file, line: cell.line, column: cell.column, message: message)
  }
}
