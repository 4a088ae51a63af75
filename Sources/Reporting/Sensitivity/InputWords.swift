import Analysis
import District
import Scenarios

/// An uncertain input of a sensitivity analysis in words.
struct InputWords: Sendable {
  /// Its id in files.
  let id: String
  /// What it holds.
  let kind: SensitivityInput.Kind
  /// Its name.
  let name: BilingualText
  /// For a parameter, how its values are shown.
  let unit: UnitLabel?
  /// For a parameter, what is known about its distribution: a status of the district's inputs, or `scenario`.
  let status: String
  /// True for a parameter of a project that the policy document does not name.
  let isPlaceholder: Bool

  init(_ input: SensitivityInput, _ scenario: ResolvedScenario) {
    id = input.id
    kind = input.kind
    let district = scenario.district
    switch input.kind {
    case .parameter: name = UncertaintyLabel(input.id, district: district).name
    case .block:
      let family = UncertaintyLabel(input.id, district: district).name
      name = BilingualText(
        zh: Label.everyParameterOf.text(.zh, family.zh), en: Label.everyParameterOf.text(.en, family.en))
    case .year:
      let year = String(district.baseYear + input.years[0])
      name = BilingualText(zh: Label.shocksOfYear.text(.zh, year), en: Label.shocksOfYear.text(.en, year))
    case .all: name = (input.years.isEmpty ? Label.everyParameter : Label.everyShock).words
    }
    guard input.kind == .parameter else {
      (unit, status, isPlaceholder) = (nil, "", false)
      return
    }
    unit = UnitLabel(code: district.parameters[input.parameters[0]].unit)
    status = scenario.values.first { $0.path == "parameters.\(input.id)" }?.status ?? ""
    let parts = input.id.split(separator: ".", maxSplits: 1)
    // Some projects and pillars share an id.
    isPlaceholder =
      !input.id.hasPrefix("pillar")
      && district.projects.contains { parts.count == 2 && $0.id == parts[1] && $0.isPlaceholder }
  }

  /// The status in words.
  func statusText(_ language: Language) -> String {
    InputStatus(rawValue: status)?.label[language] ?? (status == "scenario" ? Label.setByScenario[language] : status)
  }
}
