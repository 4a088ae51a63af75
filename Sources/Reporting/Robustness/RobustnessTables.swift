import Analysis

/// The tables of a robustness analysis for machines: tidy, English ids, every digit.
struct RobustnessTables {
  /// The headings of `robustness.csv`: shares.
  static let payoffHeadings =
    ["payoff", "year", "scenario", "stress", "probability", "probability_se", "regret", "unit"]
  /// The headings of `robustness_rules.csv`: scores as shares; `chosen` and `near_tie` are 1 or 0.
  static let ruleHeadings = ["payoff", "rule", "scenario", "score", "score_se", "chosen", "near_tie", "unit"]

  private let report: RobustnessReport

  init(_ report: RobustnessReport) { self.report = report }

  /// `robustness.csv`.
  func payoffs() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.payoffHeadings)
    for payoff in report.payoffs {
      let regrets = payoff.table.regrets
      for (row, scenario) in payoff.table.scenarios.enumerated() {
        for (column, stress) in payoff.table.stresses.enumerated() {
          for text in [payoff.id, payoff.target?.yearText ?? "", scenario, stress] { writer.text(text) }
          writer.number(payoff.table.payoffs[row][column])
          writer.number(payoff.table.payoffError(scenario: row, stress: column))
          writer.number(regrets[row][column])
          writer.text("share")
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }

  /// `robustness_rules.csv`.
  func rules() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(Self.ruleHeadings)
    for payoff in report.payoffs {
      for rule in DecisionRule.allCases {
        let (chosen, near) = (payoff.table.choice(rule), payoff.table.nearTies(rule))
        let scores = payoff.table.scores(rule)
        for (row, scenario) in payoff.table.scenarios.enumerated() {
          for text in [payoff.id, rule.rawValue, scenario] { writer.text(text) }
          writer.number(scores[row])
          writer.number(payoff.table.scoreError(rule, scenario: row))
          writer.number(chosen.contains(scenario) ? 1 : 0)
          writer.number(near.contains(scenario) ? 1 : 0)
          writer.text("share")
          writer.endRow()
        }
      }
    }
    return writer.bytes
  }
}
