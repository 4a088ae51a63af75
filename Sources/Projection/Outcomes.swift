import District
import ElementaryFunctions
import Foundation

/// Step 14: physical outcomes of the projects.
struct OutcomeCoefficients: Sendable {
  let outcomes: [ProjectOutcome]
  /// Position of the outcome that is the completion itself, if the district has it.
  let completion: Int?

  init(_ experiment: Experiment) {
    outcomes = experiment.district.outcomes
    completion = outcomes.firstIndex { $0.id == "infrastructure_completion" }
  }
}

extension TileModel {
  /// Step 14: O_i = base_i exp(trend_i t) + gain_i efficacy_p E_p, at most 100 where the unit is percent;
  /// infrastructure_completion is 100 min(1, q).
  func writeOutcomes(_ t: Int) {
    let w = workspace
    let c = experiment.catalogue
    let hundred = Vector(repeating: 100)
    for (index, outcome) in outcomes.outcomes.enumerated() {
      let O = w.series[c.outcomes + index]
      if index == outcomes.completion {
        let completion = w.series[c.completion + outcome.project]
        for i in 0..<w.series.vectors { O[i] = 100 * completion[i] }
        continue
      }
      let base = outcome.base * Foundation.exp(outcome.trend * Double(t))
      let cap = outcome.unit == "percent" ? hundred : Vector(repeating: .infinity)
      let effective = w.factors[outcome.project]
      for i in 0..<w.series.vectors { O[i] = minimum(cap, base + outcome.gain * effective[i]) }
    }
  }
}
