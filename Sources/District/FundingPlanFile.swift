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
    guard collector.messages.isEmpty else { throw collector.diagnostics() }
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
    for project in district.projects where project.plannedCost == 0 {
      let rows = sheet.rows.filter { sheet.text($0, "project") == project.id && sheet.number($0, "amount_yi") > 0 }
      guard let first = rows.first else { continue }
      let sum = rows.reduce(0) { $0 + sheet.number($1, "amount_yi") }
      let extent = "\(rows.count) row\(rows.count == 1 ? "" : "s"), \(((sum * 1e5).rounded() / 1e5).plain) 亿元 in all"
      collector.remark(
        sheet.file, sheet.cell(first, "amount_yi"),
        "\(sheet.text(first, "amount_yi")) 亿元 for the project '\(project.id)', whose planned cost is 0 (\(extent)); expected 0"
      )
    }
  }
}
