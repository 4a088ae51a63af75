/// Everything the model knows about one district: the numbers of a district folder, read and checked.
///
/// Arrays are in the order of the files; equations address their entries by index.
public struct District: Sendable {
  /// Id, for example `hongsibao`.
  public let id: String
  /// Name in both languages.
  public let name: BilingualText
  /// Name of the region it is measured against, in both languages.
  public let region: BilingualText
  /// The base year, 2020.
  public let baseYear: Int
  /// SHA-256 over the names and bytes of the folder's files, hexadecimal.
  public let fingerprint: String
  /// Where the folder stands, or `built-in`.
  public let location: String

  /// Sectors, index s.
  public let sectors: [Sector]
  /// Projects, index p.
  public let projects: [Project]
  /// Funding sources, index f.
  public let sources: [FundingSource]
  /// Pillars, index j.
  public let pillars: [Pillar]
  /// Income lines, index i: rural wage, business, property, transfer, then urban.
  public let incomeLines: [IncomeLine]
  /// Comparators, index m: all residents, then rural residents.
  public let comparators: [Comparator]
  /// Physical outcomes.
  public let outcomes: [ProjectOutcome]
  /// Names of the common factors behind the shocks.
  public let factors: [String]
  /// Shocks, in the order of the correlation matrix.
  public let shocks: [Shock]
  /// Uncertain parameters.
  public let parameters: [UncertainParameter]
  /// Commitments.
  public let targets: [Target]

  /// Input coefficients A[input][output], total, before the local share.
  public let inputOutput: [[Double]]
  /// Links of projects.
  public var links: [ProjectLink]
  /// Theta.
  public let pillarElasticities: [PillarElasticity]
  /// Lambda.
  public let incomeElasticities: [IncomeElasticity]
  /// The planned funding, to the last year that has rows.
  public let plan: FundingPlan
  /// Scalar constants.
  public var constants: Constants
  /// The last dimension of the low-discrepancy sequence that a name may have: as many as the sampler has.
  public static let samplingDimensionsAtMost = 1024
  /// Dimension of the low-discrepancy sequence for each parameter (`id`) and shock (`id@year`); never reused.
  public let samplingDimensions: [String: Int]
  /// The numeric columns of the files, as the data dictionary describes them.
  public let dataDictionary: [DataColumn]
  /// Every number with its origin.
  public let inputs: [InputRecord]

  /// Makes a district from parts already read and checked.
  public init(
    id: String, name: BilingualText, region: BilingualText, baseYear: Int, fingerprint: String, location: String,
    sectors: [Sector],
    projects: [Project], sources: [FundingSource], pillars: [Pillar], incomeLines: [IncomeLine],
    comparators: [Comparator], outcomes: [ProjectOutcome], factors: [String], shocks: [Shock],
    parameters: [UncertainParameter], targets: [Target], inputOutput: [[Double]], links: [ProjectLink],
    pillarElasticities: [PillarElasticity], incomeElasticities: [IncomeElasticity], plan: FundingPlan,
    constants: Constants, samplingDimensions: [String: Int], dataDictionary: [DataColumn] = [],
    inputs: [InputRecord]
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.baseYear = baseYear
    self.fingerprint = fingerprint
    self.location = location
    self.sectors = sectors
    self.projects = projects
    self.sources = sources
    self.pillars = pillars
    self.incomeLines = incomeLines
    self.comparators = comparators
    self.outcomes = outcomes
    self.factors = factors
    self.shocks = shocks
    self.parameters = parameters
    self.targets = targets
    self.inputOutput = inputOutput
    self.links = links
    self.pillarElasticities = pillarElasticities
    self.incomeElasticities = incomeElasticities
    self.plan = plan
    self.constants = constants
    self.samplingDimensions = samplingDimensions
    self.dataDictionary = dataDictionary
    self.inputs = inputs
  }
}
