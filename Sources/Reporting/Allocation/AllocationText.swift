import District

/// What `hsb optimize` prints.
public struct AllocationText {
  private let report: AllocationReport
  private let language: Language

  /// Makes the text of a report.
  public init(_ report: AllocationReport, language: Language) {
    self.report = report
    self.language = language
  }

  /// What was found, the division, what it brings, how the search went, and both frontiers.
  public var text: String {
    let words = report.words(language)
    let sections = AllocationSections(report, language)
    func lines(_ texts: [String]) -> String { texts.map { DisplayWidth.printable($0) + "\n" }.joined() }
    return [
      lines([words.title, words.facts]), lines(words.findings), table(sections.money[0]), table(sections.money[1]),
      table(sections.outcomes, words: 2), lines(words.checks),
      sections.frontiers.map { lines([$0.title]) + table($0, words: 0) }.joined(separator: "\n"),
    ].joined(separator: "\n")
  }

  /// A table whose first columns are words.
  private func table(_ section: AllocationSections.Section, words: Int = 1) -> String {
    var table = TextTable(
      section.headings.enumerated().map { $0.offset < words ? .words($0.element) : .numbers($0.element) })
    for row in section.rows { table.row(row.map(\.text)) }
    return table.text
  }
}
