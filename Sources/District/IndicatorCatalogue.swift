/// The rows of the model's series and every indicator derived from them, for one district.
///
/// The order of the first `seriesCount` indicators is the order of the rows the engine writes.
public struct IndicatorCatalogue: Sendable {
  /// Row of nominal GDP, 亿元.
  public let gdpNominal = 0
  /// Row of GDP at 2020 prices, 亿元.
  public let gdpReal = 1
  /// Row of disposable income a head, all residents, yuan.
  public let incomeAll = 2
  /// Row of disposable income a head, rural residents, yuan.
  public let incomeRural = 3
  /// Row of disposable income a head, urban residents, yuan.
  public let incomeUrban = 4
  /// First row of the income lines.
  public let incomeLines: Int
  /// First row of the comparators.
  public let comparators: Int
  /// First row of value added by sector, 亿元 at 2020 prices.
  public let valueAdded: Int
  /// First row of the pillars.
  public let pillars: Int
  /// First row of money arrived by project, 亿元 at 2020 prices.
  public let arrived: Int
  /// First row of money executed by project, 亿元 at 2020 prices.
  public let executed: Int
  /// First row of money unspent by project, 亿元 at 2020 prices.
  public let unspent: Int
  /// First row of completion by project, share.
  public let completion: Int
  /// First row of maturity by project, share.
  public let maturity: Int
  /// First row of physical outcomes.
  public let outcomes: Int
  /// Row of jobs, 万人.
  public let jobs: Int
  /// Row of the share of households with a stable job.
  public let stableJobShare: Int
  /// Row of water requirement over quota.
  public let waterTightness: Int
  /// Number of series of the model.
  public let seriesCount: Int
  /// All indicators: the series in row order, then growth rates and ratios.
  public let indicators: [Indicator]
  /// Position of each indicator by id.
  public let index: [String: Int]

