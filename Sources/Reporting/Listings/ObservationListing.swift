import District

/// What `hsb observations` prints: figures with their error, status and source, those that disagree, and counts by use.
public struct ObservationListing {
  private let observations: ObservationSet
  private let selection: ObservationSelection
  private let horizon: Int
  private let language: Language

  /// Makes the listing of a file under a selection, for projections to a horizon.
  public init(
    _ observations: ObservationSet, selection: ObservationSelection,
    horizon: Int = DistrictForm.years.upperBound, language: Language
  ) {
    self.observations = observations
    self.selection = selection
    self.horizon = horizon
    self.language = language
  }

  /// The figures, the conflicts, the counts.
  ///
  /// - Parameter includesUnused: true to list figures that match no indicator too, with the reason.
  public func text(includesUnused: Bool) -> String {
    var table = TextTable([
      .words(Label.indicator[language]), .numbers(Label.year[language]), .numbers(Label.value[language]),
      .numbers(Label.errorSD[language]), .words(Label.unit[language]), .words(Label.status[language]),
      .words(Label.mapping[language]), .words(Label.use[language]),
      .words(Label.origin[language]),
    ])
    for figure in observations.figures where includesUnused || figure.indicator != nil {
      let unit = UnitLabel(code: figure.unit)
      table.row([
        figure.indicator ?? "(\(figure.area).\(figure.quantity))", figure.yearText,
        NumberText.shortest((figure.value * unit.scale * 1e9).rounded() / 1e9),
        figure.error > 0 ? Estimate(figure.error, error: nil, unit: unit).text : "-", unit.name[language],
        figure.status.label[language], figure.mapping.label[language], use(figure).label[language],
        figure.mapping == .unused ? figure.note : figure.source,
      ])
    }
    return Label.observationsTitle.text(language, observations.file) + "\n" + table.text + "\n" + conflicts + "\n"
      + counts
  }

  /// The figures that disagree, by name.
  public var conflicts: String {
    let chosen = observations.figures.filter { selection.admits($0) }
    let found = observations.conflicts(among: chosen)
    guard !found.isEmpty else { return Label.noConflicts[language] + "\n" }
    let lines = found.map { conflict in
      let figures = conflict.figures.map { figure in
        "\(NumberText.shortest(figure.value)) ± \(Estimate(figure.error, error: nil, unit: UnitLabel(code: "factor")).text)"
      }
      return Label.conflictLine.text(
        language, conflict.key, figures.joined(separator: language == .zh ? "、" : ", "),
        NumberText.fixed(conflict.ratio, decimals: 1))
    }
    return ([Label.conflictsTitle.text(language, String(found.count))] + lines).joined(separator: "\n") + "\n"
  }

  /// Counts by use.
  public var counts: String {
    var table = TextTable([.words(Label.use[language]), .numbers(Label.count[language])])
    for use in ObservationUse.allCases {
      table.row([use.label[language], String(observations.figures.count { self.use($0) == use })])
    }
    return table.text
  }

  /// The figures as a file of the form that is read.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row(ObservationForm.headings)
    for figure in observations.figures {
      writer.text(figure.indicator ?? "")
      writer.number(figure.year)
      writer.text(figure.half.map(String.init) ?? "")
      writer.number(figure.value)
      writer.text(figure.unit)
      writer.number(figure.standardError)
      writer.number(figure.rounding)
      writer.text(figure.area)
      writer.text(figure.quantity)
      writer.text(figure.mapping.rawValue)
      writer.text(figure.published?.description ?? "")
      writer.text(figure.isInInputs ? "yes" : "no")
      writer.text(figure.status.rawValue)
      writer.text(figure.source)
      writer.text(figure.note)
      writer.endRow()
    }
    return writer.bytes
  }

  private func use(_ figure: Observation) -> ObservationUse {
    observations.use(of: figure, selection, horizon: horizon)
  }
}
