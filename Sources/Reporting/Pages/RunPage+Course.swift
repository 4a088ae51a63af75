import District

extension RunPage {
  /// The indicators whose course is drawn: those of them the district has.
  private static let drawn = [
    "gdp_nominal", "gdp_real_growth", "income_all", "income_rural", "income_urban", "stable_job_share",
  ]

  /// Fans of GDP and incomes, each with its numbers.
  func writeCourse(_ writer: inout HTMLWriter) {
    let fans = Self.drawn.compactMap { id in pictures.fan(id).map { (id, $0) } }
    writer.element("div", [("class", "figures")]) { writer in
      // The headline has the first already.
      for (_, fan) in runs.count == 1 ? fans.dropFirst() : fans[...] { writer.figure(fan.svg()) }
    }
    writer.details(Label.numbersOfPicture[language]) { writer in
      for (id, _) in fans {
        guard let indicator = run.catalogue[id] else { continue }
        let caption = "\(pictures.name(indicator)) (\(indicator.unitLabel.name[language]))"
        writer.table(
          caption: caption,
          headings: [.words(Label.yearColumn[language])] + runs.map { .number(pictures.title($0)) },
          rows: run.years.map { year in
            [.heading(String(year))] + runs.map { .number(range($0, id, year)) }
          })
      }
    }
  }

  /// `105.0 (88.4-124.6)`: median and 90 % range of an indicator in a year.
  func range(_ run: ReportedRun, _ id: String, _ year: Int) -> String {
    guard let stored = run[id, year], let indicator = run.catalogue[id] else { return Label.notComputed[language] }
    return RangeEstimate(stored, unit: indicator.unitLabel).text(language)
  }

  /// What differs between the scenarios in the last year, and the probability of each commitment.
  func writeComparison(_ writer: inout HTMLWriter) {
    writer.element("p", text: Label.differenceNote[language])
    let shown = Self.drawn.compactMap { run.catalogue[$0] }
    writer.table(
      caption: "\(Label.medianAndRange[language]), \(lastYear)",
      headings: [.words(Label.indicator[language]), .words(Label.unit[language])]
        + runs.map { .number(pictures.title($0)) },
      rows: shown.map { indicator in
        [.heading(pictures.name(indicator)), .words(indicator.unitLabel.name[language])]
          + runs.map { .number(range($0, indicator.id, lastYear)) }
      })
    writer.table(
      caption: Label.probabilityUnit[language],
      headings: [.words(Label.commitment[language])] + runs.map { .number(pictures.title($0)) },
      rows: run.commitments.map { target, _ in
        [.heading("\(target.title(language)) (\(target.yearText))")]
          + runs.map { other in
            let result = other.stored.targets.first { $0.id == target.id }
            return .number(result.map(probability) ?? Label.notComputed[language])
          }
      })
    writer.table(
      caption: Label.moneyPlannedColumn[language],
      headings: [
        .words(Label.scenario[language]), .number(Label.moneyPlannedColumn[language]),
        .number(Label.executedColumn[language]),
      ],
      rows: runs.map { run in
        [
          .heading(pictures.title(run)),
          .number(Estimate(run.scenario.plan.total, error: 0, unit: UnitLabel(code: "yi_yuan")).text),
          .number(executed(run).text),
        ]
      })
  }
}
