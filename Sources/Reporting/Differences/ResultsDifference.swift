import Analysis
import District

/// What moved between two sets of results, beyond rounding and Monte Carlo error.
public struct ResultsDifference: Sendable {
  /// The earlier results.
  public let old: ResultSet
  /// The later results.
  public let new: ResultSet
  /// Scenarios of both, by id.
  public let scenarios: [ScenarioDifference]
  /// Scenarios only in the new results.
  public let added: [String]
  /// Scenarios only in the old results.
  public let removed: [String]
  /// What counted as a movement.
  public let limits: DifferenceLimits

  /// Compares two sets, scenario by scenario.
  public init(old: ResultSet, new: ResultSet, limits: DifferenceLimits = DifferenceLimits()) {
    self.old = old
    self.new = new
    self.limits = limits
    scenarios = new.results.keys.sorted().compactMap { id in
      old.results[id].map { ScenarioDifference(old: $0, new: new.results[id]!, limits: limits) }
    }
    added = new.results.keys.filter { old.results[$0] == nil }.sorted()
    removed = old.results.keys.filter { new.results[$0] == nil }.sorted()
  }

  /// True when nothing moved, was added, removed or redefined.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && scenarios.allSatisfy(\.rows.isEmpty) }

  /// What differs in all scenarios, the most important first.
  public var rows: [DifferenceRow] {
    scenarios.flatMap(\.rows).enumerated().sorted {
      ($0.element.importance, $1.offset) > ($1.element.importance, $0.offset)
    }
    .map(\.element)
  }

  /// The most important row of each scenario and indicator, with the number of rows it stands for.
  public var summary: [(row: DifferenceRow, count: Int)] {
    var order: [String] = []
    var found: [String: (row: DifferenceRow, count: Int)] = [:]
    for row in rows {
      let key = "\(row.scenario)\u{0}\(row.table)\u{0}\(row.id)"
      if found[key] == nil { order.append(key) }
      found[key, default: (row, 0)].count += 1
    }
    return order.map { found[$0]! }
  }

  /// Names of the files.
  public static let fileNames = ["diff.csv", "diff_summary.csv", "diff.svg", OutputFolder.manifestName]

  /// The files: every difference; the largest of each scenario and indicator; a picture of these.
  ///
  /// - Parameter language: of the picture.
  public func files(_ language: Language) -> [OutputFile] {
    var all = CSVWriter()
    all.row(Self.headings)
    for row in rows { Self.write(row, to: &all) { $0.endRow() } }
    for (ids, change) in [(added, "added"), (removed, "removed")] {
      for id in ids { all.row([id, change, "scenario", id], width: Self.headings.count) }
    }
    var summary = CSVWriter()
    summary.row(Self.headings + ["rows"])
    for (row, count) in self.summary {
      Self.write(row, to: &summary) {
        $0.number(count)
        $0.endRow()
      }
    }
    return [
      OutputFile(name: "diff.csv", bytes: all.bytes), OutputFile(name: "diff_summary.csv", bytes: summary.bytes),
      OutputFile(name: "diff.svg", text: DifferenceChart(self, language: language).svg()),
      OutputFile(name: OutputFolder.manifestName, bytes: manifest()),
    ]
  }

  /// The manifest: which versions were compared, and what counted as a movement.
  private func manifest() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "hsb/manifest/diff/1")
      writer.key("tolerance")
      writer.value(limits.tolerance)
      writer.key("standard_errors")
      writer.value(limits.errors)
      for (side, set) in [("old", old), ("new", new)] {
        writer.key(side)
        writer.object { writer in
          writer.member("folder", set.folder)
          writer.key("results")
          writer.array { writer in
            for (id, stored) in set.results.sorted(by: { $0.key < $1.key }) {
              writer.object {
                $0.member("scenario", id)
                $0.member("version", stored.manifest.program.version)
                $0.member("commit", stored.manifest.program.commit)
                $0.member("district_fingerprint", stored.manifest.district.fingerprint)
              }
            }
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// Headings of `diff.csv`.
  static let headings =
    ["scenario", "change", "table", "id", "year", "statistic", "unit", "old", "new", "difference", "standard_error"]
    + ["z", "shift_sd", "test"]

  private static func write(_ row: DifferenceRow, to writer: inout CSVWriter, _ end: (inout CSVWriter) -> Void) {
    for text in [row.scenario, row.change.rawValue, row.table, row.id, row.year, row.statistic, row.unit] {
      writer.text(text)
    }
    let estimate = row.estimate
    for number in [
      estimate?.old, estimate?.new, estimate?.difference, estimate?.combinedError, estimate?.z, estimate?.shift,
    ] { writer.number(number) }
    writer.text(estimate?.test.rawValue ?? "")
    end(&writer)
  }
}
