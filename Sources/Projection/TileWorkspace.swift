import ElementaryFunctions

/// All the memory of one tile: made once for a worker, reused for every tile and year.
///
/// Sized so that a tile of a few hundred members stays in the second-level cache.
public final class TileWorkspace {
  /// Members of a tile: a multiple of 64, the block of the samplers.
  public let members: Int
  /// Uncertain parameters, one row each.
  public let parameters: TileRows
  /// Independent standard normals z of the year. May be pointed at the year's rows of a store of all years.
  public var normals: TileRows
  /// Correlated shocks e of the year.
  public let shocks: TileRows
  /// Every series of the year, in the order of the catalogue.
  public let series: TileRows
  /// Arrival factors phi of the year.
  public let arrivals: TileRows
  /// Money unspent u is a series; completion before the cap q, by project.
  let completions: TileRows
  /// Effective maturity efficacy x E by project, then the scaled pillar gains: the factors behind productivity.
  let factors: TileRows
  /// Capital over that of the base year, by sector.
  let capital: TileRows
  /// Capital formed by the projects over base-year capital, by sector.
  let projectCapital: TileRows
  /// Gains of the pillars from the factors.
  let pillarGains: TileRows
  let waterSaving: TileRows
  let stableJobGain: TileRows
  /// Productivity a, AR(1), by sector.
  let productivity: TileRows
  /// Potential output v* by sector.
  let potential: TileRows
  /// Requirements of the projects' purchases, over base-year output, by sector.
  let purchases: TileRows
  /// Log value added v by sector, then the outside wage omega: the drivers of incomes.
  let drivers: TileRows
  /// exp(v) by sector.
  let activity: TileRows
  /// Responses of the income lines to their drivers.
  let incomeResponses: TileRows
  /// Walks: log prices by industry, deviations of the comparators, export walk.
  let logPrices: TileRows
  let comparatorDeviations: TileRows
  let exportWalk: TileRows
  /// Nominal income of all residents in the base year and real income growth r of the year before.
  let baseIncome: TileRows
  let realIncome: TileRows
  /// The member-wise factors of household demand and of sales outside the district.
  let demandFactors: TileRows
  /// (1 + crowding_in) / value_added_scale.
  let capitalScale: TileRows
  /// Value added by industry, for the deflators.
  let industryOutput: TileRows
  /// One row each: the price of the industry in hand, and employment of the sector in hand over that of the base year.
  let prices: TileRows
  let employment: TileRows

  private let memory: UnsafeMutableRawPointer

  /// Makes a workspace for tiles of a number of members.
  public init(_ experiment: Experiment, members: Int) {
    precondition(members > 0 && members % 64 == 0, "a tile holds whole blocks of 64 members")
    self.members = members
    let district = experiment.district
    let sectors = district.sectors.count
    let projects = district.projects.count
    let pillars = district.pillars.count
    let lines = district.incomeLines.count
    let counts = [
      district.parameters.count, district.shocks.count, district.shocks.count, experiment.catalogue.seriesCount,
      district.sources.count, projects, projects + pillars, sectors, sectors, pillars, 1, 1, sectors,
      sectors, sectors, sectors + 1, sectors, lines, 3, district.comparators.count, 1, 1, 1, 2, 1, 3,
      1, 1,
    ]
    let width = Vector.scalarCount
    let vectors = members / width
    let rows = counts.reduce(0, +)
    memory = UnsafeMutableRawPointer.allocate(byteCount: rows * members * 8, alignment: 64)
    let start = memory.bindMemory(to: Vector.self, capacity: rows * vectors)
    start.initialize(repeating: Vector(repeating: 0), count: rows * vectors)
    var used = 0
    var index = 0
    func next() -> TileRows {
      defer {
        used += counts[index]
        index += 1
      }
      return TileRows(base: start + used * vectors, count: counts[index], vectors: vectors)
    }
    parameters = next()
    normals = next()
    shocks = next()
    series = next()
    arrivals = next()
    completions = next()
    factors = next()
    capital = next()
    projectCapital = next()
    pillarGains = next()
    waterSaving = next()
    stableJobGain = next()
    productivity = next()
    potential = next()
    purchases = next()
    drivers = next()
    activity = next()
    incomeResponses = next()
    logPrices = next()
    comparatorDeviations = next()
    exportWalk = next()
    baseIncome = next()
    realIncome = next()
    demandFactors = next()
    capitalScale = next()
    industryOutput = next()
    prices = next()
    employment = next()
    precondition(index == counts.count)
  }

  deinit { memory.deallocate() }
}
