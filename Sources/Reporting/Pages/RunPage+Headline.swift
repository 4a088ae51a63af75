import District

extension RunPage {
  /// Will the commitments be met, with what probability, at what cost: in words first.
  func writeHeadline(_ writer: inout HTMLWriter) {
    let judged = run.commitments.compactMap { target, result in result.probability.map { (target, result, $0) } }
    func count(_ range: Range<Double>) -> String { String(judged.count { range.contains($0.2) }) }
    writer.element(
      "p", [("class", "lead")],
      text: Label.verdictCount.text(
        language, String(judged.count), count(Verdict.likelyFrom..<2),
        count(Verdict.unlikelyBelow..<Verdict.likelyFrom),
        count(-1..<Verdict.unlikelyBelow)))
    writer.element("p", [("class", "lead")], text: moneySentences)
    writer.element("ul", [("class", "verdicts")]) { writer in
      for (target, result, probability) in judged {
        writer.element("li") { writer in
          let words = "\(target.title(language))\(language == .zh ? "（\(target.yearText)年）" : " (\(target.yearText))")"
          writer.text(
            Label.verdictLine.text(language, words, Verdict.label(probability)[language], self.probability(result)))
        }
      }
    }
    writer.element("p", [("class", "quiet")], text: Label.verdictNote[language])
    writer.element("div", [("class", "figures")]) { writer in
      writer.figure(pictures.commitments().svg())
      if let fan = RunPictures([run], language: language, width: 400).fan("gdp_nominal") {
        writer.figure(named(fan, "gdp").svg())
      }
    }
  }

  /// `68 % ± 0.3`: a probability with its sampling error.
  func probability(_ result: StoredTarget) -> String {
    guard let (value, error) = pictures.probability(result) else { return Label.notProjected[language] }
    let percent = language == .zh ? "%" : " %"
    return error.map { "\(value.text)\(percent) ± \($0.text)" } ?? "\(value.text)\(percent)"
  }

  private var moneySentences: String {
    let years = run.scenario.years
    let unit = UnitLabel(code: "yi_yuan")
    var sentences = [
      Label.moneySentence.text(
        language, String(years.lowerBound), String(years.upperBound),
        Estimate(run.scenario.plan.total, error: 0, unit: unit).text),
      Label.executedSentence.text(language, executed(run).text),
    ]
    if let gdp = run["gdp_nominal", lastYear] {
      let range = RangeEstimate(gdp, unit: unit)
      sentences.append(
        Label.perUnitSentence.text(language, String(lastYear), range.median.text, range.low.text, range.high.text))
    }
    return sentences.joined(separator: language == .zh ? "" : " ")
  }

  /// Mean of the money executed by all projects in all years; its error is at most the sum of the errors.
  func executed(_ run: ReportedRun, project: String? = nil) -> Estimate {
    let projects = project.map { [$0] } ?? run.district.projects.map(\.id)
    let results = projects.flatMap { run.series("executed.\($0)") ?? [] }
    let errors = results.compactMap(\.meanError)
    return Estimate(
      results.reduce(0) { $0 + $1.mean }, error: errors.count == results.count ? errors.reduce(0, +) : nil,
      unit: UnitLabel(code: "yi_yuan_2020"))
  }

  /// The chart under another id, since ids of a page are unique.
  func named(_ chart: FanChart, _ id: String) -> FanChart {
    var chart = chart
    chart.heading.id = id
    return chart
  }
}

extension RangeEstimate {
  /// The three numbers people see of a stored result.
  init(_ stored: StoredProjection, unit: UnitLabel) {
    func quantile(_ position: Int) -> Estimate {
      Estimate(stored.quantiles[position], error: stored.quantileErrors?[position], unit: unit)
    }
    self.init(low: quantile(0), median: quantile(2), high: quantile(4))
  }
}
