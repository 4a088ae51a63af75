extension FundingPlan {
  /// Reads a plan of a scenario: a CSV file with exactly the columns project, source, year and amount_yi (nominal 亿元).
  ///
  /// - Returns: the plan to the last year that has rows, and for each of its amounts the line it stands on (0: none).
  /// - Throws: `FileAccessError` when the file cannot be read, `Diagnostics` with every fault of its content.
  public static func read(
    file: String, named name: String? = nil, district: District
  ) throws -> (plan: FundingPlan, lines: [Int]) {
    let table = try CSVTable(path: file, named: name)
    let form = FileForm(
      "plan", key: ["project", "source", "year"], DistrictForm.fundingPlanColumns, hasOrigins: false)
    var collector = DiagnosticCollector()
    let sheet = SheetReader(form: form, table: table, further: []).read(into: &collector)
    var result = (
      plan: FundingPlan(firstYear: DistrictForm.years.lowerBound, years: 0, projects: 0, sources: 0), lines: [Int]()
    )
    if let sheet {
      result = fill(
        from: sheet, NameIndex("project", district.projects.map(\.id)),
        NameIndex("funding source", district.sources.map(\.id)), &collector)
      checkCosts(sheet, district, &collector)
    }
    guard collector.messages.isEmpty else { throw Diagnostics(collector.messages) }
    return result
  }

  /// The plan written in a sheet of sound form.
  static func fill(
    from sheet: Sheet, _ projects: NameIndex, _ sources: NameIndex, _ collector: inout DiagnosticCollector
  ) -> (plan: FundingPlan, lines: [Int]) {
    let first = DistrictForm.years.lowerBound
    let years = sheet.rows.map { sheet.number($0, "year") }.filter(\.isFinite).map { Int($0) - first + 1 }.max() ?? 0
    var plan = FundingPlan(
      firstYear: first, years: years, projects: projects.names.count, sources: sources.names.count)
    var lines = [Int](repeating: 0, count: plan.amounts.count)
    for row in sheet.rows {
      let project = projects.find(sheet, row, "project", &collector)
      let source = sources.find(sheet, row, "source", &collector)
      let year = sheet.number(row, "year")
      guard let project, let source, year.isFinite else { continue }
      let place = ((Int(year) - first) * plan.projects + project) * plan.sources + source
      plan.amounts[place] = sheet.number(row, "amount_yi")
      lines[place] = sheet.table.line(row: row)
    }
    return (plan, lines)
  }

  /// Money for a project without a planned cost can never be executed.
  static func checkCosts(_ sheet: Sheet, _ district: District, _ collector: inout DiagnosticCollector) {
    let costless = Set(district.projects.filter { $0.plannedCost == 0 }.map(\.id))
    guard !costless.isEmpty else { return }
    for row in sheet.rows where costless.contains(sheet.text(row, "project")) && sheet.number(row, "amount_yi") > 0 {
      collector.remark(
        sheet.file, sheet.cell(row, "amount_yi"),
        "\(sheet.text(row, "amount_yi")) 亿元 for the project '\(sheet.text(row, "project"))', whose planned cost is 0; expected 0"
      )
    }
  }
}
