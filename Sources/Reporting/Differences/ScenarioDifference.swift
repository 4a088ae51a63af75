import Analysis
import Projection
import Sampling

/// What differs between two results of one scenario.
public struct ScenarioDifference: Sendable {
  /// The scenario.
  public let scenario: String
  /// How numbers were judged: `paired` when members, sampler and seed are the same.
  public let test: EstimateDifference.Test
  /// Numbers held against each other.
  public private(set) var compared = 0
  /// What differs, the most important first.
  public private(set) var rows: [DifferenceRow] = []
  /// What was run differently: `district`, `members`, `seed`, `sampler`, `horizon`, `scenario`.
  public let inputs: [String]

  private let limits: DifferenceLimits
  /// Members of either result.
  private let members: (old: Int, new: Int)
  /// Independent randomisations that have members, in either result.
  private let randomisations: (old: Int, new: Int)

  /// Compares.
  init(old: StoredResults, new: StoredResults, limits: DifferenceLimits) {
    let (before, after) = (old.manifest, new.manifest)
    scenario = after.scenario.id
    test = before.ensemble == after.ensemble ? .paired : .independent
    self.limits = limits
    members = (before.ensemble.members, after.ensemble.members)
    randomisations = (
      Replication.replicates(members: members.old), Replication.replicates(members: members.new)
    )
    inputs = [
      ("district", before.district.fingerprint == after.district.fingerprint),
      ("members", before.ensemble.members == after.ensemble.members),
      ("seed", before.ensemble.seed == after.ensemble.seed),
      ("sampler", before.ensemble.sampler == after.ensemble.sampler),
      ("horizon", before.scenario.horizon == after.scenario.horizon),
      ("scenario", before.scenario.yaml == after.scenario.yaml),
    ].filter { !$0.1 }.map(\.0)
    compareProjections(old.projections, new.projections)
    compareTargets(old.targets, new.targets)
    compareProjects(old.projects, new.projects)
    rows.sort { ($0.importance, $1.id, $1.year) > ($1.importance, $0.id, $0.year) }
  }

  private mutating func compareProjections(_ old: [StoredProjection], _ new: [StoredProjection]) {
    let names = ["p05", "p25", "p50", "p75", "p95"]
    // What a stock leaves when it is spent is rounding of what it was: money of 1e-25 yuan is none.
    let levels = Dictionary((old + new).map { ($0.indicator, $0.mean.magnitude) }, uniquingKeysWith: max)
    match(old, new, table: "projection", key: { "\($0.indicator)\u{0}\($0.year)" }) {
      $0.indicator
    } year: {
      String($0.year)
    } compare: { differ, one, two in
      func add(_ statistic: String, _ x: Double, _ y: Double, _ errors: (Double?, Double?)) {
        differ.add(
          "projection", one.indicator, String(one.year), statistic, two.unit,
          EstimateDifference(
            old: x, new: y, errors: errors, randomisations: differ.randomisations, spread: one.standardDeviation,
            level: levels[one.indicator] ?? 0, test: differ.test))
      }
      guard one.unit == two.unit else {
        differ.redefine("projection", one.indicator, String(one.year), "unit", two.unit)
        return
      }
      add("mean", one.mean, two.mean, (one.meanError, two.meanError))
      // No error of it is stored: it is held only against the same draws.
      if differ.test == .paired { add("sd", one.standardDeviation, two.standardDeviation, (nil, nil)) }
      for index in names.indices {
        let (x, y) = (one.quantiles[index], two.quantiles[index])
        add(
          names[index], x, y,
          (
            Self.errorOfQuantile(x, sampling: one.quantileErrors?[index]),
            Self.errorOfQuantile(y, sampling: two.quantileErrors?[index])
          ))
      }
    }
  }

  /// The standard error of a quantile with that of the bin it was read from, anywhere in which it may lie: where a
  /// distribution is narrow, the bin is the larger.
  private static func errorOfQuantile(_ quantile: Double, sampling: Double?) -> Double? {
    sampling.map { error in
      let bin = quantile * ValueBins.relativeWidth
      return (error * error + bin * bin / 12).squareRoot()
    }
  }

