import District

/// The results of one or more scenarios: a results folder, or a folder of such folders (results of other commands
/// among them are passed over).
public struct ResultSet: Sendable {
  /// The folder as the user named it.
  public let folder: String
  /// The results, by scenario id.
  public let results: [String: StoredResults]

  /// Reads a folder.
  ///
  /// - Throws: `FileAccessError` when it cannot be read; `Diagnostic` when it holds no results, or two of one scenario.
  public init(folder path: String) throws {
    folder = FilePath.withoutTrailingSlashes(path)
    if StoredResults.isPresent(in: folder) {
      let single = try StoredResults(folder: folder)
      results = [single.manifest.scenario.id: single]
      return
    }
    var found: [String: StoredResults] = [:]
    for name in try FileBytes.names(in: folder) where StoredResults.isPresent(in: "\(folder)/\(name)") {
      guard try StoredAnalysis.kind(ofFolder: "\(folder)/\(name)") == nil else { continue }
      let stored = try StoredResults(folder: "\(folder)/\(name)")
      let id = stored.manifest.scenario.id
      if let other = found[id] {
        throw Diagnostic(
          file: stored.folder, message: "results of the scenario '\(id)' stand twice, also in \(other.folder)")
      }
      found[id] = stored
    }
    guard !found.isEmpty else {
      throw Diagnostic(
        file: folder, message: "no results in it; expected a folder that 'hsb run' wrote, or a folder of such folders")
    }
    results = found
  }
}
