import District
import LinearAlgebra
import Projection
import Scenarios

/// What one equation block does in one year, a member: the counts behind the floor.
///
/// `exponentialSites`, `logarithmSites` and `productSites` are how often exp and log of a vector or of rows and products of
/// rows stand in the code of the file; `reach` reads the file and stops when they no longer do, so that the counts follow
/// the code.
public struct BlockOperations {
  /// The file in Sources/Projection.
  public let file: String
  /// Evaluations of exp a member in one year.
  public let exponentials: Int
  /// Evaluations of log a member in one year.
  public let logarithms: Int
  /// Constants that multiply a tile.
  public let products: [ConstantProduct]
  /// Rows of a tile that the block brings from and sends to the second-level cache: each once, however often its
  /// lines use it.
  public let rowsRead: Int
  /// Rows that it sends there.
  public let rowsWritten: Int
  /// How often exp stands in the file.
  public let exponentialSites: Int
  /// How often log stands in the file.
  public let logarithmSites: Int
  /// How often products stand in the file.
  public let productSites: Int
}

/// The counts of the whole step and of the base year.
public struct StepOperations {
  /// The blocks in the order of the step.
  public let blocks: [BlockOperations]
  /// Evaluations of exp a member when the state of the base year is set.
  public let baseYearExponentials: Int
  /// Rows written when the state of the base year is set.
  public let baseYearRows: Int

  /// Counts for the district of an experiment. The comments name the lines of Sources/Projection that are counted.
  ///
  /// - Throws: `LinearAlgebraError` when the correlation matrix cannot be factorised, which a checked district excludes.
  public init(_ experiment: Experiment) throws {
    let d = experiment.district
    let (S, P, F, J) = (d.sectors.count, d.projects.count, d.sources.count, d.pillars.count)
    let (I, M, K, O) = (d.incomeLines.count, d.comparators.count, Industry.allCases.count, d.outcomes.count)
    let E = d.shocks.count
    let built = d.projects.filter { $0.plannedCost > 0 }.count
    let curved = d.projects.filter { $0.plannedCost > 0 && $0.curvature != 0 }.count
    let groups = TrendGroup.allCases.count
    let structure = try DistrictMatrices(experiment)
    func block(
      _ file: String, exp: Int = 0, log: Int = 0, _ products: [ConstantProduct] = [], read: Int, written: Int,
      sites: (exp: Int, log: Int, product: Int)
    ) -> BlockOperations {
      BlockOperations(
        file: file, exponentials: exp, logarithms: log, products: products, rowsRead: read, rowsWritten: written,
        exponentialSites: sites.exp, logarithmSites: sites.log, productSites: sites.product)
    }
    blocks = [
      // e = L z: z in, e out.
      block("Shocks.swift", [.factorModel(structure.correlation)], read: E, written: E, sites: (0, 0, 1)),
      // phi: arrival, e in; phi, A out.
      block("Funding.swift", exp: F, [.matrix(structure.plan)], read: 2 * F, written: F + P, sites: (1, 0, 1)),
      // Steps 2 and 3: absorption, maturation, efficacy, A, u, q, E in; x, u, q, completion, E, efficacy x E out.
      block("Projects.swift", exp: curved, read: 7 * built, written: 6 * built, sites: (1, 0, 0)),
      // x, K, activity, scale in; the projects' capital, K, k out.
      block(
        "Capital.swift", log: S, [.matrix(structure.capital)], read: P + 2 * S + 1, written: 3 * S, sites: (0, 1, 1)),
      // Effective maturities, offset, scale in; gains, J, scaled gains out.
      block("Pillars.swift", [.matrix(structure.pillar)], read: P + 2 * J, written: 3 * J, sites: (0, 0, 1)),
      // Steps 6, 7 and 10. produce: factors, scale, shifts, e, a, v, potential in; a, potential out.
      // close: v, potential, scale in; v, activity, V, the industries, real GDP out.
      block(
        "Production.swift", exp: S, [.matrix(structure.productivity)], read: P + J + 1 + groups + 4 * S + 2 * S + 1,
        written: 2 * S + 3 * S + K + 1, sites: (1, 0, 1)),
      // Effective maturities, elasticity, e, v*_crops in; saving, v*_crops, tightness out.
      block("Water.swift", exp: 2, log: 2, [.matrix(structure.water)], read: P + 3, written: 3, sites: (2, 2, 1)),
      // x, consumption scale, export shift, additionality, e, xi, r in; requirements, xi, two factors, v out.
      block(
        "Demand.swift", exp: 2, log: S, [.matrix(structure.purchases)], read: P + 6, written: 2 * S + 3,
        sites: (1, 1, 1)),
      // Deflators: shift, e, price, output in; price, nominal GDP out. Comparators: shift, e, deviation in; both out.
      block("Prices.swift", exp: K + M, read: 4 * K + 3 * M, written: K + 1 + 2 * M, sites: (2, 0, 0)),
      // Drivers, trend, e, omega, effective maturities, bases, shifts, scales, deviations, base income in; omega,
      // responses, lines, totals, all residents, r out.
      block(
        "Incomes.swift", exp: I, log: 1, [.matrix(structure.income), .matrix(structure.incomeGains)],
        read: S + 3 + P + 2 + 2 + IncomeComponent.allCases.count + M + 1, written: 1 + 2 * I + 3 + 1,
        sites: (1, 1, 2)),
      // Effective maturities, v, base in; gain, total, share out.
      block(
        "Jobs.swift", exp: S, log: 1, [.matrix(structure.stableJobs)], read: P + S + 1, written: 3, sites: (1, 1, 1)),
      // Effective maturities and one completion in; outcomes out.
      block("Outcomes.swift", read: P + 1, written: O, sites: (0, 0, 0)),
    ]
    // begin: the incomes of the base year; every series and every state row is set.
    baseYearExponentials = I
    baseYearRows = experiment.catalogue.seriesCount + 2 * P + J + 4 * S + I + K + M + 5
  }

