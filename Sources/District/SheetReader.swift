/// Turns a CSV table into a sheet of a given form, or reports why it cannot.
struct SheetReader {
  let form: FileForm
  let table: CSVTable
  /// Headings and content of the further columns; nil when they could not be found out.
  let further: [(name: String, content: ColumnForm.Content)]?

  /// The sheet, or nil when columns are missing; numbers at fault become nan.
  func read(into collector: inout DiagnosticCollector) -> Sheet? {
    let contents = columnContents(&collector)
    guard let contents else { return nil }
    var numbers = [Double](repeating: .nan, count: table.rowCount * table.headings.count)
    for (position, content) in contents.enumerated() {
      guard let content else { continue }
      let check = CellCheck(file: table.file, heading: table.headings[position].text, content: content)
      for row in 0..<table.rowCount {
        let text = table.text(row: row, column: position)
        switch check.result(text) {
        case .text: break
        case .number(let value): numbers[row * table.headings.count + position] = value
        case .fault(let message, let near):
          collector.fault(table.file, table.cell(row: row, column: position), message, near: near)
        }
      }
    }
    let positions = Dictionary(
      table.headings.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    let sheet = Sheet(
      form: form, file: table.file, table: table, positions: positions, further: (further ?? []).map(\.name),
      numbers: numbers)
    checkKeys(sheet, &collector)
    checkOverrides(sheet, &collector)
    return sheet
  }

  /// The content of each column of the table by position, or nil when one is missing.
  private func columnContents(_ collector: inout DiagnosticCollector) -> [ColumnForm.Content?]? {
    let expected = form.columns.map { (name: $0.name, content: $0.content) } + (further ?? [])
    let numeric = Set(
      expected.compactMap { column -> String? in
        ColumnForm(name: column.name, content: column.content).unit == nil ? nil : column.name
      })
    let contents = Dictionary(expected.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
    var result: [ColumnForm.Content?] = []
    for heading in table.headings {
      if let content = contents[heading.text] {
        result.append(content)
      } else if form.hasOrigins, let override = Self.override(heading.text, of: numeric) {
        result.append(override)
      } else {
        result.append(nil)
        // Without the list of further columns an unknown heading cannot be told from one of them.
        guard further != nil else { continue }
        collector.fault(
          table.file, heading, "unknown column '\(heading.text)'; expected \(listed(expected.map(\.name)))",
          near: nearestName(to: heading.text, among: expected.map(\.name)))
      }
    }
    var isComplete = true
    for column in expected where table.column(column.name) == nil {
      isComplete = false
      collector.fault(table.file, line: 1, "the column '\(column.name)' is missing")
    }
    return isComplete ? result : nil
  }

  /// The content of a column such as `base_2020_status` or `base_2020_source`, or nil.
  private static func override(_ heading: String, of numeric: Set<String>) -> ColumnForm.Content? {
    if heading.hasSuffix("_status"), numeric.contains(String(heading.dropLast(7))) {
      return .choice([""] + InputStatus.allCases.map(\.rawValue))
    }
    if heading.hasSuffix("_source"), numeric.contains(String(heading.dropLast(7))) { return .anyText }
    return nil
  }

  private func checkKeys(_ sheet: Sheet, _ collector: inout DiagnosticCollector) {
    var seen: [String: Int] = [:]
    for row in sheet.rows {
      let key = sheet.key(row)
      if let earlier = seen[key] {
        collector.fault(
          sheet.file, sheet.cell(row, form.key.last ?? ""),
          "'\(key)' stands twice; it was first written on line \(earlier)")
      } else {
        seen[key] = table.line(row: row)
      }
    }
  }

  /// Status and source of a column come as a pair, in the heading and in every row.
  private func checkOverrides(_ sheet: Sheet, _ collector: inout DiagnosticCollector) {
    guard form.hasOrigins else { return }
    let expected = Set(form.columns.map(\.name)).union(sheet.further)
    for heading in table.headings where !expected.contains(heading.text) {
      let column = String(heading.text.dropLast("_status".count))
      let other = heading.text.hasSuffix("_status") ? "\(column)_source" : "\(column)_status"
      guard sheet.has(other) else {
        collector.remark(sheet.file, heading, "'\(heading.text)' needs a column '\(other)' beside it")
        continue
      }
      guard heading.text.hasSuffix("_status") else { continue }
      for row in sheet.rows where sheet.text(row, heading.text).isEmpty != sheet.text(row, other).isEmpty {
        collector.remark(
          sheet.file, sheet.cell(row, heading.text),
          "'\(heading.text)' and '\(other)' must both be given or both be empty")
      }
    }
  }
}

/// Names in a row of words for a message, at most a dozen.
func listed(_ names: [String]) -> String {
  names.count <= 16
    ? names.joined(separator: ", ") : names.prefix(16).joined(separator: ", ") + " and \(names.count - 16) more"
}
