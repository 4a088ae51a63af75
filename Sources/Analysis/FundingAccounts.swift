import Foundation
import Projection
import Scenarios

/// One line of the accounts: the money of one source for one project in one year.
///
/// At 2020 prices, means over the members: carried in + arrived = executed + unspent.
public struct FundingAccountLine: Sendable, Equatable {
  /// A mean over the members and its Monte Carlo standard error, 亿元 at 2020 prices.
  public struct Mean: Sendable, Equatable {
    /// The mean.
    public let value: Double
    /// Its standard error, from the spread of the replicates; nil when it cannot be told.
    public let standardError: Double?

    /// Puts a mean together, as when a finished one is read back.
    package init(value: Double, standardError: Double?) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// Index of the project.
  public let project: Int
  /// Index of the source.
  public let source: Int
  /// Calendar year.
  public let year: Int
  /// Planned before the scenario's adjustments, nominal 亿元.
  public let planned: Double
  /// Planned after the adjustments, nominal 亿元.
  public let adjusted: Double
  /// What became of it; nil past the horizon, where no run spends money.
  public let spending: Spending?

  /// What became of the money of a year, 亿元 at 2020 prices.
  public struct Spending: Sendable, Equatable {
    /// Planned after the adjustments.
    public let adjusted: Double
    /// Arrived.
    public let arrived: Mean
    /// Executed.
    public let executed: Mean
    /// Unspent at the end of the year.
    public let unspent: Mean

    /// Planned but not arrived; negative when more came than planned.
    public var shortfall: Double { adjusted - arrived.value }
  }

  /// Money of the scenario that no run spends, because its year lies past the horizon; nominal 亿元.
  public var pastHorizon: Double { spending == nil ? adjusted : 0 }
}

/// Where the money of a scenario goes, by source, project and year.
///
/// The model follows money by project. Within a project, money executed is taken from the sources in proportion to
/// what each has on hand (arrived and carried over), so that sources add up to projects exactly. Money is told on at
/// most 16,384 members, whatever the run has: its errors are far below the digits anybody needs.
public struct FundingAccounts: Sendable {
  /// Members followed, at most.
  public static let mostMembers = 16_384

  /// Lines of every source and project that have money planned in some year, before or after the adjustments, by
  /// source, project and year; years past the horizon where they have money.
  public let lines: [FundingAccountLine]
  /// Members followed.
  public let members: Int

  /// Runs a scenario and keeps its accounts.
  ///
  /// - Parameters:
  ///   - experiment: what to run.
  ///   - threads: workers; nil for one a core. Results do not depend on them.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(_ experiment: Experiment, threads: Int? = nil) throws {
    var scenario = experiment.scenario
    scenario.ensemble.members = min(scenario.ensemble.members, Self.mostMembers)
    let experiment = Experiment(scenario, baseLevelFactor: experiment.baseLevelFactor)
    let draws = try EnsembleDraws(experiment)
    let store = AccountStore(cells: AccountCells(scenario), years: experiment.years)
    let dealer = ReplicateDealer(members: scenario.ensemble.members, threads: threads)
    try dealer.run(make: { try AccountWorker(experiment, draws: draws, store: store) })
    members = scenario.ensemble.members
    lines = store.lines(scenario)
  }
}