  /// Lays out the rows for a district.
  public init(_ district: District) {
    let projects = district.projects.count
    incomeLines = 5
    comparators = incomeLines + district.incomeLines.count
    valueAdded = comparators + district.comparators.count
    pillars = valueAdded + district.sectors.count
    arrived = pillars + district.pillars.count
    executed = arrived + projects
    unspent = executed + projects
    completion = unspent + projects
    maturity = completion + projects
    outcomes = maturity + projects
    jobs = outcomes + district.outcomes.count
    stableJobShare = jobs + 1
    waterTightness = jobs + 2
    seriesCount = jobs + 3
    var list = Self.series(of: district)
    precondition(list.count == seriesCount)
    list += Self.growthRates(of: list, district: district)
    list += Self.ratios(of: list, district: district)
    indicators = list
    index = Dictionary(list.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The indicator of a name, or nil.
  public subscript(id: String) -> Indicator? { index[id].map { indicators[$0] } }

  private static func series(of district: District) -> [Indicator] {
    var list: [Indicator] = []
    func add(
      _ id: String, _ zh: String, _ en: String, _ unit: String, _ step: Int, _ resolution: Double,
      _ placeholder: Bool = false
    ) {
      list.append(
        Indicator(
          id: id, name: BilingualText(zh: zh, en: en), unit: unit, step: step, kind: .series(list.count),
          resolution: resolution, isPlaceholder: placeholder))
    }
    add("gdp_nominal", "地区生产总值（现价）", "GDP, current prices", "yi_yuan", 11, 0)
    add("gdp_real", "地区生产总值（2020年价）", "GDP, 2020 prices", "yi_yuan_2020", 10, 0)
    add("income_all", "全体居民人均可支配收入", "Disposable income per head, all residents", "yuan_per_person", 12, 0)
    add("income_rural", "农村居民人均可支配收入", "Disposable income per head, rural residents", "yuan_per_person", 12, 0)
    add("income_urban", "城镇居民人均可支配收入", "Disposable income per head, urban residents", "yuan_per_person", 12, 0)
    for line in district.incomeLines {
      let household = line.household == .rural ? ("农村", "rural") : ("城镇", "urban")
      let component: (String, String) =
        switch line.component {
        case .wage: ("工资性收入", "wages")
        case .business: ("经营净收入", "business income")
        case .property: ("财产净收入", "property income")
        case .transfer: ("转移净收入", "transfers")
        }
      add(
        "income.\(line.household.rawValue).\(line.component.rawValue)", "\(household.0)居民人均\(component.0)",
        "Income per head, \(household.1), \(component.1)", "yuan_per_person", 12, 0)
    }
    for comparator in district.comparators {
      add(comparator.id, comparator.name.zh, comparator.name.en, "yuan_per_person", 11, 0)
    }
    for sector in district.sectors {
      add(
        "value_added.\(sector.id)", "增加值·\(sector.name.zh)", "Value added, \(sector.name.en)", "yi_yuan_2020",
        10, 0)
    }
    for pillar in district.pillars {
      add("pillar.\(pillar.id)", "\(pillar.name.zh)指数", "\(pillar.name.en) index", "index", 5, 1e-3)
    }
    let money: [(String, String, String, Int)] = [
      ("arrived", "到位资金", "money arrived", 1), ("executed", "完成投资", "money executed", 2),
      ("unspent", "结转资金", "money unspent", 2),
    ]
    for (id, zh, en, step) in money {
      for project in district.projects {
        add(
          "\(id).\(project.id)", "\(project.name.zh)·\(zh)", "\(project.name.en), \(en)", "yi_yuan_2020", step,
          1e-6, project.isPlaceholder)
      }
    }
    for (id, zh, en) in [("completion", "完成率", "completion"), ("maturity", "成熟度", "maturity")] {
      for project in district.projects {
        add(
          "\(id).\(project.id)", "\(project.name.zh)·\(zh)", "\(project.name.en), \(en)", "share", 3, 1e-6,
          project.isPlaceholder)
      }
    }
    for outcome in district.outcomes {
      add(
        "outcome.\(outcome.id)", outcome.name.zh, outcome.name.en, outcome.unit, 14,
        1e-6 * max(1, abs(outcome.base) + abs(outcome.gain)), district.projects[outcome.project].isPlaceholder)
    }
    add("jobs", "就业人数", "Jobs", "wan_persons", 13, 0)
    add("stable_job_share", "有劳动能力家庭稳定就业占比", "Share of able households with a stable job", "share", 13, 0)
    add("water_tightness", "需水量与配额之比", "Water requirement over quota", "ratio", 8, 0)
    return list
  }

  private static func growthRates(of series: [Indicator], district: District) -> [Indicator] {
    let names =
      ["gdp_nominal", "gdp_real", "income_all", "income_rural", "income_urban"] + district.comparators.map(\.id)
      + ["jobs"] + district.sectors.map { "value_added.\($0.id)" }
    return names.compactMap { name in
      guard let row = series.firstIndex(where: { $0.id == name }) else { return nil }
      return Indicator(
        id: "\(name)_growth",
        name: BilingualText(zh: "\(series[row].name.zh)增速", en: "Growth of \(series[row].name.en)"), unit: "share",
        step: series[row].step, kind: .growth(of: row), resolution: 1e-3)
    }
  }

  private static func ratios(of series: [Indicator], district: District) -> [Indicator] {
    let region = district.comparators.first.map { $0.id.without("_income_all") } ?? ""
    let name = district.region
    return [
      (
        "income_all_to_\(region)", "全体居民收入与全区之比", "Income of all residents over \(name.en)'s", "income_all",
        "\(region)_income_all"
      ),
      (
        "income_rural_to_\(region)", "农村居民收入与全区农村之比", "Rural income over \(name.en)'s rural income", "income_rural",
        "\(region)_income_rural"
      ),
      ("income_urban_to_rural", "城乡居民收入比", "Urban over rural income", "income_urban", "income_rural"),
    ].compactMap { id, zh, en, of, to in
      guard let above = series.firstIndex(where: { $0.id == of }), let below = series.firstIndex(where: { $0.id == to })
      else { return nil }
      return Indicator(
        id: id, name: BilingualText(zh: zh, en: en), unit: "ratio", step: 12, kind: .ratio(of: above, to: below),
        resolution: 0)
    }
  }
}

extension String {
  /// The text without an ending, when it has it.
  fileprivate func without(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
