import District

/// The results of a finished run, read back from its folder, strictly.
///
/// A file that was changed since the run (its SHA-256 is not that of the manifest), a wrong heading, a row cut short or
/// a number that is not finite stops the reading: what is compared or charted is what the run wrote.
public struct StoredResults: Sendable {
  /// The folder as the user named it.
  public let folder: String
  /// How the results were made.
  public let manifest: StoredManifest
  /// `projections.csv`, in the order of the file.
  public let projections: [StoredProjection]
  /// `targets.csv`, in the order of the file.
  public let targets: [StoredTarget]
  /// `projects.csv`, in the order of the file.
  public let projects: [StoredProject]
  /// `funding.csv`, in the order of the file; empty for a run that did not write one.
  public let funding: [StoredFunding]

  /// Reads a folder that `hsb run` wrote.
  ///
  /// - Throws: `FileAccessError` when the folder or a file of it cannot be read; `Diagnostic` or `Diagnostics` with file,
  ///   line and column when the content is not what a run writes.
  public init(folder path: String) throws {
    let folder = FilePath.withoutTrailingSlashes(path)
    guard FileBytes.entry(at: folder) == .folder else {
      let reason = FileBytes.entry(at: folder) == .missing ? "no such folder" : "not a folder of results"
      throw FileAccessError(.read, path: folder, reason: reason)
    }
    let manifestPath = "\(folder)/\(OutputFolder.manifestName)"
    let manifest = try StoredManifest.read(
      try FileBytes.read(manifestPath, limit: StoredManifest.limit), named: manifestPath)
    func rows<Row>(
      _ name: String, _ headings: [String], _ read: (StoredTable, String) throws -> [Row]
    ) throws -> [Row] {
      let file = "\(folder)/\(name)"
      let bytes = try FileBytes.read(file, limit: CSVLimits().bytes)
      // The rows before the digest: they name line and column of what is wrong.
      let table = try StoredTable(bytes: bytes, named: file, headings: headings)
      let rows = try read(table, manifest.scenario.id)
      try Self.requireUnchanged(bytes, name, file, manifest)
      return rows
    }
    projections = try rows("projections.csv", ProjectionTable.headings, StoredProjection.read)
    targets = try rows("targets.csv", TargetTable.headings, StoredTarget.read)
    projects = try rows("projects.csv", ProjectTable.headings, StoredProject.read)
    let hasFunding = manifest.files.contains { $0.name == "funding.csv" }
    funding = hasFunding ? try rows("funding.csv", FundingTable.headings, StoredFunding.read) : []
    self.folder = folder
    self.manifest = manifest
  }

  /// True when a folder holds the manifest of a run.
  public static func isPresent(in folder: String) -> Bool {
    FileBytes.entry(at: "\(folder)/\(OutputFolder.manifestName)") == .file
  }

  private static func requireUnchanged(
    _ bytes: [UInt8], _ name: String, _ file: String, _ manifest: StoredManifest
  ) throws {
    guard let written = manifest.files.first(where: { $0.name == name }) else {
      throw Diagnostic(file: file, message: "the manifest beside it does not list this file")
    }
    guard written.sha256 == SHA256.hexadecimal(of: bytes) else {
      throw Diagnostic(
        file: file,
        message:
          "changed since the run: \(bytes.count) bytes, the manifest says \(written.bytes) with another SHA-256; "
          + "run the scenario again")
    }
  }
}
