extension IncomeLine {
  /// Household and component of every line, in the order of index i.
  static let all: [(household: String, component: String)] = Household.allCases.flatMap { household in
    IncomeComponent.allCases.map { (household.rawValue, $0.rawValue) }
  }
}

extension DistrictReader {
  /// The eight income lines.
  mutating func readIncomes() -> [IncomeLine] {
    guard let sheet = sheet(DistrictForm.incomes) else { return [] }
    requireRows(DistrictForm.incomes, IncomeLine.all.map { "\($0.household).\($0.component)" }, "the income line")
    let rows = sheet.rowsByKey
    return Household.allCases.flatMap { household in
      IncomeComponent.allCases.compactMap { component in
        rows["\(household.rawValue).\(component.rawValue)"].map { row in
          IncomeLine(
            household: household, component: component, base: sheet.number(row, "base_2020_yuan"),
            trend: sheet.number(row, "trend"))
        }
      }
    }
  }

  /// Lambda.
  mutating func readIncomeElasticities(_ sectors: NameIndex?) -> [IncomeElasticity] {
    guard let sheet = sheet(DistrictForm.incomeElasticities), let sectors else { return [] }
    let lines = NameIndex("income line", IncomeLine.all.map { "\($0.household).\($0.component)" })
    let drivers = NameIndex("driver", sectors.names + ["outside_wage"])
    var entries: [IncomeElasticity] = []
    for row in sheet.rows {
      let line = lines["\(sheet.text(row, "household")).\(sheet.text(row, "component"))"]
      let driver = drivers.find(sheet, row, "driver", &collector)
      guard let line, let driver else { continue }
      entries.append(
        IncomeElasticity(
          line: line, sector: driver < sectors.names.count ? driver : nil, value: sheet.number(row, "elasticity")))
    }
    return entries
  }

  /// The two regional incomes: all residents, then rural residents.
  mutating func readComparators() -> [Comparator] {
    guard let sheet = sheet(DistrictForm.comparators) else { return [] }
    let names = sheet.rows.map { sheet.text($0, "id") }
    let region = names.first.flatMap { $0.hasSuffix("_income_all") ? String($0.dropLast(11)) : nil }
    guard let region, !region.isEmpty, names.count == 2, names[1] == "\(region)_income_rural" else {
      let found = names.map { "'\($0)'" }.joined(separator: ", ")
      collector.fault(
        sheet.file,
        "found the comparators \(found); expected two rows, '<region>_income_all' and then '<region>_income_rural'")
      return []
    }
    return sheet.rows.map {
      Comparator(
        id: names[$0], name: sheet.bilingual($0), base: sheet.number($0, "base_2020_yuan"),
        growth: sheet.number($0, "growth"), sigma: sheet.number($0, "sigma"))
    }
  }
}
