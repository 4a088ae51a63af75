extension DistrictReader {
  /// The commitments.
  mutating func readTargets(_ catalogue: IndicatorCatalogue?) -> [Target] {
    guard let sheet = sheet(DistrictForm.targets) else { return [] }
    var targets: [Target] = []
    for row in sheet.rows {
      checkIndicator(sheet, row, "indicator", catalogue)
      let written = sheet.text(row, "threshold")
      let threshold: Target.Threshold
      // A number out of bounds is no name: the sheet has reported it.
      if FiniteNumber.value(of: written) != nil {
        threshold = .number(sheet.number(row, "threshold"))
      } else {
        checkIndicator(sheet, row, "threshold", catalogue)
        threshold = .series(written)
      }
      guard let years = readYears(sheet, row),
        let comparison = Target.Comparison.allCases.first(where: { $0.symbol == sheet.text(row, "comparator") })
      else { continue }
      targets.append(
        Target(
          id: sheet.text(row, "id"), indicator: sheet.text(row, "indicator"), comparison: comparison,
          threshold: threshold, factor: sheet.number(row, "factor"), years: years,
          statement: sheet.bilingual(row, "statement"), reference: sheet.text(row, "reference")))
    }
    return targets
  }

  private mutating func checkIndicator(_ sheet: Sheet, _ row: Int, _ column: String, _ catalogue: IndicatorCatalogue?) {
    guard let catalogue else { return }
    let name = sheet.text(row, column)
    guard catalogue[name] == nil else { return }
    collector.fault(
      sheet.file, sheet.cell(row, column), "unknown indicator '\(name)' in '\(column)'",
      near: nearestName(to: name, among: catalogue.indicators.map(\.id)))
  }

  private mutating func readYears(_ sheet: Sheet, _ row: Int) -> ClosedRange<Int>? {
    let text = sheet.text(row, "year")
    let range = DistrictForm.years
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let years = parts.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    guard years.count == parts.count, years.count == 1 || years.count == 2, let first = years.first,
      let last = years.last, first <= last, range.contains(first), range.contains(last)
    else {
      collector.fault(
        sheet.file, sheet.cell(row, "year"),
        "'\(text)' in 'year'; expected a year or a span such as 2021-2025, from \(range.lowerBound) to \(range.upperBound)"
      )
      return nil
    }
    return first...last
  }
}
