import District

/// `allocation_leadership.csv`: the best division and what it brings, as a spreadsheet opens it, for leaders.
struct AllocationLeadershipTable {
  private let report: AllocationReport
  private let language: Language
  private static let width = 5

  init(_ report: AllocationReport) {
    self.report = report
    language = report.language
  }

  /// The file.
  func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    let words = report.words(language)
    let sections = AllocationSections(report, language)
    func line(_ text: String = "") { writer.row(text.isEmpty ? [] : [text], width: Self.width) }
    line(words.title)
    line(words.facts)
    line()
    line(Label.allocationFindings[language])
    for sentence in words.findings + words.checks { line(sentence) }
    line()
    for section in sections.money + [sections.outcomes] + sections.frontiers {
      line(section.title)
      writer.row(section.headings, width: Self.width)
      for row in section.rows {
        for cell in row { cell.value.map { writer.number($0, cell.digits) } ?? writer.text(cell.text) }
        writer.endRow(width: Self.width)
      }
      line()
    }
    line(Label.notesSection[language])
    line(words.limits)
    var notes: [Label] = [.allocationSmoothNote, .digitsNote, .standardErrorNote]
    if report.scenario.district.projects.contains(where: \.isPlaceholder) { notes.append(.placeholderNote) }
    for note in notes + [.notOfficialLong] { line(note[language]) }
    return writer.bytes
  }
}
