import Analysis
import District

/// The frontiers of a finished allocation, read back from `frontier.csv`.
enum StoredFrontier {
  /// Reads the rows.
  ///
  /// - Throws: as `StoredAnalysis.table`; `Diagnostic` when a row has a fault.
  static func rows(of analysis: StoredAnalysis) throws -> [FrontierRow] {
    let table = try analysis.table("frontier.csv", headings: FrontierRow.headings)
    return try table.rows.map { try FrontierRow(table, row: $0) }
  }
}

extension FrontierRow {
  /// Reads a row.
  fileprivate init(_ table: StoredTable, row: Int) throws {
    let word = table.text(row, "frontier")
    guard let kind = Kind(rawValue: word) else {
      throw table.fault(row, "frontier", "'\(word)'; expected money or aims")
    }
    func estimate(_ heading: String) throws -> AllocationEstimate? {
      guard let value = try table.optionalNumber(row, heading) else { return nil }
      return AllocationEstimate(value: value, error: try table.optionalNumber(row, "\(heading)_se"))
    }
    self.init(
      kind: kind, point: Int(try table.number(row, "point")), position: try table.optionalNumber(row, "position"),
      budget: try table.number(row, "budget_yi"), outcome: table.text(row, "outcome"), unit: table.text(row, "unit"),
      value: try estimate("value"), fresh: try estimate("fresh_value"),
      isEfficient: try table.optionalNumber(row, "is_efficient").map { $0 != 0 },
      placeholderShare: try table.optionalNumber(row, "placeholder_share"))
  }
}
