import CXlsxWriter
import District
import Foundation

/// A workbook for leaders: indicators by year with ranges, commitments, money by source, inputs; with native charts.
struct RunWorkbook {
  private let runs: [ReportedRun]
  private let language: Language
  private let pictures: RunPictures

  init(_ runs: [ReportedRun], language: Language) {
    self.runs = runs
    self.language = language
    pictures = RunPictures(runs, language: language)
  }

  /// The file.
  func bytes() throws -> [UInt8] {
    // The library writes to a path only.
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("hsb-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: place) }
    let book = try WorkbookFile(path: place.path)
    for run in runs { writeIndicators(run, book) }
    writeCommitments(book)
    for run in runs { writeMoney(run, book) }
    writeInputs(book)
    try book.close()
    return Array(try Data(contentsOf: place))
  }

  private func sheet(_ label: Label, _ run: ReportedRun) -> String {
    runs.count == 1 ? label[language] : "\(label[language]) \(run.scenario.id)"
  }

  private func writeIndicators(_ run: ReportedRun, _ book: WorkbookFile) {
    let sheet = book.sheet(sheet(.courseSection, run))
    let years = Array(run.years)
    sheet.heading(pictures.title(run), row: 0)
    sheet.text(Label.notOfficialLong[language], row: 1, column: 0)
    sheet.headings(
      [Label.indicator[language], Label.unit[language], Label.statistic[language]] + years.map(String.init), row: 2)
    var row = 3
    for indicator in LeadershipIndicators.list(run.catalogue, run.district, run.scenario.targets) {
      guard let series = run.series(indicator.id) else { continue }
      for (label, position) in [(Label.median, 2), (.low, 0), (.high, 4)] {
        sheet.text(pictures.name(indicator), row: row, column: 0)
        sheet.text(indicator.unitLabel.name[language], row: row, column: 1)
        sheet.text(label[language], row: row, column: 2)
        for result in series {
          let estimate = Estimate(
            result.quantiles[position], error: result.quantileErrors?[position], unit: indicator.unitLabel)
          sheet.number(
            Double(estimate.digits.text(estimate.value)) ?? estimate.value, row: row, column: 3 + result.year - years[0]
          )
        }
        row += 1
      }
    }
    // GDP comes first: median, low and high.
    sheet.lineChart(
      title: pictures.name(run.catalogue.indicators[0]), axis: UnitLabel(code: "yi_yuan").name[language],
      names: 2, categories: (row: 2, columns: 3...(2 + years.count)), series: 3...5, at: row + 1)
  }

  private func writeCommitments(_ book: WorkbookFile) {
    let sheet = book.sheet(Label.commitment[language])
    sheet.heading(Label.probabilityPicture[language], row: 0)
    sheet.headings(
      [Label.commitment[language], Label.reference[language], Label.targetYear[language]]
        + runs.flatMap { ["\(pictures.title($0)) (%)", Label.standardError[language]] }, row: 1)
    let commitments = runs[0].commitments
    for (offset, commitment) in commitments.enumerated() {
      let target = commitment.target
      sheet.text(target.title(language), row: 2 + offset, column: 0)
      sheet.text(ReferenceText.words(target.reference, language), row: 2 + offset, column: 1)
      sheet.text(target.yearText, row: 2 + offset, column: 2)
      for (index, run) in runs.enumerated() {
        guard let result = run.stored.targets.first(where: { $0.id == target.id }),
          let (value, error) = pictures.probability(result)
        else { continue }
        sheet.number(Double(value.text) ?? value.value, row: 2 + offset, column: 3 + 2 * index)
        if let error { sheet.number(Double(error.text) ?? error.value, row: 2 + offset, column: 4 + 2 * index) }
      }
    }
    sheet.barChart(
      title: Label.probabilityPicture[language], axis: Label.probabilityUnit[language], isStacked: false,
      nameRow: 1, categories: 0, rows: 2...(1 + commitments.count), columns: runs.indices.map { 3 + 2 * $0 },
      at: commitments.count + 4)
  }

  private func writeMoney(_ run: ReportedRun, _ book: WorkbookFile) {
    let sheet = book.sheet(sheet(.pageFunding, run))
    let plan = run.scenario.plan
    sheet.heading(Label.moneyPlannedColumn[language], row: 0)
    sheet.text(Label.placeholderNote[language], row: 1, column: 0)
    sheet.headings([Label.project[language]] + run.district.sources.map { $0.name[language] }, row: 2)
    for (p, project) in run.district.projects.enumerated() {
      sheet.text(project.markedName(language), row: 3 + p, column: 0)
      for f in run.district.sources.indices {
        let amount = (0..<plan.years).reduce(0) { $0 + plan[$1, p, f] }
        sheet.number((amount * 1e6).rounded() / 1e6, row: 3 + p, column: 1 + f)
      }
    }
    sheet.barChart(
      title: Label.moneyPicture[language], axis: Label.moneyPlannedColumn[language], isStacked: true, nameRow: 2,
      categories: 0, rows: 3...(2 + run.district.projects.count), columns: run.district.sources.indices.map { 1 + $0 },
      at: run.district.projects.count + 5)
  }

  private func writeInputs(_ book: WorkbookFile) {
    let sheet = book.sheet(Label.pageLedger[language])
    sheet.headings(
      [Label.file, .path, .value, .unit, .status, .origin].map { $0[language] }, row: 0)
    for (offset, input) in runs[0].district.inputs.enumerated() {
      let row = offset + 1
      sheet.text(input.file, row: row, column: 0)
      sheet.text(input.name, row: row, column: 1)
      sheet.number(input.value, row: row, column: 2)
      sheet.text(UnitLabel(code: input.unit).fileName(language), row: row, column: 3)
      sheet.text(input.status.label[language], row: row, column: 4)
      sheet.text(input.source, row: row, column: 5)
    }
  }
}
