import District

/// The sentences that say how much of a projection rests on assumptions.
struct InputSentences {
  private let report: RunReport
  /// What a scenario changes of the projection; its title, horizon and draws are not inputs.
  private static let ownPaths = ["funding.adjust", "events", "parameters", "constants", "targets"]

  init(_ report: RunReport) { self.report = report }

  /// The counts by status; which inputs are assumed; what the scenario sets itself.
  func lines(_ language: Language) -> [String] {
    let counts = report.inputs
    var lines = [
      Label.inputCounts.text(
        language, String(counts.total), String(counts[.sourced]), String(counts[.derived]),
        String(counts[.recalled]), String(counts[.assumed]), NumberText.fixed(counts.percent(.assumed), decimals: 0))
    ]
    if !counts.assumedByFile.isEmpty {
      let kinds = counts.assumedByFile.map { file, count in
        "\(InputFileLabel(file: file).name[language]) \(count)"
      }
      lines.append(Label.assumedInputs.text(language, kinds.joined(separator: language == .zh ? "、" : ", ")))
    }
    let base = report.district.sectors.reduce(0) { $0 + $1.valueAdded }
    if report.district.inputs.contains(where: { $0.name.hasSuffix(".value_added_2020_yi") && $0.status == .assumed }) {
      lines.append(
        Label.baseAssumed.text(
          language, String(report.district.baseYear), Estimate(base, error: 0, unit: UnitLabel(code: "yi_yuan")).text))
    }
    let own = report.scenario.values.count { value in
      value.status == "scenario" && Self.ownPaths.contains { value.path.hasPrefix($0) }
    }
    if own > 0 { lines.append(Label.scenarioInputs.text(language, String(own))) }
    return lines
  }
}
