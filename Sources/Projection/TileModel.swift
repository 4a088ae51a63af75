import ElementaryFunctions
import LinearAlgebra

/// The model on one tile of members: the state, and one year's step as the textbook's lines.
///
/// The equation blocks live in files of their own, one extension each: Funding (steps 1-2), Projects (3), Capital
/// (4), Pillars (5), Production (6, 7, 10), Water (8), Demand (9), Prices (11), Incomes (12), Jobs (13) and
/// Outcomes (14). Each file holds the coefficients of its block and the lines that use them. A step allocates nothing.
public final class TileModel {
  /// The experiment.
  public let experiment: Experiment
  /// The memory of the tile; the caller fills `parameters` before `begin` and `normals` before each `step`.
  public let workspace: TileWorkspace
  /// Projects and sources that take part, bit by bit; money of the others does not arrive. All take part by default.
  public var participation = Participation.all
  /// Money that arrives for one project beyond the plan, for derivatives by differences; none by default.
  public var extraMoney: ExtraMoney?

  let shockCoefficients: ShockCoefficients
  let funding: FundingCoefficients
  let projects: ProjectCoefficients
  let capital: CapitalCoefficients
  let pillars: PillarCoefficients
  let production: ProductionCoefficients
  let water: WaterCoefficients
  let demand: DemandCoefficients
  let prices: PriceCoefficients
  let incomes: IncomeCoefficients
  let jobs: JobCoefficients
  let outcomes: OutcomeCoefficients

  /// Makes a model for tiles of a number of members (a multiple of 64).
  ///
  /// - Throws: `LinearAlgebraError` when the correlation matrix or the Leontief matrix cannot be factorised, which a
  ///   checked district excludes.
  public convenience init(_ experiment: Experiment, members: Int) throws {
    try self.init(experiment, workspace: TileWorkspace(experiment, members: members))
  }

  /// Makes a model that uses the memory of a workspace, which models of one district may share: `begin` sets all of
  /// its state anew and leaves parameters and normals as they are.
  ///
  /// - Throws: `LinearAlgebraError` when the correlation matrix or the Leontief matrix cannot be factorised, which a
  ///   checked district excludes.
  public init(_ experiment: Experiment, workspace: TileWorkspace) throws {
    self.experiment = experiment
    self.workspace = workspace
    shockCoefficients = try ShockCoefficients(experiment)
    funding = FundingCoefficients(experiment)
    projects = ProjectCoefficients(experiment)
    capital = CapitalCoefficients(experiment)
    pillars = PillarCoefficients(experiment)
    production = ProductionCoefficients(experiment)
    water = WaterCoefficients(experiment)
    demand = try DemandCoefficients(experiment)
    prices = PriceCoefficients(experiment)
    incomes = IncomeCoefficients(experiment)
    jobs = JobCoefficients(experiment)
    outcomes = OutcomeCoefficients(experiment)
  }

  /// Sets the state of the base year (t = 0) from the parameters in the workspace and writes its series.
  public func begin() {
    let w = workspace
    // Of the series, those of the projects: the others are written below.
    for state in [
      w.series[experiment.catalogue.arrived..<experiment.catalogue.outcomes], w.completions, w.factors, w.productivity,
      w.drivers, w.logPrices, w.comparatorDeviations, w.exportWalk, w.realIncome,
    ] { state.fill(0) }
    w.capital.fill(1)
    w.activity.fill(1)
    beginCapital()
    beginPillars()
    beginOutput()
    beginIncomes()
    beginJobs()
    beginWater()
    writeOutcomes(0)
  }

  /// One year, t = 1, 2, ...: reads the normals of the year, writes its series.
  public func step(_ t: Int) {
    correlateShocks(t)
    moneyArrives(t)
    absorbAndMature(t)
    formCapital(t)
    raisePillars(t)
    produce(t)
    rationWater(t)
    meetDemand(t)
    close(t)
    price(t)
    earn(t)
    employ(t)
    writeOutcomes(t)
  }
}
