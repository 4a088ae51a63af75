import Analysis
import District

/// A point of a frontier under one outcome: a row of `frontier.csv`.
struct FrontierRow: Sendable, Equatable {
  /// Which frontier.
  enum Kind: String, Sendable, CaseIterable {
    /// Money against the probability of a commitment.
    case money
    /// One budget, two aims.
    case aims
  }

  /// The columns.
  static let headings = [
    "frontier", "point", "position", "budget_yi", "outcome", "unit", "value", "value_se", "fresh_value",
    "fresh_value_se", "is_efficient", "placeholder_share",
  ]

  let kind: Kind
  /// From 1 along the frontier; 0 for the plan scaled to the budget.
  let point: Int
  /// Budget over the budget asked for, or weight of the first aim; nil for the plan.
  let position: Double?
  /// Nominal 亿元.
  let budget: Double
  /// `INDICATOR.YEAR`, id of a commitment, or `money.PROJECT`.
  let outcome: String
  let unit: String
  /// On the draws searched.
  let value: AllocationEstimate?
  /// On fresh draws.
  let fresh: AllocationEstimate?
  /// Nil for the plan.
  let isEfficient: Bool?
  /// Share of the money that pays placeholder projects.
  let placeholderShare: Double?

  /// Adds the row to a table.
  func write(_ writer: inout CSVWriter) {
    writer.text(kind.rawValue)
    writer.number(point)
    writer.number(position)
    writer.number(budget)
    writer.text(outcome)
    writer.text(unit)
    for estimate in [value, fresh] {
      writer.number(estimate?.value)
      writer.number(estimate?.error)
    }
    isEfficient.map { writer.number($0 ? 1 : 0) } ?? writer.empty()
    writer.number(placeholderShare)
    writer.endRow()
  }
}

extension AllocationReport {
  /// The rows of both frontiers, the plan first.
  var frontierRows: [FrontierRow] {
    let aims = [run.frontierAims.first, run.frontierAims.second]
    let money = money.map { rows(.money, $0.points, [.target($0.target)]) } ?? []
    return money + rows(.aims, self.aims, aims)
  }

  private func rows(
    _ kind: FrontierRow.Kind, _ points: [AllocationRun.FrontierPoint], _ outcomes: [ExplainedOutcome]
  ) -> [FrontierRow] {
    let plan = rows(kind, 0, nil, result.bounds.budget, result.reference, nil, outcomes)
    return plan
      + points.enumerated().flatMap { index, point in
        rows(kind, index + 1, point.position, point.budget, point.division, point.isEfficient, outcomes)
      }
  }

  private func rows(
    _ kind: FrontierRow.Kind, _ point: Int, _ position: Double?, _ budget: Double, _ division: AllocationRun.Division,
    _ isEfficient: Bool?, _ outcomes: [ExplainedOutcome]
  ) -> [FrontierRow] {
    let district = scenario.district
    let sums = PlannedSums(division.plan)
    let made = sums.ofPlaceholders(district.projects)
    func row(_ outcome: String, _ unit: String, _ value: AllocationEstimate?, _ fresh: AllocationEstimate?)
      -> FrontierRow
    {
      FrontierRow(
        kind: kind, point: point, position: position, budget: (budget * 1e6).rounded() / 1e6, outcome: outcome,
        unit: unit, value: value,
        fresh: fresh, isEfficient: isEfficient, placeholderShare: budget > 0 ? made / budget : nil)
    }
    let reached = outcomes.map { outcome in
      row(
        outcome.id, OutcomeWords(outcome, scenario).unitCode,
        division.own.estimate(outcome, baseYear: district.baseYear),
        division.fresh.estimate(outcome, baseYear: district.baseYear))
    }
    let spent = zip(sums.byProject, district.projects).map { sum, project in
      // Money planned is exact: it has no error.
      row(
        "money.\(project.id)", "yi_yuan", AllocationEstimate(value: sum, error: nil),
        AllocationEstimate(value: sum, error: nil))
    }
    return reached + spent
  }
}
