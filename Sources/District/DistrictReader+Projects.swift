extension DistrictReader {
  /// The projects.
  mutating func readProjects() -> [Project] {
    guard let sheet = sheet(DistrictForm.projects) else { return [] }
    return sheet.rows.map {
      Project(
        id: sheet.text($0, "id"), name: sheet.bilingual($0), reference: sheet.text($0, "named_in"),
        isPlaceholder: sheet.text($0, "placeholder") == "yes", plannedCost: sheet.number($0, "planned_cost_yi"),
        curvature: sheet.number($0, "curvature"))
    }
  }

  /// The funding sources.
  mutating func readSources() -> [FundingSource] {
    guard let sheet = sheet(DistrictForm.fundingSources) else { return [] }
    return sheet.rows.map {
      FundingSource(
        id: sheet.text($0, "id"), name: sheet.bilingual($0), reference: sheet.text($0, "named_in"),
        arrivalSigma: sheet.number($0, "arrival_sigma"))
    }
  }

  /// The planned funding.
  mutating func readPlan(_ projects: NameIndex?, _ sources: NameIndex?) -> FundingPlan {
    let none = FundingPlan(firstYear: DistrictForm.years.lowerBound, years: 0, projects: 0, sources: 0)
    guard let sheet = sheet(DistrictForm.fundingPlan), let projects, let sources else { return none }
    return FundingPlan.fill(from: sheet, projects, sources, &collector).plan
  }

  /// What projects act on.
  mutating func readLinks(
    _ projects: NameIndex?, _ sectors: NameIndex?, _ pillars: NameIndex?
  ) -> [ProjectLink] {
    guard let sheet = sheet(DistrictForm.projectLinks) else { return [] }
    let lines = NameIndex("income line", IncomeLine.all.map { "\($0.household)_\($0.component)" })
    var links: [ProjectLink] = []
    for row in sheet.rows {
      guard let kind = ProjectLink.Kind(rawValue: sheet.text(row, "kind")) else { continue }
      let targets: NameIndex? =
        switch kind {
        case .capital, .purchase, .productivity: sectors
        case .pillar: pillars
        case .income: lines
        case .water: NameIndex("target", ["requirement"])
        case .stableJob: NameIndex("target", ["share"])
        }
      let project = projects?.find(sheet, row, "project", &collector)
      let target = targets?.find(sheet, row, "target", &collector)
      let value = sheet.number(row, "value")
      if !value.isNaN, !kind.bounds.contains(value) {
        collector.fault(
          sheet.file, sheet.cell(row, "value"),
          "\(sheet.text(row, "value")) for a link of kind '\(kind.rawValue)' is out of bounds; expected \(kind.bounds)")
      }
      guard let project, let target else { continue }
      links.append(ProjectLink(project: project, kind: kind, target: target, value: value))
    }
    return links
  }

  /// Physical outcomes of projects.
  mutating func readOutcomes(_ projects: NameIndex?) -> [ProjectOutcome] {
    guard let sheet = sheet(DistrictForm.projectOutcomes), let projects else { return [] }
    if !sheet.rows.contains(where: { sheet.text($0, "id") == "infrastructure_completion" }) {
      collector.fault(
        sheet.file, "no outcome 'infrastructure_completion'; the model reports the completion of its project there")
    }
    var outcomes: [ProjectOutcome] = []
    for row in sheet.rows {
      let unit = sheet.text(row, "unit")
      let base = sheet.number(row, "base_2020")
      if unit == "percent", base > 100 {
        collector.fault(
          sheet.file, sheet.cell(row, "base_2020"),
          "\(sheet.text(row, "base_2020")) percent for the outcome '\(sheet.text(row, "id"))' is out of bounds; expected at most 100"
        )
      }
      if unit.contains(where: { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }) {
        collector.remark(
          sheet.file, sheet.cell(row, "unit"),
          "unit '\(unit)' of the outcome '\(sheet.text(row, "id"))'; expected a code of letters, digits and underscore")
      }
      guard let project = projects.find(sheet, row, "project", &collector) else { continue }
      outcomes.append(
        ProjectOutcome(
          id: sheet.text(row, "id"), name: sheet.bilingual(row), unit: unit, project: project, base: base,
          trend: sheet.number(row, "trend"), gain: sheet.number(row, "gain_at_completion")))
    }
    return outcomes
  }
}

extension ProjectLink.Kind {
  /// Unit of the coefficient.
  public var unit: String {
    switch self {
    case .capital, .purchase, .water: "share"
    case .pillar: "index_points"
    case .productivity, .income: "log"
    case .stableJob: "percentage_points"
    }
  }

  /// Values of the coefficient the model can work with.
  public var bounds: NumberBounds {
    switch self {
    case .capital, .purchase, .water: .share
    case .pillar, .stableJob: NumberBounds(-100, 100)
    case .productivity, .income: NumberBounds(-2, 2)
    }
  }
}