  /// Evaluations of exp a member in one year.
  public var exponentials: Int { blocks.reduce(0) { $0 + $1.exponentials } }
  /// Evaluations of log a member in one year.
  public var logarithms: Int { blocks.reduce(0) { $0 + $1.logarithms } }
  /// Rows to and from the second-level cache in one year.
  public var rows: Int { blocks.reduce(0) { $0 + $1.rowsRead + $1.rowsWritten } }
  /// The products of one year.
  public var products: [ConstantProduct] { blocks.flatMap(\.products) }
}

/// The constant matrices of the model by their nonzero coefficients; values other than the pattern do not matter here.
struct DistrictMatrices {
  let correlation: FactorModelProduct
  let plan: Matrix
  let capital: Matrix
  let pillar: Matrix
  let productivity: Matrix
  let water: Matrix
  let purchases: Matrix
  let income: Matrix
  let incomeGains: Matrix
  let stableJobs: Matrix

  init(_ experiment: Experiment) throws {
    let d = experiment.district
    let (S, P, J) = (d.sectors.count, d.projects.count, d.pillars.count)
    func links(_ kind: ProjectLink.Kind, rows: Int, columns: Int) -> Matrix {
      var matrix = Matrix(rows: rows, columns: columns)
      for link in d.links where link.kind == kind { matrix[link.target, link.project] += link.value }
      return matrix
    }
    correlation = try FactorModelProduct(loadings: Matrix(d.shocks.map(\.loadings)))
    // A year in the middle of the programme.
    let year = experiment.years / 2
    plan = Matrix(rows: P, columns: d.sources.count) { experiment.scenario.plan[year, $0, $1] }
    capital = links(.capital, rows: S, columns: P)
    pillar = links(.pillar, rows: J, columns: P)
    var gains = links(.productivity, rows: S, columns: P + J)
    for entry in d.pillarElasticities { gains[entry.sector, P + entry.pillar] += entry.value }
    productivity = gains
    water = links(.water, rows: 1, columns: P)
    // (I - diag(local) A)^-1 fills the columns of the projects that buy at all.
    let bought = links(.purchase, rows: S, columns: P)
    purchases = Matrix(rows: S, columns: P) { _, p in (0..<S).contains { bought[$0, p] != 0 } ? 0.5 : 0 }
    var responses = Matrix(rows: d.incomeLines.count, columns: S + 1)
    for entry in d.incomeElasticities { responses[entry.line, entry.sector ?? S] += entry.value }
    income = responses
    incomeGains = links(.income, rows: d.incomeLines.count, columns: P)
    stableJobs = links(.stableJob, rows: 1, columns: P)
  }
}
