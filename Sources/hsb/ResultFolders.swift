import Reporting

/// Where the results of a command go.
struct ResultFolders {
  /// A folder a scenario.
  let folders: [OutputFolder]

  /// - Parameters:
  ///   - output: what the user named, or nil for `results/<scenario>`.
  ///   - scenarios: ids of the scenarios.
  init(output: String?, scenarios: [String]) {
    folders = scenarios.map { Self.folder($0, output: output, among: scenarios.count) }
  }

  /// The folder of one of some results: what the user named when it is the only one, else one of its own below.
  static func folder(_ name: String, output: String?, among count: Int) -> OutputFolder {
    if let output, count == 1 { return OutputFolder(output) }
    return OutputFolder("\(output ?? "results")/\(name)", makesParent: true)
  }

  /// Checks, before anything is run, that the results can be written.
  func check() throws {
    for folder in folders { try folder.check(for: RunReport.fileNames) }
  }

  /// Locks the folders against other runs.
  func lock(_ kind: FolderLock.Kind = .alone) throws -> [FolderLock] { try folders.map { try FolderLock($0, kind) } }
}
