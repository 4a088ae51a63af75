import District
import Sampling

/// How many members are drawn, and how.
public struct Ensemble: Sendable, Equatable {
  /// Number of members.
  public var members: Int
  /// The sequence the draws come from.
  public var sampler: SamplerKind
  /// Seed of every draw.
  public var seed: UInt64

  /// Makes an ensemble description.
  public init(members: Int = 10_000, sampler: SamplerKind = .sobol, seed: UInt64 = 20_210_410) {
    self.members = members
    self.sampler = sampler
    self.seed = seed
  }
}

/// A known event: added to the year's correlated shock, in its standard deviations.
public struct Event: Sendable, Equatable {
  /// Calendar year.
  public let year: Int
  /// Index of the shock in the district.
  public let shock: Int
  /// Standard deviations added.
  public let standardDeviations: Double

  /// Makes an event.
  public init(year: Int, shock: Int, standardDeviations: Double) {
    self.year = year
    self.shock = shock
    self.standardDeviations = standardDeviations
  }
}

/// Money of the years after the horizon, which no run spends, by cell: planned before the scenario's adjustments, and
/// after them (planned there, or moved there by a delay).
public struct FundingAfterHorizon: Sendable, Equatable {
  /// Planned before adjustments.
  public let before: [FundingPastHorizon]
  /// After adjustments.
  public let after: [FundingPastHorizon]

  /// Makes the two lists; empty by default.
  public init(before: [FundingPastHorizon] = [], after: [FundingPastHorizon] = []) {
    self.before = before
    self.after = after
  }
}

/// Money of a cell past the horizon: reported, never lost in silence.
public struct FundingPastHorizon: Sendable, Equatable {
  /// Index of the project.
  public let project: Int
  /// Index of the source.
  public let source: Int
  /// The year it falls in.
  public let year: Int
  /// Nominal 亿元.
  public let amount: Double

  /// Makes an entry.
  public init(project: Int, source: Int, year: Int, amount: Double) {
    self.project = project
    self.source = source
    self.year = year
    self.amount = amount
  }
}

/// One value of a scenario as resolved, with where it comes from: what `hsb validate --show` prints.
public struct ResolvedValue: Sendable, Equatable {
  /// Dotted path, for example `parameters.efficacy.tourism`.
  public let path: String
  /// The value as text.
  public let value: String
  /// `file:line`, or the district's source.
  public let origin: String
  /// What it overrides, as text with its own origin; nil when it overrides nothing.
  public let overrides: String?
  /// Status of the value: of the district's number, or `scenario` when an analyst set it.
  public let status: String

  /// Makes an entry.
  public init(path: String, value: String, origin: String, overrides: String?, status: String) {
    self.path = path
    self.value = value
    self.origin = origin
    self.overrides = overrides
    self.status = status
  }
}

/// A scenario resolved against a district: complete, checked, and dense.
public struct ResolvedScenario: Sendable {
  /// Id: a-z, 0-9, hyphen.
  public var id: String
  /// Title in both languages.
  public var title: BilingualText
  /// Description, if the analyst wrote one.
  public var description: BilingualText?
  /// The question it asks, if the file says.
  public var question: BilingualText?
  /// The item of the policy document it comes from, or whose assumption it is, if the file says.
  public var reference: BilingualText?
  /// Files of the inheritance chain, the scenario first.
  public var chain: [String]
  /// The district, its constants overridden as the scenario says.
  public var district: District
  /// Last year of the projection.
  public var horizon: Int
  /// Draws.
  public var ensemble: Ensemble
  /// The plan named by the scenario before adjustments, years 2021 to the horizon, nominal 亿元.
  public var planBeforeAdjustments: FundingPlan
  /// The plan after adjustments, years 2021 to the horizon, nominal 亿元.
  public var plan: FundingPlan
  /// Money moved past the horizon by delays.
  public var fundingPastHorizon: [FundingPastHorizon]
  /// All money after the horizon, so that the accounts of a run are whole.
  public var fundingAfterHorizon: FundingAfterHorizon
  /// Known events.
  public var events: [Event]
  /// A distribution for each of the district's uncertain parameters, in their order.
  public var parameters: [Distribution]
  /// The district's targets with the scenario's added or replacing; those past the horizon included.
  public var targets: [Target]
  /// Every value with its origin.
  public var values: [ResolvedValue]
  /// Warnings met on the way.
  public var warnings: [Diagnostic]
  /// The scenario as one YAML file without `extends` that resolves to the same experiment.
  public var standaloneYAML: String

  /// Makes a resolved scenario from checked parts.
  public init(
    id: String, title: BilingualText, description: BilingualText?, question: BilingualText? = nil,
    reference: BilingualText? = nil, chain: [String], district: District, horizon: Int, ensemble: Ensemble,
    planBeforeAdjustments: FundingPlan, plan: FundingPlan, fundingPastHorizon: [FundingPastHorizon],
    fundingAfterHorizon: FundingAfterHorizon = FundingAfterHorizon(), events: [Event], parameters: [Distribution],
    targets: [Target], values: [ResolvedValue], warnings: [Diagnostic], standaloneYAML: String
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.question = question
    self.reference = reference
    self.chain = chain
    self.district = district
    self.horizon = horizon
    self.ensemble = ensemble
    self.planBeforeAdjustments = planBeforeAdjustments
    self.plan = plan
    self.fundingPastHorizon = fundingPastHorizon
    self.fundingAfterHorizon = fundingAfterHorizon
    self.events = events
    self.parameters = parameters
    self.targets = targets
    self.values = values
    self.warnings = warnings
    self.standaloneYAML = standaloneYAML
  }

  /// Years of the projection after the base year.
  public var years: ClosedRange<Int> { (district.baseYear + 1)...horizon }

  /// The index of the catalogue of this district.
  public var catalogue: IndicatorCatalogue { IndicatorCatalogue(district) }
}
