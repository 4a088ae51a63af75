import Analysis
import District
import Scenarios

/// What a sweep found, gathered point by point: the table for machines, and the extremes for the terminal.
public struct SweepReport {
  /// The sweep.
  public let sweep: Sweep
  private var table: SweepTable
  private var extremes: [String: SweepExtremes] = [:]
  private var members = 0
  private var firstNonFinite: (point: Int, place: SweepPointResult.Place)?

  /// Starts the report of a sweep.
  public init(_ sweep: Sweep) {
    self.sweep = sweep
    table = SweepTable(sweep)
  }

  /// Names of the files of a sweep, in the order they are written.
  public static let fileNames = ["sweep.csv", OutputFolder.manifestName]

  /// What the report keeps of a point.
  public func result(_ point: SweepPoint, _ summary: EnsembleSummary) -> SweepPointResult {
    SweepPointResult(
      rows: table.rows(point, summary), members: summary.members,
      targets: summary.targets.compactMap { result in
        result.probability.map {
          SweepPointResult.Probability(target: result.target.id, value: $0, error: result.standardError)
        }
      },
      nonFinite: summary.firstNonFinite.map { SweepPointResult.Place(indicator: $0.indicator, year: $0.year) })
  }

  /// Takes in a point, in the order of the sweep.
  public mutating func add(_ point: SweepPoint, _ result: SweepPointResult) {
    table.add(rows: result.rows)
    members = result.members
    if let place = result.nonFinite, firstNonFinite == nil { firstNonFinite = (point.number, place) }
    for found in result.targets {
      let value = SweepExtremes.Value(point: point, probability: found.value, error: found.error)
      extremes[found.target, default: SweepExtremes(lowest: value, highest: value)].add(value)
    }
  }

  /// Refuses results that are not finite.
  ///
  /// - Throws: `Diagnostic` naming the point.
  public func requireFinite() throws {
    guard let broken = firstNonFinite else { return }
    throw Diagnostic(
      file: sweep.file,
      message:
        "the indicator '\(broken.place.indicator)' is not a finite number in \(broken.place.year) at point \(broken.point) "
        + "(\(words(sweep.points[broken.point - 1]))): values are too extreme to compute with; nothing was written")
  }

  /// The files of the sweep.
  ///
  /// - Parameter record: how it was made, for the manifest.
  public func files(_ record: RunRecord) -> [OutputFile] {
    let results = [OutputFile(name: "sweep.csv", bytes: table.bytes)]
    let manifest = AnalysisManifest(kind: "sweep", scenarios: [sweep.first], record: record, files: results) {
      $0.members(of: sweep)
    }
    return results + [OutputFile(name: OutputFolder.manifestName, bytes: manifest.json())]
  }

  /// What a sweep prints: its axes, and where on them each commitment is least and most likely.
  public func text(_ language: Language) -> String {
    let first = sweep.first
    let head = [
      "\(sweep.title[language]) (\(sweep.id))",
      Label.sweepFacts.text(
        language, NumberText.grouped(sweep.points.count), NumberText.grouped(members), first.ensemble.sampler.rawValue,
        String(first.ensemble.seed)), Label.notOfficial[language],
    ]
    var axes = TextTable([
      .words(Label.axis[language]), .words(Label.name[language]), .words(Label.unit[language]),
      .numbers(Label.count[language]), .words(Label.axisValues[language]),
    ])
    for axis in sweep.axes {
      axes.row([
        axis.name, axis.title[language], axis.unit.isEmpty ? "-" : UnitLabel(code: axis.unit).axisName(language),
        String(axis.values.count), Self.listed(axis.values.map(\.text)),
      ])
    }
    var table = TextTable([
      .words(Label.commitment[language]), .words(Label.targetYear[language]),
      .numbers(Label.lowestProbability[language]),
      .words(Label.axisAt[language]), .numbers(Label.highestProbability[language]), .words(Label.axisAt[language]),
    ])
    for target in first.targets {
      guard let found = extremes[target.id] else { continue }
      let isFlat = found.lowest.probability == found.highest.probability
      table.row([
        target.title(language), target.yearText, text(found.lowest),
        isFlat ? Label.axisEverywhere[language] : words(found.lowest.point), text(found.highest),
        isFlat ? Label.axisEverywhere[language] : words(found.highest.point),
      ])
    }
    return head.map { DisplayWidth.printable($0) + "\n" }.joined() + "\n" + axes.text + "\n" + table.text
  }

  private func text(_ value: SweepExtremes.Value) -> String {
    let text = Estimate.probability(value.probability, error: value.error, members: members).text
    guard let error = value.error else { return text }
    return "\(text) ± \(Estimate(error, error: nil, unit: UnitLabel(code: "percentage_points")).text)"
  }

  private func words(_ point: SweepPoint) -> String {
    sweep.axes.enumerated().map { "\($1.name) \(sweep.value(of: point, axis: $0).text)" }.joined(separator: ", ")
  }

  private static func listed(_ values: [String]) -> String {
    values.count <= 5 ? values.joined(separator: ", ") : values.prefix(3).joined(separator: ", ") + " … " + values.last!
  }
}

/// Where a commitment is least and most likely.
private struct SweepExtremes {
  struct Value {
    let point: SweepPoint
    let probability: Double
    let error: Double?
  }

  var lowest: Value
  var highest: Value

  mutating func add(_ value: Value) {
    if value.probability < lowest.probability { lowest = value }
    if value.probability > highest.probability { highest = value }
  }
}

extension UnitLabel {
  /// The words for values shown as the file has them: a share of 0.3 is not a percentage there.
  fileprivate func axisName(_ language: Language) -> String { scale == 1 ? name[language] : code }
}
