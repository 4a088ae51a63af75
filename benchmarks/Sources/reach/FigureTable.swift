import Foundation

/// The table as it is printed.
struct FigureTable: CustomStringConvertible {
  let figures: [Figure]

  var description: String {
    let head = ["what", "measured", "reach", "ratio", ""]
    let rows = figures.map(Self.cells)
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max()! }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        // Words stand left, numbers right.
        text += (column == 0 || column == 4 ? cell + space : space + cell) + "  "
      }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    var lines = [line(head)] + rows.map(line)
    let notes = figures.filter { !$0.detail.isEmpty }.map { "  \($0.what): \($0.detail)" }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n")
  }

  private static func cells(_ figure: Figure) -> [String] {
    let measured = figure.measured.map { number($0, figure.unit) } ?? "-"
    let reach = figure.reach.map { (figure.sense == .atLeast ? "at least " : "at most ") + number($0, figure.unit) }
    let ratio = figure.ratio.map { String(format: "%.2f", $0) }
    var verdict = ""
    if figure.measured == nil { verdict = "missing" }
    if let value = figure.ratio, value < 1 { verdict = "short" }
    return [figure.what, measured, reach ?? "", ratio ?? "", verdict]
  }

  /// A number with its unit: whole with separators from 1,000 on, three digits below.
  static func number(_ value: Double, _ unit: String) -> String {
    let text: String
    if abs(value) >= 1000 {
      var digits = String(format: "%.0f", value)
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      text = ([digits] + groups).joined(separator: ",")
    } else if value == value.rounded() {
      text = String(format: "%.0f", value)
    } else {
      text = String(
        format: abs(value) >= 100 ? "%.0f" : abs(value) >= 10 ? "%.1f" : abs(value) >= 1 ? "%.2f" : "%.3f", value)
    }
    return unit.isEmpty ? text : "\(text) \(unit)"
  }
}
