import District
import Testing

@Suite("CSV files")
struct CSVTableTests {
  private func table(_ text: String, limits: CSVLimits = CSVLimits()) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), named: "t.csv", limits: limits)
  }

  private func faults(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> [String] {
    do {
      _ = try CSVTable(bytes: bytes, named: "t.csv", limits: limits)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.messages.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("give every field its text, line and column")
  func places() throws {
    let table = try table("id,名称,note\na,\"甲, 乙\",\"say \"\"yes\"\"\"\nb,,\"two\nlines\"\nc,丙,last\n")
    #expect(table.headings.map(\.text) == ["id", "名称", "note"])
    #expect(table.rowCount == 3)
    #expect(table.cell(row: 0, column: 1) == CSVCell(text: "甲, 乙", line: 2, column: 3))
    #expect(table.cell(row: 0, column: 2) == CSVCell(text: "say \"yes\"", line: 2, column: 10))
    #expect(table.cell(row: 1, column: 2) == CSVCell(text: "two\nlines", line: 3, column: 4))
    #expect(table.cell(row: 2, column: 2) == CSVCell(text: "last", line: 5, column: 5))
    #expect(table.column("note") == 2)
    #expect(table.column("missing") == nil)
    #expect(table.line(row: 2) == 5)
  }

  @Test("give a hundred messages at most and say how many more there are")
  func manyFaults() {
    let messages = faults(Array(("a" + String(repeating: ",", count: 300) + "\n").utf8))
    #expect(messages.count == 101)
    #expect(messages.last?.contains("messages more") == true)
  }

  @Test(
    "may begin with a byte-order mark, end lines in CRLF and leave out the last line end",
    arguments: [
      "a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2\n", "\u{FEFF}a,b\r\n1,2", "\"a\",b\n\"1\",\"2\"",
    ])
  func variants(_ text: String) throws {
    let table = try table(text)
    #expect(table.headings.map(\.text) == ["a", "b"])
    #expect(table.rowCount == 1)
    #expect(table.text(row: 0, column: 0) == "1")
    #expect(table.text(row: 0, column: 1) == "2")
    #expect(table.headings[0].column == 1)
  }

  @Test("keep line ends and quotes inside quotes as they are")
  func quoted() throws {
    let table = try table("a\n\"\"\"\"\n\"\"\"x\"\"\"\n\"x\"\"\"\"y\"\n\"1\r\n2\"\n\"\"\n")
    #expect((0..<5).map { table.text(row: $0, column: 0) } == ["\"", "\"x\"", "x\"\"y", "1\r\n2", ""])
  }

  @Test("with headings alone have no rows")
  func noRows() throws { #expect(try table("a,b").rowCount == 0) }

  static let broken: [(bytes: [UInt8], words: String)] = [
    ([], "t.csv:1:1: error: the file is empty"),
    ([0xEF, 0xBB, 0xBF], "t.csv:1:1: error: the file is empty"),
    (Array("a,b\n1\n".utf8), "t.csv:2:1: error: a row of 1 field; expected 2"),
    (Array("a,b\n1,2,3\n".utf8), "t.csv:2:1: error: a row of 3 fields; expected 2"),
    (Array("a,b\n\n1,2\n".utf8), "t.csv:2:1: error: a blank line"),
    (Array("a,b\n1,2\n\n".utf8), "t.csv:3:1: error: a blank line"),
    (Array("a,,c\n".utf8), "t.csv:1:3: error: an empty heading"),
    (Array("a,b,a\n".utf8), "t.csv:1:5: error: the heading 'a' stands twice"),
    (Array("a\n\"1\n".utf8), "t.csv:2:1: error: a quote that is never closed"),
    (Array("a\n1\"2\n".utf8), "t.csv:2:2: error: a quote inside a field"),
    (Array("a\n\"1\"2\n".utf8), "t.csv:2:4: error: text after a closing quote"),
    (Array("a\r1\r".utf8), "t.csv:1:2: error: a carriage return without a line feed"),
    (Array("a\n\"1\"\r2\n".utf8), "t.csv:2:4: error: text after a closing quote"),
    ([0x61, 0x0A, 0x00, 0x0A], "t.csv:2:1: error: a NUL byte"),
    ([0x61, 0x0A, 0x62, 0x1B, 0x0A], "t.csv:2:2: error: the control character 0x1B"),
    ([0x61, 0x0A, 0xB0, 0xA1, 0x0A], "t.csv:2:1: error: byte 0xB0 is not UTF-8"),
    ([0x61, 0x0A, 0xC0, 0x80, 0x0A], "t.csv:2:1: error: byte 0xC0 is not UTF-8"),
    ([0x61, 0x0A, 0xED, 0xA0, 0x80, 0x0A], "t.csv:2:1: error: byte 0xED is not UTF-8"),
    ([0x61, 0x0A, 0xF5, 0x80, 0x80, 0x80, 0x0A], "t.csv:2:1: error: byte 0xF5 is not UTF-8"),
    ([0x61, 0x0A, 0xE4, 0xB8], "t.csv:2:1: error: byte 0xE4 is not UTF-8"),
    (Array("a".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }), "t.csv:1:2: error: a NUL byte"),
  ]

  @Test("that are not sound are refused with the place", arguments: broken)
  func refused(_ bytes: [UInt8], _ words: String) {
    let faults = faults(bytes)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix(words) == true, "\(faults)")
  }

  @Test("tell all their faults in one pass and go on after each")
  func allFaults() {
    let faults = faults(Array("a,b\n1\n2,3\n\"4\"x,5\n6,7,8\n".utf8))
    #expect(faults.map { $0.prefix(9) } == ["t.csv:2:1", "t.csv:4:4", "t.csv:5:1"])
  }

  @Test("beyond the limits are refused at once")
  func limits() {
    let long = Array(("a\n" + String(repeating: "1\n", count: 100)).utf8)
    #expect(faults(long, limits: CSVLimits(bytes: 100)).first?.contains("larger than 100 bytes") == true)
    #expect(faults(long, limits: CSVLimits(rows: 99)) == ["t.csv:101: error: more than 99 rows, the most that is read"])
    #expect(faults(long, limits: CSVLimits(bytes: 1000, rows: 100)).isEmpty)
    #expect(
      faults(long, limits: CSVLimits(fields: 20)).last?.contains("more than 20 fields, the most that is read") == true)
    let wide = [UInt8](repeating: 44, count: 19_000_000)
    #expect(faults(wide) == ["t.csv:1: error: more than 1000 columns, the most that is read"])
    let heading = Array("a,\"".utf8) + [UInt8](repeating: 120, count: 70_000) + Array("\"\n".utf8)
    #expect(
      faults(heading) == ["t.csv:1: error: the row of headings is longer than 65536 bytes, the most that is read"])
    #expect(
      faults(Array("a,b\n".utf8) + wide + [10]).first?.hasPrefix("t.csv:2:1: error: a row of more than 1000 fields")
        == true)
  }

  @Test("of random bytes never stop the program, and what reads gives back its shape")
  func randomBytes() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab,\"\n\r1".utf8) + [0xE4, 0xB8, 0xAD, 0x00]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      guard let table = try? CSVTable(bytes: bytes, named: "r") else { continue }
      for row in 0..<table.rowCount {
        for column in table.headings.indices {
          let cell = table.cell(row: row, column: column)
          #expect(cell.line > 1 && cell.column >= 1)
        }
      }
    }
  }
}
