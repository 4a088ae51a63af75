import District
import Sampling

/// A resolved scenario as one file without `extends` that resolves to the same experiment.
package struct StandaloneScenario {
  let scenario: ResolvedScenario
  let districtReference: String
  let planReference: String
  let adjustments: [FundingAdjustment]
  let parameters: [(id: String, distribution: Distribution)]
  let constants: [(id: String, value: Double)]
  let targets: [Target]

  /// The file.
  package var text: String {
    var lines = [
      "scenario: \(YAMLText.quoted(scenario.id))", "title: \(bilingual(scenario.title))",
    ]
    if let description = scenario.description { lines.append("description: \(bilingual(description))") }
    if let question = scenario.question { lines.append("question: \(bilingual(question))") }
    if let reference = scenario.reference { lines.append("reference: \(bilingual(reference))") }
    lines.append("district: \(YAMLText.quoted(districtReference))")
    lines.append("horizon: \(scenario.horizon)")
    let ensemble = scenario.ensemble
    lines.append(
      "ensemble: {members: \(ensemble.members), sampler: \(ensemble.sampler.rawValue), seed: \(ensemble.seed)}")
    lines += ["funding:", "  plan: \(YAMLText.quoted(planReference))"]
    lines += block("  adjust", adjustments.map(line), indent: "    ")
    lines += block("events", scenario.events.map(line), indent: "  ")
    lines += map("parameters", parameters.map { ($0.id, $0.distribution.text) })
    lines += map("constants", constants.map { ($0.id, YAMLText.number($0.value)) })
    lines += block("targets", targets.map(line), indent: "  ")
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ key: String, _ items: [String], indent: String) -> [String] {
    items.isEmpty ? [] : ["\(key):"] + items.map { "\(indent)- \($0)" }
  }

  private func map(_ key: String, _ entries: [(String, String)]) -> [String] {
    entries.isEmpty ? [] : ["\(key):"] + entries.map { "  \($0): \($1)" }
  }

  private func bilingual(_ text: BilingualText) -> String {
    "{zh: \(YAMLText.quoted(text.zh)), en: \(YAMLText.quoted(text.en))}"
  }

  private func line(_ adjustment: FundingAdjustment) -> String {
    let district = scenario.district
    func names(_ indices: [Int], _ ids: [String]) -> String {
      "[" + indices.map { ids[$0] }.joined(separator: ", ") + "]"
    }
    let projectIds = district.projects.map(\.id)
    var parts: [String] = []
    if let projects = adjustment.projects { parts.append("project: \(names(projects, projectIds))") }
    if let sources = adjustment.sources { parts.append("source: \(names(sources, district.sources.map(\.id)))") }
    if let years = adjustment.years { parts.append("years: [\(years.map(String.init).joined(separator: ", "))]") }
    switch adjustment.operation {
    case .multiply(let factor): parts.append("multiply: \(YAMLText.number(factor))")
    case .add(let amount): parts.append("add: \(YAMLText.number(amount))")
    case .delay(let years): parts.append("delay: \(years)")
    case .move(let from, let to, let share):
      parts.append("from: \(projectIds[from]), to: \(names(to, projectIds)), share: \(YAMLText.number(share))")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func line(_ event: Event) -> String {
    "{year: \(event.year), shock: \(scenario.district.shocks[event.shock].id), "
      + "sd: \(YAMLText.number(event.standardDeviations))}"
  }

  private func line(_ target: Target) -> String {
    let held: String =
      switch target.threshold {
      case .number(let number): YAMLText.number(number)
      case .series(let name): name
      }
    let years =
      target.years.count == 1 ? "\(target.years.lowerBound)" : "\(target.years.lowerBound)-\(target.years.upperBound)"
    return
      "{id: \(YAMLText.quoted(target.id)), indicator: \(target.indicator), \(target.comparison.rawValue): \(held), "
      + "year: \(years), factor: \(YAMLText.number(target.factor)), title: \(bilingual(target.statement))}"
  }
}
