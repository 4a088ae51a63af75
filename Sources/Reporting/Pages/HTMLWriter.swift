/// Writes HTML element by element; every text is escaped, so that what a user wrote is shown and never run.
struct HTMLWriter {
  /// A cell of a table.
  struct Cell {
    /// The words.
    let text: String
    /// True for numbers, which are set flush right.
    var isNumber = false
    /// True for the cell that names its row.
    var isHeading = false

    static func words(_ text: String) -> Cell { Cell(text: text) }
    static func number(_ text: String) -> Cell { Cell(text: text, isNumber: true) }
    static func heading(_ text: String) -> Cell { Cell(text: text, isHeading: true) }
  }

  /// What was written so far.
  private(set) var html = ""

  /// Writes an element; its content is written by `body`.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout HTMLWriter) throws -> Void
  ) rethrows {
    open(name, attributes)
    try body(&self)
    html += "</\(name)>\n"
  }

  /// Writes an element that holds words.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes words.
  mutating func text(_ text: String) { html += SVGText.escaped(text) }

  /// Writes a picture.
  mutating func figure(_ svg: String) {
    element("figure") { $0.html += svg }
  }

  /// Writes a table with a caption; the first heading names the rows.
  mutating func table(caption: String, headings: [Cell], rows: [[Cell]]) {
    element("div", [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)]) {
      $0.element("table") { writer in
        writer.element("caption", text: caption)
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for heading in headings {
              writer.element("th", [("scope", "col")] + Self.alignment(heading), text: heading.text)
            }
          }
        }
        writer.element("tbody") { writer in
          for row in rows {
            writer.element("tr") { writer in
              for cell in row {
                writer.element(
                  cell.isHeading ? "th" : "td", (cell.isHeading ? [("scope", "row")] : []) + Self.alignment(cell),
                  text: cell.text)
              }
            }
          }
        }
      }
    }
  }

  /// Writes words that open and close without a script.
  mutating func details(_ summary: String, _ body: (inout HTMLWriter) -> Void) {
    element("details") {
      $0.element("summary", text: summary)
      body(&$0)
    }
  }

  /// The document: language, title, style and body.
  static func document(language: String, title: String, style: String, _ body: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    writer.html = "<!DOCTYPE html>\n"
    writer.element("html", [("lang", language)]) { writer in
      writer.element("head") { writer in
        writer.html += "<meta charset=\"utf-8\"/>\n"
        writer.html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        // Nothing is fetched and nothing is run, whatever stands in the page.
        writer.html +=
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
        writer.element("title", text: title)
        writer.html += "<style>\n\(style)</style>\n"
      }
      writer.element("body") { body(&$0) }
    }
    return writer.html
  }

  private static func alignment(_ cell: Cell) -> [(String, String)] { cell.isNumber ? [("class", "number")] : [] }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    html += "<\(name)"
    for (key, value) in attributes { html += " \(key)=\"\(SVGText.escaped(value))\"" }
    html += ">"
  }
}
