import District
import Scenarios

/// The cells of a plan that an allocation may fill: which source may pay for which project, in which years.
public struct AllocationCells: Sendable, Equatable {
  /// One cell, t = 1, 2, ... counted from the year after the base year.
  public struct Cell: Sendable, Equatable {
    /// Year t.
    public let year: Int
    /// Index of the project.
    public let project: Int
    /// Index of the source.
    public let source: Int

    /// Makes a cell.
    public init(year: Int, project: Int, source: Int) {
      self.year = year
      self.project = project
      self.source = source
    }
  }

  /// The cells, by year, project and source: the coordinates of the optimiser.
  public let cells: [Cell]
  /// Number of years, projects and sources of the plan.
  public let years: Int
  /// Number of projects.
  public let projects: Int
  /// Number of sources.
  public let sources: Int
  /// Planned cost by project, 亿元 at 2020 prices.
  let plannedCosts: [Double]
  /// `worksDeflator` by year.
  let prices: [Double]
  /// Pairs of year and project that have a cell.
  let projectYears: [(Int, Int)]
  private let payersByProject: [[Int]]
  private let firstYear: Int

  /// The cells of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: whose plan it is; projects without a planned cost have no cell.
  ///   - years: years t in which money may be spent; nil for those of its plan that have money.
  ///   - mayPay: whether a source (second) may pay for a project (first); nil for the pairs that pay in its plan.
  public init(
    _ scenario: ResolvedScenario, years: [Int]? = nil, mayPay: ((Int, Int) -> Bool)? = nil
  ) {
    let plan = scenario.plan
    let district = scenario.district
    let pays = mayPay ?? { p, f in (0..<plan.years).contains { plan[$0, p, f] > 0 } }
    let open =
      years
      ?? (1...plan.years).filter { t in
        plan.amounts[(t - 1) * plan.projects * plan.sources..<t * plan.projects * plan.sources].contains { $0 > 0 }
      }
    let payers = district.projects.indices.map { p in
      district.projects[p].plannedCost > 0 ? district.sources.indices.filter { pays(p, $0) } : []
    }
    cells = open.flatMap { t in
      payers.indices.flatMap { p in payers[p].map { Cell(year: t, project: p, source: $0) } }
    }
    self.years = plan.years
    projects = plan.projects
    sources = plan.sources
    firstYear = plan.firstYear
    plannedCosts = district.projects.map(\.plannedCost)
    prices = (1...plan.years).map(district.constants.worksDeflator(year:))
    payersByProject = payers
    projectYears = open.flatMap { t in payers.indices.filter { !payers[$0].isEmpty }.map { (t, $0) } }
  }

  /// Sources that may pay for a project.
  func payers(project: Int) -> [Int] { payersByProject[project] }

  /// Position of a cell in sums over all years, projects and sources.
  func position(year t: Int, project p: Int, source f: Int) -> Int { ((t - 1) * projects + p) * sources + f }

  /// Number of positions.
  var positions: Int { years * projects * sources }

  /// The plan with these amounts in the cells and nothing elsewhere.
  public func plan(_ amounts: [Double]) -> FundingPlan {
    var plan = FundingPlan(firstYear: firstYear, years: years, projects: projects, sources: sources)
    for (cell, amount) in zip(cells, amounts) { plan[cell.year - 1, cell.project, cell.source] = amount }
    return plan
  }

  /// The amounts a plan has in the cells.
  public func amounts(_ plan: FundingPlan) -> [Double] {
    cells.map { plan[$0.year - 1, $0.project, $0.source] }
  }

  /// Coordinates of the cells that satisfy a condition.
  func indices(_ condition: (Cell) -> Bool) -> [Int] { cells.indices.filter { condition(cells[$0]) } }

  /// Equal when the cells and the sizes of the plan are.
  public static func == (a: AllocationCells, b: AllocationCells) -> Bool {
    a.cells == b.cells && a.years == b.years && a.projects == b.projects && a.sources == b.sources
  }
}
