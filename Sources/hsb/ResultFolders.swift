import Reporting

/// Where the results of a command go.
struct ResultFolders {
  /// A folder a scenario.
  let folders: [OutputFolder]

  /// - Parameters:
  ///   - output: what the user named, or nil for `results/<scenario>`.
  ///   - scenarios: ids of the scenarios.
  init(output: String?, scenarios: [String]) {
    if let output, scenarios.count == 1 {
      folders = [OutputFolder(output)]
    } else {
      folders = scenarios.map { OutputFolder("\(output ?? "results")/\($0)", makesParent: true) }
    }
  }

  /// Checks, before anything is run, that the results can be written.
  func check() throws {
    for folder in folders { try folder.check(for: RunReport.fileNames) }
  }

  /// Locks the folders against other runs.
  func lock(_ kind: FolderLock.Kind = .alone) throws -> [FolderLock] { try folders.map { try FolderLock($0, kind) } }
}
