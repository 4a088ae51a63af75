import District

/// What must be said beside any result that rests on observed figures.
struct ObservationSentences {
  let figures: [Observation]
  let conflicts: [ObservationConflict]
  let language: Language

  /// How many figures, how many only recalled, which disagree, which the inputs were set with.
  var lines: [String] {
    let recalled = figures.count { $0.status == .recalled }
    let inInputs = figures.count(where: \.isInInputs)
    var lines = [
      Label.figuresUsed.text(language, String(figures.count), String(recalled), String(inInputs)),
      Label.figureErrorsAssumed[language],
    ]
    if recalled > 0 { lines.append(Label.recalledWarning[language]) }
    let separator = language == .zh ? "、" : ", "
    for conflict in conflicts {
      let values = conflict.figures.map { figure in
        let unit = UnitLabel(code: figure.unit)
        return NumberText.shortest((figure.value * unit.scale * 1e9).rounded() / 1e9)
      }
      lines.append(
        Label.conflictKept.text(
          language, conflict.key, values.joined(separator: separator), NumberText.fixed(conflict.ratio, decimals: 1)))
    }
    return lines
  }
}
