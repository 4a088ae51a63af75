import District

/// A folder of results that `hsb run` wrote: what its manifest says, and the scenario file that runs the same again.
///
/// A folder holds summaries, not members. What needs members (a paired comparison) runs its `scenario.yaml` again on
/// the same draws, which takes a fraction of a second, and holds the outcome against the `projections.csv` of the
/// folder, so that nobody compares something else than what the folder says.
public struct FinishedRun: Sendable {
  /// The folder as the user named it.
  public let folder: String
  /// What its manifest says.
  public let manifest: StoredManifest

  /// True when a path names a folder, which is then taken for one of results.
  public static func isFolder(_ path: String) -> Bool { FileSystem.isFolder(FilePath.withoutTrailingSlashes(path)) }

  /// Opens a folder of results and checks that its scenario is the one that was run.
  ///
  /// - Throws: `FileAccessError` when a file is missing, `Diagnostic` when the folder is not one of a finished run.
  public init(folder path: String) throws {
    folder = FilePath.withoutTrailingSlashes(path)
    let file = "\(folder)/\(OutputFolder.manifestName)"
    manifest = try StoredManifest.read(try Self.read(file), named: file)
    try checkScenario()
  }

  /// The scenario as resolved, in one file.
  public var scenarioFile: String { "\(folder)/scenario.yaml" }

  private func checkScenario() throws {
    guard let entry = manifest.files.first(where: { $0.name == "scenario.yaml" }) else {
      throw Diagnostic(file: "\(folder)/\(OutputFolder.manifestName)", message: "the manifest names no scenario.yaml")
    }
    if SHA256.hexadecimal(of: try Self.read(scenarioFile)) != entry.sha256 {
      throw Diagnostic(
        file: scenarioFile, message: "the file is not the one that was run: it was changed since; run it again")
    }
  }

  /// Holds a run of the folder's scenario against the folder.
  ///
  /// Builds for other processors may differ in the last digits of a number; what counts is a millionth of it and of
  /// its spread.
  ///
  /// - Throws: `FileAccessError` when projections.csv cannot be read, `Diagnostic` when the two do not agree.
  public func requireReproduced(by report: RunReport) throws {
    let fingerprint = report.district.fingerprint
    let file = "\(folder)/projections.csv"
    if fingerprint != manifest.district.fingerprint {
      throw Diagnostic(
        file: "\(folder)/\(OutputFolder.manifestName)",
        message: "the district '\(manifest.district.id)' has changed since the run: its fingerprint was "
          + "\(manifest.district.fingerprint.prefix(12)) and is \(fingerprint.prefix(12)); run the scenario again")
    }
    let stored = try Self.read(file)
    let now = ProjectionTable(report).csv()
    if stored.elementsEqual(now) { return }
    guard let line = Self.firstDifference(String(decoding: stored, as: UTF8.self), String(decoding: now, as: UTF8.self))
    else { return }
    throw Diagnostic(
      file: file, line: line,
      message: "the program no longer gives these results (they are of version \(manifest.program.version), commit "
        + "\(manifest.program.commit)); run the scenario again: hsb run \(scenarioFile)")
  }

  /// The first line in which two tables of projections differ by more than rounding; nil when none does.
  private static func firstDifference(_ stored: String, _ now: String) -> Int? {
    let lines = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let others = now.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(lines.count, others.count) {
      guard index < lines.count, index < others.count else { return index + 1 }
      if lines[index] != others[index], !agree(lines[index], others[index]) { return index + 1 }
    }
    return nil
  }

  private static func agree(_ line: Substring, _ other: Substring) -> Bool {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    let others = other.split(separator: ",", omittingEmptySubsequences: false)
    let names = 4
    guard cells.count == others.count, cells.count == ProjectionTable.headings.count,
      cells.prefix(names) == others.prefix(names)
    else { return false }
    let scale = (Double(others[names]) ?? 0).magnitude + (Double(others[names + 1]) ?? 0)
    return zip(cells, others).dropFirst(names).allSatisfy { one, two in
      if one == two { return true }
      guard let x = Double(one), let y = Double(two) else { return false }
      return (x - y).magnitude <= 1e-6 * scale
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    try FileBytes.read(path, limit: CSVLimits().bytes)
  }
}
