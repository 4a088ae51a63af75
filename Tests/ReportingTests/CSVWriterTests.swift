import Reporting
import Testing

@Suite struct CSVWriterTests {
  private func text(_ body: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func cellsAreQuotedOnlyWhenTheyMustBe() {
    #expect(text { $0.row(["plain", "two words", "种植业"]) } == "plain,two words,种植业\n")
    #expect(text { $0.row(["a,b", "say \"so\"", "two\nlines"]) } == "\"a,b\",\"say \"\"so\"\"\",\"two\nlines\"\n")
    #expect(text { $0.row([" before", "after "]) } == "\" before\",\"after \"\n")
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "＋1", "－1", "＠x", "\u{3000}=1", "\n=1",
  ])
  func textThatLooksLikeAFormulaIsMarkedAsText(_ formula: String) {
    let cell = rows(ofCSV: Array(text { $0.row([formula]) }.utf8))[0][0]
    #expect(cell == "'" + formula)
  }

  @Test func numbersKeepEveryDigitAndNoQuotes() {
    let numbers = [0.1, -2.5, 1.0 / 3, 1e300, Double.leastNonzeroMagnitude, 16614, -0.0, 123_456_789.123]
    let cells = rows(
      ofCSV: Array(
        text { writer in
          for number in numbers { writer.number(number) }
          writer.endRow()
        }.utf8))[0]
    #expect(cells.map(Double.init) == numbers)
    #expect(cells[5] == "16614" && cells[6] == "0" && cells[1] == "-2.5")
  }

  @Test func missingNumbersAreEmptyCellsAndRowsAreFilledToTheirWidth() {
    #expect(
      text {
        $0.number(nil)
        $0.number(3)
        $0.endRow(width: 4)
      } == ",3,,\n")
  }

  @Test func theByteOrderMarkComesFirst() {
    var writer = CSVWriter(byteOrderMark: true)
    writer.row(["甲"])
    #expect(writer.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
  }
}
