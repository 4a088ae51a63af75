import Analysis
import District

/// Pictures of a projection before and after observed figures, the figures with their errors on them.
struct AssimilationCharts {
  private static let indicators = ["gdp_nominal", "income_rural", "income_urban", "ningxia_income_rural"]
  /// Names of the files.
  static let fileNames = indicators.map { "updated_\($0).svg" }

  private let assimilation: Assimilation
  private let language: Language

  init(_ report: AssimilationReport) {
    assimilation = report.assimilation
    language = report.language
  }

  /// The files, one an indicator.
  var files: [OutputFile] {
    zip(Self.indicators, Self.fileNames).compactMap { id, name in
      assimilation.after.plan.catalogue[id].map { OutputFile(name: name, text: chart($0).svg()) }
    }
  }

  private func chart(_ indicator: Indicator) -> FanChart {
    let unit = indicator.unitLabel
    let scenario = assimilation.scenario
    let heading = ChartHeading(
      title: "\(scenario.district.name[language]): \(indicator.name[language])",
      subtitle: Label.updatedChart.text(language, unit.name[language], scenario.title[language]),
      notes: [Label.notOfficialLong[language], Label.figureErrorsAssumed[language]], id: "updated-\(indicator.id)")
    return FanChart(
      heading: heading,
      series: [
        series(indicator, assimilation.after, Label.after, hasBands: true),
        series(indicator, assimilation.before, Label.before, hasBands: false),
      ],
      observations: observations(indicator), decimals: unit.decimals)
  }

  private func series(
    _ indicator: Indicator, _ summary: EnsembleSummary, _ label: Label, hasBands: Bool
  ) -> FanSeries {
    let quantiles = (0...summary.plan.years).compactMap { t in
      summary[indicator.id, year: t]?.moments.quantiles.map { $0 * indicator.unitLabel.scale }
    }
    return FanSeries(
      name: label[language], firstYear: assimilation.experiment.district.baseYear, median: quantiles.map { $0[2] },
      inner: hasBands ? quantiles.map { $0[1]...$0[3] } : [], outer: hasBands ? quantiles.map { $0[0]...$0[4] } : [])
  }

  /// Figures of whole years with twice their error, each with its status.
  private func observations(_ indicator: Indicator) -> [FanObservation] {
    let scale = indicator.unitLabel.scale
    return assimilation.figures.filter { $0.indicator == indicator.id && $0.half != 1 }.map { figure in
      FanObservation(
        year: figure.year, value: figure.value * scale,
        range: (figure.value - 2 * figure.error) * scale...(figure.value + 2 * figure.error) * scale,
        label: "\(figure.year), \(figure.status.label[language])")
    }
  }
}
