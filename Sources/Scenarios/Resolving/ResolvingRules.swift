import District

extension ScenarioResolver {
  /// Says how values run on past their last stated year.
  mutating func listRules() {
    func rule(_ path: String, _ value: String, _ origin: String) {
      values.append(
        ResolvedValue(path: "rule.\(path)", value: value, origin: origin, overrides: nil, status: "rule"))
    }
    if let last = lastPlannedYear, horizon > last {
      rule(
        "plan_after_\(last)", "0: the plan has no rows after \(last) and is not extended",
        "docs/METHODOLOGY.md, step 1")
    }
    if horizon > 2025 {
      rule(
        "urban_share_after_2025", "continues at the slope of 2020-2025, at most 0.85", "docs/METHODOLOGY.md, step 12")
      rule("rates", "growth rates, trends and price rises are held at their stated value", "docs/METHODOLOGY.md")
      rule("shocks", "drawn for every year to the horizon from the same distributions", "docs/METHODOLOGY.md, step 1")
    }
    rule("events_after_\(horizon)", "forbidden: an event past the horizon is an error", "docs/SCENARIOS.md")
  }
}
