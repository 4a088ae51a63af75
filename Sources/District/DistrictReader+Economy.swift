extension DistrictReader {
  /// Sectors from `sectors.csv` and `demand_base.csv`.
  mutating func readSectors() -> [Sector] {
    guard let sheet = sheet(DistrictForm.sectors) else { return [] }
    let names = sheet.rows.map { sheet.text($0, "id") }
    if !names.contains("crops") {
      collector.fault(
        sheet.file, "no sector 'crops'; the water balance needs it", near: nearestName(to: "crops", among: names))
    }
    for row in sheet.rows where names[row].hasSuffix("_growth") {
      collector.fault(
        sheet.file, sheet.cell(row, "id"), "a sector id must not end in '_growth'; that name is used for growth rates")
    }
    if sheet.table.rowCount == 0 { collector.fault(sheet.file, "no rows; expected at least one sector") }
    checkIndustries(sheet)
    requireRows(DistrictForm.demandBase, names, "the sector")
    let index = NameIndex("sector", names)
    let demand = self.sheet(DistrictForm.demandBase)
    if let demand { for row in demand.rows { _ = index.find(demand, row, "sector", &collector) } }
    let demandRows = demand?.rowsByKey ?? [:]
    return sheet.rows.map { row in
      func number(_ column: String) -> Double { sheet.number(row, column) }
      func base(_ column: String) -> Double {
        guard let demand, let row = demandRows[names[row]] else { return 1 }
        return demand.number(row, column)
      }
      return Sector(
        id: names[row], name: sheet.bilingual(row),
        industry: Industry(rawValue: sheet.text(row, "industry")) ?? .primary,
        trendGroup: TrendGroup(rawValue: sheet.text(row, "group")) ?? .primary,
        valueAdded: number("value_added_2020_yi"), capitalOutputRatio: number("capital_output_ratio"),
        capitalElasticity: number("capital_elasticity"), depreciation: number("depreciation"),
        productivityTrend: number("tfp_trend"), tradability: number("tradability"), jobs: number("jobs_2020_wan"),
        employmentElasticity: number("employment_elasticity"), exportTrend: number("export_trend"),
        productivitySigma: number("tfp_sigma"), valueAddedRatio: base("value_added_ratio"),
        localShare: base("local_share"), householdDemand: base("household_yi"),
        governmentDemand: base("government_yi"), investmentDemand: base("investment_yi"),
        exportDemand: base("export_yi"))
    }
  }

  /// A sector's group must lie in its industry.
  private mutating func checkIndustries(_ sheet: Sheet) {
    let industries = [
      "primary": "primary", "industry": "secondary", "construction": "secondary", "services": "tertiary",
    ]
    for row in sheet.rows {
      let (group, industry) = (sheet.text(row, "group"), sheet.text(row, "industry"))
      guard let expected = industries[group], Industry(rawValue: industry) != nil, expected != industry else {
        continue
      }
      collector.remark(
        sheet.file, sheet.cell(row, "group"),
        "group '\(group)' of the sector '\(sheet.text(row, "id"))' belongs to the industry '\(expected)', found '\(industry)'"
      )
    }
  }

  /// A[input][output] in the order of the sectors.
  mutating func readInputOutput(_ sectors: NameIndex?) -> [[Double]] {
    guard let sheet = sheet(DistrictForm.inputOutput), let sectors else { return [] }
    requireRows(DistrictForm.inputOutput, sectors.names, "the sector")
    var matrix = [[Double]](repeating: Array(repeating: 0, count: sectors.names.count), count: sectors.names.count)
    for row in sheet.rows {
      guard let input = sectors.find(sheet, row, "input", &collector) else { continue }
      for (output, name) in sectors.names.enumerated() { matrix[input][output] = sheet.number(row, name) }
    }
    return matrix
  }

  /// The pillars.
  mutating func readPillars() -> [Pillar] {
    guard let sheet = sheet(DistrictForm.pillars) else { return [] }
    return sheet.rows.map {
      Pillar(
        id: sheet.text($0, "id"), name: sheet.bilingual($0), base: sheet.number($0, "base_2020"),
        drift: sheet.number($0, "drift_per_year"))
    }
  }

  /// Theta.
  mutating func readPillarElasticities(_ sectors: NameIndex?, _ pillars: NameIndex?) -> [PillarElasticity] {
    guard let sheet = sheet(DistrictForm.pillarElasticities), let sectors, let pillars else { return [] }
    var entries: [PillarElasticity] = []
    for row in sheet.rows {
      let sector = sectors.find(sheet, row, "sector", &collector)
      let pillar = pillars.find(sheet, row, "pillar", &collector)
      guard let sector, let pillar else { continue }
      entries.append(
        PillarElasticity(sector: sector, pillar: pillar, value: sheet.number(row, "log_output_per_100_points")))
    }
    return entries
  }

  /// The scalar constants.
  mutating func readConstants() -> Constants {
    var constants = Constants()
    guard let sheet = sheet(DistrictForm.aggregates) else { return constants }
    requireRows(DistrictForm.aggregates, ConstantForm.all.map(\.id), "the constant")
    let index = NameIndex("constant", ConstantForm.all.map(\.id))
    for row in sheet.rows {
      guard let position = index.find(sheet, row, "id", &collector) else { continue }
      let form = ConstantForm.all[position]
      checkUnit(sheet, row, expected: form.unit, of: "the constant '\(form.id)'")
      let value = sheet.number(row, "value")
      if !value.isNaN, !form.bounds.contains(value) {
        collector.fault(
          sheet.file, sheet.cell(row, "value"),
          "\(sheet.text(row, "value")) for the constant '\(form.id)' is out of bounds; expected \(form.bounds)")
      }
      if let field = Constants.fields.first(where: { $0.id == form.id })?.field { constants[keyPath: field] = value }
    }
    return constants
  }

  /// Holds the `unit` column of a row against the unit the model expects.
  mutating func checkUnit(_ sheet: Sheet, _ row: Int, expected: String, of what: String) {
    let found = sheet.text(row, "unit")
    guard found != expected, !found.isEmpty else { return }
    collector.remark(sheet.file, sheet.cell(row, "unit"), "unit '\(found)' for \(what); expected '\(expected)'")
  }
}
