import Sampling

extension DistrictReader {
  /// The shocks, exactly those the model needs and in its order.
  mutating func readShocks(_ sectors: NameIndex?, _ sources: NameIndex?, _ comparators: [Comparator]) -> [Shock] {
    guard let sheet = sheet(DistrictForm.shockLoadings) else { return [] }
    if sheet.further.isEmpty {
      collector.fault(
        sheet.file, line: 1, "no column of loadings; expected one for each factor that columns.csv describes")
    }
    if let sectors, let sources, comparators.count == 2 {
      let expected =
        sectors.names.map { "tfp_\($0)" } + sources.names.map { "arrival_\($0)" } + ["outside_wage"]
        + comparators.map(\.id) + Industry.allCases.map { "deflator_\($0.rawValue)" } + ["water", "export"]
      checkShockNames(sheet, expected)
    }
    return sheet.rows.map { row in
      Shock(
        id: sheet.text(row, "shock"), name: sheet.bilingual(row),
        loadings: sheet.further.map { sheet.number(row, $0) })
    }
  }

  private mutating func checkShockNames(_ sheet: Sheet, _ expected: [String]) {
    let index = NameIndex("shock", expected)
    var isExact = sheet.table.rowCount == expected.count
    for row in sheet.rows where index.find(sheet, row, "shock", &collector) == nil { isExact = false }
    let found = sheet.rowsByKey
    for name in expected where found[name] == nil {
      collector.fault(sheet.file, "no row for the shock '\(name)'")
      isExact = false
    }
    guard isExact, let row = sheet.rows.first(where: { sheet.text($0, "shock") != expected[$0] }) else { return }
    collector.fault(
      sheet.file, sheet.cell(row, "shock"),
      "the shock '\(sheet.text(row, "shock"))' stands where '\(expected[row])' is expected; the order is tfp_<sector>, arrival_<source>, outside_wage, the comparators, deflator_<industry>, water, export"
    )
  }

  /// The uncertain parameters, exactly those the model needs.
  mutating func readParameters(
    _ projects: NameIndex?, _ sources: NameIndex?, _ pillars: NameIndex?
  ) -> [UncertainParameter] {
    guard let sheet = sheet(DistrictForm.uncertainParameters) else { return [] }
    var needed: [String: ParameterForm]?
    if let projects, let sources, let pillars {
      let forms = ParameterForm.needed(projects: projects.names, sources: sources.names, pillars: pillars.names)
      requireRows(DistrictForm.uncertainParameters, forms.map(\.id), "the parameter")
      needed = Dictionary(forms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var parameters: [UncertainParameter] = []
    for row in sheet.rows {
      let id = sheet.text(row, "id")
      guard let distribution = readDistribution(sheet, row) else { continue }
      if let needed {
        guard let form = needed[id] else {
          collector.fault(
            sheet.file, sheet.cell(row, "id"), "unknown parameter '\(id)'; no equation reads it",
            near: nearestName(to: id, among: needed.keys.sorted()))
          continue
        }
        checkUnit(sheet, row, expected: form.unit, of: "the parameter '\(id)'")
        if let problem = form.problem(with: distribution) {
          collector.fault(
            sheet.file, sheet.cell(row, "a"),
            "the distribution of '\(id)' (\(sheet.text(row, "distribution"))): \(problem)")
        }
      }
      parameters.append(UncertainParameter(id: id, distribution: distribution, unit: sheet.text(row, "unit")))
    }
    return parameters
  }

  private mutating func readDistribution(_ sheet: Sheet, _ row: Int) -> Distribution? {
    let kind = sheet.text(row, "distribution")
    let widths = ["pert": 3, "triangular": 3, "normal": 2, "uniform": 2, "fixed": 1]
    guard let width = widths[kind] else { return nil }
    for (position, column) in ["a", "b", "c"].enumerated() {
      let isGiven = !sheet.text(row, column).isEmpty
      guard isGiven != (position < width) else { continue }
      collector.fault(
        sheet.file, sheet.cell(row, column),
        isGiven
          ? "'\(column)' must be empty for a \(kind) distribution, which has \(width) number\(width == 1 ? "" : "s")"
          : "'\(column)' is empty; a \(kind) distribution needs \(width) numbers")
      return nil
    }
    let (a, b, c) = (sheet.number(row, "a"), sheet.number(row, "b"), sheet.number(row, "c"))
    guard [a, b, c].prefix(width).allSatisfy(\.isFinite) else { return nil }
    switch kind {
    case "pert": return .pert(low: a, mode: b, high: c)
    case "triangular": return .triangular(low: a, mode: b, high: c)
    case "normal": return .normal(mean: a, standardDeviation: b)
    case "uniform": return .uniform(low: a, high: b)
    default: return .fixed(value: a)
    }
  }

  /// The registry of dimensions: one for every parameter and for every shock and year, none used twice.
  mutating func readDimensions(_ parameters: [UncertainParameter], _ shocks: [Shock]) -> [String: Int] {
    guard let sheet = sheet(DistrictForm.samplingDimensions) else { return [:] }
    var dimensions: [String: Int] = [:]
    var owners: [Int: String] = [:]
    for row in sheet.rows {
      let name = sheet.text(row, "name")
      guard let dimension = Int(exactly: sheet.number(row, "dimension")) else { continue }
      if let owner = owners[dimension] {
        collector.fault(
          sheet.file, sheet.cell(row, "dimension"), "dimension \(dimension) of '\(name)' already belongs to '\(owner)'")
      }
      owners[dimension] = owners[dimension] ?? name
      dimensions[name] = dimension
    }
    guard !parameters.isEmpty, !shocks.isEmpty else { return dimensions }
    for name in parameters.map(\.id) where dimensions[name] == nil {
      collector.fault(sheet.file, "no dimension for the parameter '\(name)'")
    }
    for shock in shocks {
      for year in DistrictForm.years where dimensions["\(shock.id)@\(year)"] == nil {
        collector.fault(sheet.file, "no dimension for the shock '\(shock.id)@\(year)'")
      }
    }
    return dimensions
  }

  /// The ranges that `projects.csv` and `funding_sources.csv` repeat must equal the distributions.
  mutating func checkRepeatedRanges() {
    guard let parameters = sheet(DistrictForm.uncertainParameters) else { return }
    let rows = parameters.rowsByKey
    let repeats = [
      (DistrictForm.projects, ["maturation", "absorption", "efficacy"]), (DistrictForm.fundingSources, ["arrival"]),
    ]
    for (form, names) in repeats {
      guard let sheet = sheet(form) else { continue }
      for row in sheet.rows {
        for name in names {
          let id = "\(name).\(sheet.text(row, "id"))"
          guard let other = rows[id] else { continue }
          for (end, column) in [("low", "a"), ("mode", "b"), ("high", "c")] {
            let (here, there) = (sheet.number(row, "\(name)_\(end)"), parameters.number(other, column))
            guard !here.isNaN, !there.isNaN, here != there else { continue }
            collector.remark(
              sheet.file, sheet.cell(row, "\(name)_\(end)"),
              "\(name)_\(end) is \(here.plain); expected \(there.plain), the value of '\(id)' on line \(parameters.table.line(row: other)) of uncertain_parameters.csv"
            )
          }
        }
      }
    }
  }
}
