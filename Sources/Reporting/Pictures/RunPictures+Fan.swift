import District

extension RunPictures {
  /// The indicators of which a fan can be drawn, for messages about names.
  public var indicators: [String] { run.catalogue.indicators.map(\.id).filter { run.series($0) != nil } }

  /// The course of an indicator with its ranges, the commitments on it, and the region's series beside a district's.
  ///
  /// Of several runs each has its median and range.
  ///
  /// - Returns: nil when the run has no such indicator.
  public func fan(_ id: String) -> FanChart? {
    guard let indicator = run.catalogue[id], run.series(id) != nil else { return nil }
    let unit = indicator.unitLabel
    let digits = decimals(id, unit)
    var series = runs.compactMap { self.series(of: $0, id, unit, digits, isAlone: runs.count == 1) }
    let compared = regional(id)
    if let compared, let other = self.series(of: run, compared.id, unit, digits, name: compared.name[language]) {
      series.append(other)
    }
    if runs.count == 1, compared != nil { series[0] = ownName(series[0], id) }
    var extra: [String] = []
    if baseIsAssumed(id) { extra.append(Label.levelAssumed.text(language, String(run.district.baseYear))) }
    let targets = self.targets(on: id, unit)
    return FanChart(
      heading: ChartHeading(
        title: "\(run.district.name[language])\(language == .zh ? "" : ": ")\(name(indicator))",
        subtitle: joined([Label.unitIs.text(language, unit.name[language]), Label.fanBandsNote[language]]),
        notes: notes(extra), description: description(series, targets), id: "fan-\(id)"),
      series: series, targets: targets, decimals: digits, width: width)
  }

  /// Digits after the point that the sampling error of the last median supports.
  func decimals(_ id: String, _ unit: UnitLabel) -> Int {
    guard let last = run[id, run.years.upperBound] else { return unit.decimals }
    return max(0, Estimate(last.median, error: last.medianError, unit: unit).digits.decimals)
  }

  /// The series of a run; alone it carries its quantiles as labels, beside others its name.
  private func series(
    of run: ReportedRun, _ id: String, _ unit: UnitLabel, _ decimals: Int, name: String? = nil, isAlone: Bool = false
  ) -> FanSeries? {
    guard let results = run.series(id) else { return nil }
    func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      (range.lowerBound * unit.scale)...(range.upperBound * unit.scale)
    }
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: decimals, groupsThousands: true) }
    let (median, outer) = (results.last!.median * unit.scale, scaled(results.last!.outer))
    let isCertain = text(outer.lowerBound) == text(outer.upperBound)
    let labels =
      !isAlone || isCertain
      ? []
      : [
        FanSeries.EndLabel(Label.upperEnd.text(language, text(outer.upperBound)), at: outer.upperBound),
        FanSeries.EndLabel(Label.middle.text(language, text(median)), at: median, isStrong: true),
        FanSeries.EndLabel(Label.lowerEnd.text(language, text(outer.lowerBound)), at: outer.lowerBound),
      ]
    return FanSeries(
      name: name ?? (isAlone ? Label.median[language] : title(run)), firstYear: results[0].year,
      median: results.map { $0.median * unit.scale }, inner: results.map { scaled($0.inner) },
      outer: results.map { scaled($0.outer) }, endLabels: labels)
  }

  /// Beside the region's series the district's is called by the district's name.
  private func ownName(_ series: FanSeries, _ id: String) -> FanSeries {
    FanSeries(
      name: run.district.name[language], firstYear: series.firstYear, median: series.median, inner: series.inner,
      outer: series.outer)
  }

  /// The region's series of the same kind: `ningxia_income_all` beside `income_all`.
  private func regional(_ id: String) -> (id: String, name: BilingualText)? {
    run.district.comparators.first { $0.id.hasSuffix("_\(id)") }.map { ($0.id, run.district.region) }
  }

  private func baseIsAssumed(_ id: String) -> Bool {
    id.hasPrefix("gdp_") && !id.hasSuffix("_growth")
      && run.district.inputs.contains { $0.name.hasSuffix(".value_added_2020_yi") && $0.status == .assumed }
  }

  /// Commitments with a fixed level; those measured against a series show as that series.
  private func targets(on id: String, _ unit: UnitLabel) -> [FanTarget] {
    run.commitments.compactMap { target, result in
      guard target.indicator == id, case .number(let level) = target.threshold,
        run.years.contains(target.years.upperBound)
      else { return nil }
      var detail = ""
      if let (value, error) = probability(result) {
        detail =
          error.map { Label.targetReached.text(language, value.text, $0.text) }
          ?? Label.targetReachedExactly.text(language, value.text)
      }
      return FanTarget(
        value: level * target.factor * unit.scale,
        label: Label.targetLine.text(language, target.yearText, target.requirement(run.catalogue, language)),
        detail: runs.count == 1 ? detail : "", year: target.years.upperBound)
    }
  }

  private func description(_ series: [FanSeries], _ targets: [FanTarget]) -> String {
    let last = run.years.upperBound
    let ends = series.map { series in
      series.endLabels.isEmpty
        ? "\(series.name) \(NumberText.fixed(series.median.last!, decimals: 1, groupsThousands: true))"
        : series.endLabels.map(\.text).joined(separator: ", ")
    }
    return joined(["\(last): " + ends.joined(separator: ", ")] + targets.map { "\($0.label), \($0.detail)" })
  }
}
