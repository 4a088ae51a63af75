import District

/// The charts of finished runs, in a language and at a width.
public struct RunPictures: Sendable {
  let runs: [ReportedRun]
  let language: Language
  let width: Double

  /// Makes the charts of runs; the first run is the subject, the others stand beside it.
  ///
  /// - Parameters:
  ///   - runs: at least one.
  ///   - language: of all words.
  ///   - width: of the drawings; 400 reads well on a phone, 720 on a page.
  public init(_ runs: [ReportedRun], language: Language, width: Double = 720) {
    precondition(!runs.isEmpty, "pictures need a run")
    self.runs = runs
    self.language = language
    self.width = width
  }

  var run: ReportedRun { runs[0] }

  /// A title in a language; one that an analyst wrote in one language only is shown in that.
  func title(_ run: ReportedRun) -> String {
    let title = run.scenario.title
    return title[language].isEmpty ? run.scenario.id : title[language]
  }

  /// The sentence at the foot of every picture: what it is, and how much of it is assumed.
  func notes(_ extra: [String] = []) -> [String] {
    let counts = InputCounts(run.district.inputs)
    return extra + [
      Label.pictureNote.text(
        language, String(counts[.assumed]), String(counts.total), NumberText.grouped(run.members),
        runs.map(title).joined(separator: language == .zh ? "、" : ", "))
    ]
  }

  /// Parts of a subtitle, with the mark of the language between them.
  func joined(_ parts: [String]) -> String { parts.joined(separator: language == .zh ? "；" : "; ") }

  /// The name of an indicator, marked when it belongs to a project the policy document does not name.
  func name(_ indicator: Indicator) -> String {
    indicator.isPlaceholder
      ? Label.placeholderMark.text(language, indicator.name[language]) : indicator.name[language]
  }

  /// A probability in percent with the digits its error supports, and the error when there is one.
  func probability(_ result: StoredTarget) -> (value: Estimate, error: Estimate?)? {
    guard let probability = result.probability else { return nil }
    let value = Estimate.probability(probability, error: result.standardError, members: run.members)
    guard let error = result.standardError, error > 0 else { return (value, nil) }
    return (value, Estimate(error, error: nil, unit: UnitLabel(code: "percentage_points")))
  }
}
