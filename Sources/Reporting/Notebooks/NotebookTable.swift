/// A table of texts in the forms in which the notebooks' `show` gives a pandas frame: `to_html` and tab-separated text.
struct NotebookTable {
  let headings: [String]
  let rows: [[String]]

  /// The output of a cell.
  var output: Notebook.Output {
    Notebook.Output(forms: [("text/html", .text(html)), ("text/plain", .text(text))])
  }

  /// `frame.to_html(index=False)`.
  var html: String {
    var lines = ["<table border=\"1\" class=\"dataframe\">", "  <thead>", "    <tr style=\"text-align: right;\">"]
    lines += headings.map { "      <th>\(Self.escaped($0))</th>" }
    lines += ["    </tr>", "  </thead>", "  <tbody>"]
    for row in rows { lines += ["    <tr>"] + row.map { "      <td>\(Self.escaped($0))</td>" } + ["    </tr>"] }
    return (lines + ["  </tbody>", "</table>"]).joined(separator: "\n")
  }

  /// `frame.to_csv(index=False, sep="\t")`.
  var text: String {
    ([headings] + rows).map { row in row.map(Self.quoted).joined(separator: "\t") + "\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As Python's csv module quotes with a tab for a separator.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x09, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// `f"{value:,.1f}"` of Python.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    let whole = text.prefix { $0 != "." }
    guard let number = Int(whole) else { return text }
    let sign = number == 0 && text.hasPrefix("-") ? "-" : ""
    return sign + NumberText.grouped(number) + text.dropFirst(whole.count)
  }
}
