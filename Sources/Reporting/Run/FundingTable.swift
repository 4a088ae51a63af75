import Analysis
import District
import Scenarios

/// `funding.csv`: the money of each source for each project, a row a source, project and year with money.
///
/// Columns `_yi` are nominal 亿元 and certain; `_yi_2020` are 亿元 at 2020 prices, means over the members, in whole yuan
/// that balance without a remainder: carried in + arrived = executed + unspent, adjusted = arrived + not arrived.
/// A row past the horizon has money that no run spends and no columns at 2020 prices.
public struct FundingTable {
  /// The headings.
  public static let headings = [
    "scenario", "source", "source_zh", "source_en", "project", "project_zh", "project_en", "placeholder", "year",
    "planned_yi", "adjusted_yi", "past_horizon_yi", "adjusted_yi_2020", "not_arrived_yi_2020", "carried_in_yi_2020",
    "arrived_yi_2020", "arrived_se", "executed_yi_2020", "executed_se", "unspent_yi_2020", "unspent_se",
  ]

  private let scenario: ResolvedScenario
  private let accounts: FundingAccounts

  /// Makes the table of a scenario's accounts.
  public init(_ scenario: ResolvedScenario, accounts: FundingAccounts) {
    self.scenario = scenario
    self.accounts = accounts
  }

  /// The file.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.headings)
    var balance = WholeYuanBalance()
    for line in accounts.lines {
      if line.year == scenario.years.lowerBound { balance = WholeYuanBalance() }
      let source = scenario.district.sources[line.source]
      let project = scenario.district.projects[line.project]
      for text in [
        scenario.id, source.id, source.name.zh, source.name.en, project.id, project.name.zh, project.name.en,
        project.isPlaceholder ? "yes" : "no",
      ] { writer.text(text) }
      writer.number(line.year)
      writer.number(line.planned)
      writer.number(line.adjusted)
      writer.number(line.pastHorizon)
      if let spending = line.spending {
        let yuan = balance.next(spending)
        for whole in [yuan.adjusted, yuan.adjusted - yuan.arrived, yuan.carriedIn] { write(whole, &writer) }
        for (whole, mean) in [
          (yuan.arrived, spending.arrived), (yuan.executed, spending.executed), (yuan.unspent, spending.unspent),
        ] {
          write(whole, &writer)
          writer.number(mean.standardError)
        }
      }
      writer.endRow(width: Self.headings.count)
    }
    return writer.bytes
  }

  /// Whole yuan as 亿元: at most eight decimals.
  private func write(_ yuan: Int, _ writer: inout CSVWriter) { writer.number(Double(yuan) / WholeYuanBalance.perYi) }
}

/// The account of a source in a project, year after year, in whole yuan.
///
/// What has arrived and what was executed since the first year are rounded, and the flows of a year are the differences:
/// none is negative, all balance, and no rounding error grows.
private struct WholeYuanBalance {
  static let perYi = 1e8

  private var arrivedSoFar = 0.0
  private var executedSoFar = 0.0
  private var unspent = 0

  /// The next year, in yuan.
  mutating func next(_ spending: FundingAccountLine.Spending) -> (
    adjusted: Int, carriedIn: Int, arrived: Int, executed: Int, unspent: Int
  ) {
    let carriedIn = unspent
    let arrived = Self.step(&arrivedSoFar, spending.arrived.value)
    let executed = Self.step(&executedSoFar, spending.executed.value)
    unspent += arrived - executed
    return (Int((spending.adjusted * Self.perYi).rounded()), carriedIn, arrived, executed, unspent)
  }

  private static func step(_ sum: inout Double, _ flow: Double) -> Int {
    let before = (sum * perYi).rounded()
    sum += flow
    return Int((sum * perYi).rounded() - before)
  }
}