  private mutating func compareTargets(_ old: [StoredTarget], _ new: [StoredTarget]) {
    match(old, new, table: "target", key: \.id, id: \.id, year: \.year) { differ, one, two in
      let sides = [
        ("indicator", one.indicator, two.indicator), ("comparator", one.comparator, two.comparator),
        ("threshold", one.threshold, two.threshold), ("year", one.year, two.year), ("unit", one.unit, two.unit),
      ]
      for (name, before, after) in sides where before != after {
        differ.redefine("target", one.id, two.year, name, two.unit)
      }
      guard let before = one.probability, let after = two.probability else {
        if one.probability != two.probability { differ.redefine("target", one.id, two.year, "status", two.unit) }
        return
      }
      // A share is never known better than to one member, even where all agree.
      let errors = (
        one.standardError.map { max($0, 1 / Double(differ.members.old)) },
        two.standardError.map { max($0, 1 / Double(differ.members.new)) }
      )
      differ.add(
        "target", one.id, two.year, "probability", "share",
        EstimateDifference(
          old: before, new: after, errors: errors,
          randomisations: differ.randomisations, spread: (before * (1 - before)).squareRoot(), test: differ.test))
    }
  }

  private mutating func compareProjects(_ old: [StoredProject], _ new: [StoredProject]) {
    match(old, new, table: "project", key: { "\($0.id)\u{0}\($0.year)" }, id: \.id) {
      String($0.year)
    } compare: { differ, one, two in
      // The money planned is certain; what came of it stands in the projections.
      differ.add(
        "project", one.id, String(one.year), "planned", "yi_yuan",
        EstimateDifference(old: one.plannedNominal, new: two.plannedNominal, spread: 0, test: .paired))
      if one.isPlaceholder != two.isPlaceholder {
        differ.redefine("project", one.id, String(one.year), "placeholder", "")
      }
    }
  }

  /// Pairs the rows of two tables by key; rows of only one are added or removed, a whole id at once where all are.
  private mutating func match<Row>(
    _ old: [Row], _ new: [Row], table: String, key: (Row) -> String, id: (Row) -> String, year: (Row) -> String,
    compare: (inout ScenarioDifference, Row, Row) -> Void
  ) {
    let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(key))
    report(new.filter { before[key($0)] == nil }, than: Set(old.map(id)), .added, table, id, year)
    report(old.filter { !after.contains(key($0)) }, than: Set(new.map(id)), .removed, table, id, year)
    for row in new {
      if let other = before[key(row)] { compare(&self, other, row) }
    }
  }

  private mutating func report<Row>(
    _ only: [Row], than others: Set<String>, _ change: DifferenceRow.Change, _ table: String, _ id: (Row) -> String,
    _ year: (Row) -> String
  ) {
    var seen: Set<String> = []
    for row in only {
      let isWhole = !others.contains(id(row))
      if isWhole, !seen.insert(id(row)).inserted { continue }
      rows.append(
        DifferenceRow(
          scenario: scenario, table: table, id: id(row), year: isWhole ? "" : year(row), statistic: "", unit: "",
          change: change, estimate: nil))
    }
  }

  private mutating func add(
    _ table: String, _ id: String, _ year: String, _ statistic: String, _ unit: String, _ estimate: EstimateDifference
  ) {
    compared += 1
    guard estimate.isMoved(tolerance: limits.tolerance, errors: limits.errors) else { return }
    rows.append(
      DifferenceRow(
        scenario: scenario, table: table, id: id, year: year, statistic: statistic, unit: unit, change: .moved,
        estimate: estimate))
  }

  private mutating func redefine(_ table: String, _ id: String, _ year: String, _ what: String, _ unit: String) {
    rows.append(
      DifferenceRow(
        scenario: scenario, table: table, id: id, year: year, statistic: what, unit: unit, change: .redefined,
        estimate: nil))
  }
}

/// What counts as a movement.
public struct DifferenceLimits: Sendable, Equatable {
  /// Share of a value and its spread that is rounding.
  public var tolerance: Double
  /// Standard errors a difference of independent draws must exceed.
  public var errors: Double

  /// Makes limits.
  ///
  /// Six standard errors of 16 randomisations each are exceeded by chance once in 700,000 comparisons (Student's t with
  /// 30 degrees of freedom), so that a folder of some thousand numbers raises no false alarm. Where one error is larger
  /// than the other or comes from fewer randomisations, more than six are needed for that.
  public init(tolerance: Double = 1e-9, errors: Double = 6) {
    self.tolerance = tolerance
    self.errors = errors
  }
}
