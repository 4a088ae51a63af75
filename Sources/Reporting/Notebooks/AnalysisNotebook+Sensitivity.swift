import Analysis
import District

extension AnalysisNotebook {
  /// Rows of a table, at most.
  private static let rowsShown = 12

  /// For each indicator the parameters with the largest total indices; for each commitment those worth knowing most.
  func sensitivity() throws -> Content {
    let scenario = analysis.scenario
    let inputs = SensitivityInput.all(of: scenario).map { InputWords($0, scenario) }
    let names = inputs.map { ($0.id, $0.name[language]) }
    let statuses = inputs.map { ($0.status, $0.statusText(language)) }.reduce(into: [(String, String)]()) {
      list, pair in
      if !list.contains(where: { $0.0 == pair.0 }) { list.append(pair) }
    }
    let table = try analysis.table("sensitivity.csv", headings: IndexTable.headings)
    var last = ""
    var parts: [NotebookPart] = []
    // An outcome that does not vary has no indices, and nothing to show.
    for row in table.rows where last != table.text(row, "outcome") {
      guard try table.optionalNumber(row, "total") != nil else { continue }
      last = table.text(row, "outcome")
      let words = OutcomeWords(try table.outcome(row, scenario), scenario)
      parts.append(words.isTarget ? information(words, names, statuses) : indices(words, names))
    }
    let title = Label.sensitivityTitle.text(language, scenario.district.name[language], scenario.title[language])
    return (title, "hsb sensitivity scenarios/\(scenario.id).yaml\(members)", parts)
  }

  private func indices(_ words: OutcomeWords, _ names: [(String, String)]) -> NotebookPart {
    let heading = "\(words.name(language)) (\(words.yearText))"
    let percent = UnitLabel(code: "percent").name[language]
    func share(_ name: String, _ label: Label) -> NotebookPart.Column { column(name, label, digits: 1, scale: 100) }
    return NotebookPart(
      id: words.identifier("indices"), heading: heading, note: Label.shareNote[language], file: "sensitivity.csv",
      headings: IndexTable.headings, filters: [("outcome", words.outcome.id), ("kind", "parameter")],
      columns: [
        column("input", .uncertainInput, names: names), share("first", .shareAlone), share("total", .shareWithOthers),
        share("total_low", .low), share("total_high", .high),
      ],
      sort: "total", limit: Self.rowsShown,
      bars: NotebookPart.Bars(
        title: "\(heading): \(Label.shareWithOthers[language])", axis: percent, scale: 100, decimals: 1,
        fields: [("value", "total"), ("low", "total_low"), ("high", "total_high")],
        words: ChartHeading(
          title: "\(heading): \(Label.shareWithOthers[language])", notes: [Label.notOfficial[language]],
          id: words.identifier("total"))))
  }

  private func information(
    _ words: OutcomeWords, _ names: [(String, String)], _ statuses: [(String, String)]
  ) -> NotebookPart {
    let heading = "\(words.name(language)) (\(words.yearText))"
    let points = words.difference.name[language]
    return NotebookPart(
      id: words.identifier("information"), heading: heading, note: Label.shiftNote[language], file: "information.csv",
      headings: InformationTable.headings, filters: [("outcome", words.outcome.id)],
      columns: [
        column("parameter", .uncertainInput, names: names), column("status", .status, names: statuses),
        column("expected_shift", .shiftIfKnown, points, digits: 2, scale: 100),
        column("expected_shift_se", .standardError, points, digits: 2, scale: 100),
      ],
      sort: "expected_shift", limit: Self.rowsShown,
      bars: NotebookPart.Bars(
        title: "\(heading): \(Label.shiftIfKnown[language])", axis: points, scale: 100, decimals: 2,
        fields: [("value", "expected_shift")],
        words: ChartHeading(
          title: "\(heading): \(Label.shiftIfKnown[language])", notes: [Label.notOfficial[language]],
          id: words.identifier("shift"))))
  }
}
