import Analysis

/// `tradeoff.svg`: coverage against density along the trajectory, the chosen box named.
struct DiscoveryChart {
  let report: DiscoveryReport

  init(_ report: DiscoveryReport) { self.report = report }

  func svg() -> String {
    let language = report.language
    let words = DiscoverySentences(report, language: language)
    let series = report.discovery.findings.enumerated().map { number, finding in
      FrontierChart.Series(
        name: finding.measures.isEmpty ? "" : String(number + 1),
        points: finding.trajectory.enumerated().map { step, box in
          FrontierChart.Point(
            label: step == finding.chosen ? Label.discoveryChosen[language] : "", x: 100 * box.coverage,
            y: 100 * box.density,
            hover: "\(step): \(words.percent(box.coverage, nil)) %, \(words.percent(box.density, nil)) %")
        })
    }
    return FrontierChart(
      heading: ChartHeading(
        title: report.sample.target.title(language), subtitle: words.opening[2],
        notes: [Label.notOfficial[language], Label.discoveryAssumed[language]], id: "tradeoff"),
      xAxis: Label.discoveryCoverage[language], yAxis: Label.discoveryDensity.text(language, words.outcome),
      series: series
    ).svg()
  }
}
