import District

/// The dozen indicators a leader asks for, those of them the district has.
enum LeadershipIndicators {
  private static let headline = [
    "gdp_nominal", "gdp_real_growth", "income_all", "income_rural", "income_urban", "income_all_to_ningxia",
    "income_rural_to_ningxia", "income_rural_growth", "jobs", "stable_job_share",
  ]

  /// The headline indicators, the pillars, and whatever else a commitment speaks of.
  static func list(_ report: RunReport) -> [Indicator] {
    list(report.catalogue, report.district, report.scenario.targets)
  }

  /// The same of a catalogue, its district and the commitments.
  static func list(_ catalogue: IndicatorCatalogue, _ district: District, _ targets: [Target]) -> [Indicator] {
    var ids = headline + district.pillars.map { "pillar.\($0.id)" }
    for target in targets where !ids.contains(target.indicator) { ids.append(target.indicator) }
    return ids.compactMap { catalogue[$0] }
  }

  /// The commitment shown beside an indicator: the last of those on it.
  static func target(on indicator: Indicator, _ report: RunReport) -> Int? {
    var last: Int?
    for (index, result) in report.summary.targets.enumerated() where result.target.indicator == indicator.id {
      let year = result.target.years.upperBound
      if last.map({ year > report.summary.targets[$0].target.years.upperBound }) ?? true { last = index }
    }
    return last
  }
}
