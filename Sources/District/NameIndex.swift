/// The names other files may refer to, and where each stands in its list.
struct NameIndex {
  /// What the names name, for messages: `sector`, `project` …
  let kind: String
  /// The names in order.
  let names: [String]
  private let positions: [String: Int]

  init(_ kind: String, _ names: [String]) {
    self.kind = kind
    self.names = names
    positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Position of a name.
  subscript(name: String) -> Int? { positions[name] }

  /// Position of the name in a field; an unknown one is reported with the nearest valid name.
  func find(_ sheet: Sheet, _ row: Int, _ column: String, _ collector: inout DiagnosticCollector) -> Int? {
    let text = sheet.text(row, column)
    if let position = positions[text] { return position }
    collector.fault(
      sheet.file, sheet.cell(row, column), "unknown \(kind) '\(text)'; expected \(listed(names))",
      near: nearestName(to: text, among: names))
    return nil
  }
}
