/// The range each constant of a district may be given in a scenario.
package enum ConstantBounds {
  /// Constants no equation reads, so that setting one would change nothing.
  package static let unread: Set<String> = ["population_2020"]

  /// The range of a constant.
  package static func bounds(of id: String) -> NumberRange {
    switch id {
    case "urban_share_2020", "urban_share_2025": .within(0...1)
    case "employment_feedback", "regional_link": .within(0...1)
    case "tfp_persistence": .within(0...1)
    case "arrival_cap", "completion_cap", "water_tightness_2020": NumberRange(above: 0, maximum: 10)
    case let id where id.contains("sigma"): .within(0...1)
    case let id where id == "population_2020": NumberRange(above: 0)
    default: .within(-0.5...0.5)
    }
  }
}
