import Analysis
import District
import Scenarios

/// An explained outcome in words, and the units its values and their differences are shown in.
struct OutcomeWords {
  /// The outcome.
  let outcome: ExplainedOutcome
  private let indicator: Indicator?
  private let target: Target?

  init(_ outcome: ExplainedOutcome, _ scenario: ResolvedScenario) {
    self.outcome = outcome
    switch outcome {
    case .indicator(let id, _):
      indicator = scenario.catalogue[id]
      target = nil
    case .target(let id):
      indicator = nil
      target = scenario.targets.first { $0.id == id }
    }
  }

  /// True for a target, whose values are probabilities.
  var isTarget: Bool { target != nil }

  /// The indicator, or `probability of: ...`.
  func name(_ language: Language) -> String {
    target.map { Label.probabilityFor.text(language, $0.title(language)) } ?? indicator?.name[language] ?? outcome.id
  }

  /// The year or years.
  var yearText: String {
    if case .indicator(_, let year) = outcome { String(year) } else { target?.yearText ?? "" }
  }

  /// Code of the unit in files.
  var unitCode: String { indicator?.unit ?? "share" }

  /// Unit of a value.
  var unit: UnitLabel { UnitLabel(code: unitCode) }

  /// Unit of a difference of values.
  var difference: UnitLabel { indicator?.differenceLabel ?? UnitLabel(code: "percentage_points") }

  /// An identifier for something about the outcome in a page or a notebook: letters, digits and hyphens.
  func identifier(_ kind: String) -> String {
    "\(kind)-\(outcome.id.replacing(".", with: "-").replacing("_", with: "-"))"
  }
}

extension ExplainedOutcome {
  /// Name of a file about the outcome.
  func fileName(_ kind: String) -> String { "\(kind)_\(id.replacing(".", with: "_")).svg" }
}
