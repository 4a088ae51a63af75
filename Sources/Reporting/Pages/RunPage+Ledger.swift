import District

extension RunPage {
  /// Every input with unit, status and source, by status and file; opened without a script.
  func writeLedger(_ writer: inout HTMLWriter) {
    let counts = InputCounts(run.district.inputs)
    writer.element("p", text: Label.ledgerIntro[language])
    writer.element(
      "p",
      text: Label.inputCounts.text(
        language, String(counts.total), String(counts[.sourced]), String(counts[.derived]), String(counts[.recalled]),
        String(counts[.assumed]), NumberText.fixed(counts.percent(.assumed), decimals: 0)))
    for status in InputStatus.allCases where counts[status] > 0 {
      writer.details(Label.ledgerOfStatus.text(language, status.label[language], NumberText.grouped(counts[status]))) {
        writeInputs(run.district.inputs.filter { $0.status == status }, &$0)
      }
    }
    let own = run.scenario.values.filter { $0.status == "scenario" }
    writer.details(Label.scenarioLedger.text(language, String(own.count))) { writer in
      writer.table(
        caption: pictures.title(run),
        headings: [.words(Label.path[language]), .words(Label.value[language]), .words(Label.overrides[language])],
        rows: own.map { [.heading($0.path), .words($0.value), .words($0.overrides ?? "")] })
    }
  }

  private func writeInputs(_ inputs: [InputRecord], _ writer: inout HTMLWriter) {
    var files: [String] = []
    for input in inputs where files.last != input.file && !files.contains(input.file) { files.append(input.file) }
    for file in files {
      let own = inputs.filter { $0.file == file }
      let name = InputFileLabel(file: file).name[language]
      writer.details("\(name) (\(own.count))") { writer in
        writer.table(
          caption: "\(name) (\(file))",
          headings: [
            .words(Label.path[language]), .number(Label.value[language]), .words(Label.unit[language]),
            .words(Label.origin[language]),
          ],
          rows: own.map { input in
            [
              .heading(input.name), .number(NumberText.shortest(input.value)),
              .words(UnitLabel(code: input.unit).fileName(language)), .words(input.source),
            ]
          })
      }
    }
  }
}

extension UnitLabel {
  /// The words for the unit of a number as files hold it: where people are shown another scale, the code itself.
  func fileName(_ language: Language) -> String { scale == 1 ? name[language] : code }
}
