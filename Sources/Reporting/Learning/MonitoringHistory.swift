import Analysis
import District

/// `history.csv`: what earlier checks found, so that a check can say what changed.
public struct MonitoringHistory: Sendable, Equatable {
  /// One item at one check.
  public struct Entry: Sendable, Equatable {
    /// The month of the check.
    public let asOf: YearMonth
    /// The item, for example `gdp_100_yi`.
    public let item: String
    /// The state found.
    public let state: MonitoringState
    /// The probability found.
    public let probability: Double
    /// Its Monte Carlo standard error, or nil.
    public let standardError: Double?
  }

  /// The file's name in the folder of a check.
  public static let fileName = "history.csv"
  /// Its headings.
  static let headings = ["scenario", "as_of", "item", "state", "probability", "standard_error"]

  /// Every entry, by month.
  public private(set) var entries: [Entry]

  /// A history without entries.
  public init() { entries = [] }

  /// Reads the history of a scenario; a file that is not there is an empty one.
  ///
  /// - Throws: `Diagnostics` with every fault of the file, `FileAccessError` when it cannot be read.
  public static func read(folder: String, scenario: String) throws -> MonitoringHistory {
    let path = "\(folder)/\(fileName)"
    guard FileSystem.beginning(of: path, count: 1) != nil else { return MonitoringHistory() }
    let table = try CSVTable(path: path)
    var messages: [Diagnostic] = []
    guard table.headings.map(\.text) == headings else {
      throw Diagnostics([
        Diagnostic(
          file: path, line: 1,
          message: "the headings are not those of a history of checks; expected \(headings.joined(separator: ", "))")
      ])
    }
    var history = MonitoringHistory()
    for row in 0..<table.rowCount {
      if let entry = entry(table, row, scenario, &messages) { history.entries.append(entry) }
    }
    guard messages.isEmpty else { throw Diagnostics(messages).shortened() }
    history.entries.sort { ($0.asOf, $0.item) < ($1.asOf, $1.item) }
    return history
  }

  private static func entry(
    _ table: CSVTable, _ row: Int, _ scenario: String, _ messages: inout [Diagnostic]
  ) -> Entry? {
    func text(_ column: Int) -> String { table.text(row: row, column: column) }
    func fault(_ column: Int, _ message: String) {
      let cell = table.cell(row: row, column: column)
      messages.append(Diagnostic(file: table.file, line: cell.line, column: cell.column, message: message))
    }
    if text(0) != scenario {
      fault(0, "a check of the scenario '\(text(0))'; expected '\(scenario)': name another folder")
    }
    guard let month = YearMonth(text(1)) else {
      fault(1, "'\(text(1))'; expected a month such as 2023-11")
      return nil
    }
    guard let state = MonitoringState(rawValue: text(3)) else {
      fault(
        3, "unknown state '\(text(3))'; expected \(MonitoringState.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    guard let probability = Double(text(4)), (0...1).contains(probability) else {
      fault(4, "'\(text(4))'; expected a probability from 0 to 1")
      return nil
    }
    return Entry(asOf: month, item: text(2), state: state, probability: probability, standardError: Double(text(5)))
  }

  /// The latest earlier check of an item.
  public func last(_ item: String, before month: YearMonth) -> Entry? {
    entries.last { $0.item == item && $0.asOf < month }
  }

  /// The history with a check added, in place of one of the same month.
  public func adding(_ monitoring: Monitoring) -> MonitoringHistory {
    var result = self
    result.entries.removeAll { $0.asOf == monitoring.asOf }
    result.entries += monitoring.items.map {
      Entry(
        asOf: monitoring.asOf, item: $0.id, state: $0.state, probability: $0.probability,
        standardError: $0.standardError)
    }
    result.entries.sort { ($0.asOf, $0.item) < ($1.asOf, $1.item) }
    return result
  }

  /// The file.
  func csv(scenario: String) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    for entry in entries {
      writer.text(scenario)
      writer.text(entry.asOf.description)
      writer.text(entry.item)
      writer.text(entry.state.rawValue)
      writer.number(entry.probability)
      writer.number(entry.standardError)
      writer.endRow()
    }
    return writer.bytes
  }
}
