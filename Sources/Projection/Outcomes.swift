import District
import ElementaryFunctions
import Foundation

/// Step 14: physical outcomes of the projects.
struct OutcomeCoefficients: Sendable {
  /// Position of each outcome's project.
  let project: [Int]
  let gain: [Double]
  /// 100 where the unit is percent, infinite elsewhere.
  let cap: [Double]
  /// base_i exp(trend_i t), t = 0...years, by outcome.
  let level: [[Double]]
  /// Position of the outcome that is the completion itself, if the district has it.
  let completion: Int?

  init(_ experiment: Experiment) {
    let outcomes = experiment.district.outcomes
    project = outcomes.map(\.project)
    gain = outcomes.map(\.gain)
    cap = outcomes.map { $0.unit == "percent" ? 100 : .infinity }
    level = outcomes.map { outcome in
      (0...experiment.years).map { outcome.base * Foundation.exp(outcome.trend * Double($0)) }
    }
    completion = outcomes.firstIndex { $0.id == "infrastructure_completion" }
  }
}

extension TileModel {
  /// Step 14: O_i = base_i exp(trend_i t) + gain_i efficacy_p E_p, at most 100 where the unit is percent;
  /// infrastructure_completion is 100 min(1, q).
  func writeOutcomes(_ t: Int) {
    let w = workspace
    let c = experiment.catalogue
    for index in outcomes.project.indices {
      let O = w.series[c.outcomes + index]
      if index == outcomes.completion {
        let completion = w.series[c.completion + outcomes.project[index]]
        for i in 0..<w.series.vectors { O[i] = 100 * completion[i] }
        continue
      }
      let (level, gain) = (outcomes.level[index][t], outcomes.gain[index])
      let cap = Vector(repeating: outcomes.cap[index])
      let effective = w.factors[outcomes.project[index]]
      for i in 0..<w.series.vectors { O[i] = minimum(cap, level + gain * effective[i]) }
    }
  }
}
