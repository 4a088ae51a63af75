import District
import Projection

extension RunPictures {
  /// The probability of each commitment, a bar for each run.
  public func commitments() -> BarChart {
    let shown = run.commitments.filter { $0.result.probability != nil }
    let rows = shown.map { target, _ in
      BarChart.Row(
        label: "\(target.title(language)) (\(target.yearText))",
        values: runs.compactMap { run in
          run.stored.targets.first { $0.id == target.id }.flatMap(bar)
        })
    }
    return BarChart(
      heading: ChartHeading(
        title: Label.probabilityPicture[language], subtitle: Label.probabilityUnit[language],
        notes: notes([Label.probabilityRangeNote[language]]),
        description: zip(shown, rows).map { "\($1.label): \($1.values.first?.text ?? "")" }.joined(separator: "; "),
        id: "commitments"),
      axis: Label.probabilityUnit[language], series: runs.count > 1 ? runs.map(title) : [], rows: rows, decimals: 0,
      width: width)
  }

  private func bar(_ result: StoredTarget) -> BarChart.Value? {
    guard let (value, error) = probability(result) else { return nil }
    let spread = 2 * (error?.value ?? 0)
    return BarChart.Value(
      value.value, range: spread > 0 ? max(0, value.value - spread)...min(100, value.value + spread) : nil,
      text: value.text)
  }

  /// Planned money by project, its parts by source.
  public func money() -> BarChart {
    let plan = run.scenario.plan
    let unit = UnitLabel(code: "yi_yuan")
    let rows = run.district.projects.enumerated().map { index, project in
      BarChart.Row(
        label: project.markedName(language),
        values: run.district.sources.indices.map { source in
          BarChart.Value((0..<plan.years).reduce(0) { $0 + plan[$1, index, source] })
        }, isPlaceholder: project.isPlaceholder)
    }
    let years = run.scenario.years
    return BarChart(
      heading: ChartHeading(
        title: Label.moneyPicture[language],
        subtitle: joined([
          title(run), Label.moneyPictureNote.text(language, String(years.lowerBound), String(years.upperBound)),
        ]),
        notes: notes(run.district.projects.contains(where: \.isPlaceholder) ? [Label.placeholderNote[language]] : []),
        description: rows.map { row in
          "\(row.label): \(NumberText.fixed(row.values.reduce(0) { $0 + $1.value }, decimals: 1))"
        }.joined(separator: "; "), id: "money"),
      axis: Label.moneyAxis.text(language, unit.name[language]), series: run.district.sources.map { $0.name[language] },
      rows: rows, arrangement: .stacked, decimals: 1, width: width)
  }

  /// Completion of each project by year.
  public func completion() -> SmallMultiples {
    let panels = run.district.projects.compactMap { project -> SmallMultiples.Panel? in
      guard let results = run.series("completion.\(project.id)") else { return nil }
      func percent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        (100 * range.lowerBound)...(100 * range.upperBound)
      }
      return SmallMultiples.Panel(
        title: project.markedName(language),
        series: [
          FanSeries(
            name: Label.median[language], firstYear: results[0].year, median: results.map { 100 * $0.median },
            inner: results.map { percent($0.inner) }, outer: results.map { percent($0.outer) })
        ])
    }
    return SmallMultiples(
      heading: ChartHeading(
        title: Label.completionPicture[language],
        subtitle: joined([title(run), Label.completionNote.text(language, Label.fanBandsNote[language])]),
        notes: notes(run.district.projects.contains(where: \.isPlaceholder) ? [Label.placeholderNote[language]] : []),
        description: panels.map { "\($0.title): \(NumberText.fixed($0.series[0].median.last!, decimals: 0)) %" }
          .joined(separator: "; "), id: "completion"),
      panels: panels, decimals: 0, width: width)
  }
}
