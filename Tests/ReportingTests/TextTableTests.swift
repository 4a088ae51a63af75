import Reporting
import Testing

@Suite struct TextTableTests {
  @Test func chineseCharactersTakeTwoColumns() {
    #expect(DisplayWidth.of("GDP") == 3)
    #expect(DisplayWidth.of("亿元（2020年价）") == 16)
    #expect(DisplayWidth.of("95～118") == 7)
    #expect(DisplayWidth.of("e\u{301}") == 1)
  }

  @Test func columnsLineUpWhateverTheirScript() {
    var table = TextTable([.words("指标"), .numbers("2025")])
    table.row(["地区生产总值", "106.0"])
    table.row(["jobs", "9"])
    #expect(
      table.text == """
        指标           2025
        ------------  -----
        地区生产总值  106.0
        jobs              9

        """)
  }

  @Test func whatCouldDriveATerminalIsTakenOut() {
    #expect(DisplayWidth.printable("a\u{1B}[31mb\n\u{202E}c") == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c")
    var table = TextTable([.words("a")])
    table.row(["x\u{1B}[2J"])
    #expect(!table.text.contains("\u{1B}"))
  }

  @Test func aLongCellGoesOnBelowAndLosesNothing() {
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    var table = TextTable([.words("a"), .words("b")])
    table.row([words, "1"])
    table.row(["y", "2"])
    let lines = table.text.split(separator: "\n")
    #expect(lines.count > 5 && lines.allSatisfy { DisplayWidth.of(String($0)) <= 67 })
    #expect(DisplayWidth.broken(words, to: 64).joined() == words)
    #expect(DisplayWidth.broken("红寺堡区", to: 5) == ["红寺", "堡区"])
    #expect(DisplayWidth.broken("", to: 5) == [""])
  }
}
