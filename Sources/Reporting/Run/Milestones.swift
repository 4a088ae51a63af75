import District

/// The years leaders are asked about: one, three and five years after the base year, and the last of a longer run.
struct Milestone: Equatable {
  /// The year.
  let year: Int
  private let label: Label

  /// Its name, for example `三年期（2023年）`.
  func name(_ language: Language) -> String { label.text(language, String(year)) }

  /// The milestones within a run.
  static func list(_ report: RunReport) -> [Milestone] {
    let base = report.district.baseYear
    let horizon = report.scenario.horizon
    let planned = [(1, Label.oneYear), (3, .threeYears), (5, .fiveYears)].map {
      Milestone(year: base + $0.0, label: $0.1)
    }
    let within = planned.filter { $0.year <= horizon }
    return within.last?.year == horizon ? within : within + [Milestone(year: horizon, label: .later)]
  }
}
