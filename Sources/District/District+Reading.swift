extension District {
  /// Ids of the districts that come with the program.
  public static let builtInNames = ["hongsibao"]

  /// A district that comes with the program.
  /// - Throws: `Diagnostics` when there is none of that id, `FileAccessError` when the program's data cannot be found.
  public static func builtIn(_ id: String) throws -> District {
    try DistrictReader.read(folder: BuiltInDistricts.folder(of: id), named: "built-in/\(id)")
  }

  /// The district in a folder.
  /// - Throws: `Diagnostics` with every fault of its files, `FileAccessError` when they cannot be read.
  public static func read(folder: String) throws -> District {
    try DistrictReader.read(folder: folder, named: trimmed(folder))
  }

  /// A built-in district by its id, or the district in the folder a path names.
  ///
  /// A text with a slash, or a single dot or two, is a path; so is any other that is not a built-in id but names a
  /// folder. A relative path is taken from `base`, the folder of the file that wrote it.
  public static func named(_ nameOrPath: String, relativeTo base: String = ".") throws -> District {
    if builtInNames.contains(nameOrPath) { return try builtIn(nameOrPath) }
    let path = nameOrPath.hasPrefix("/") || base.isEmpty || base == "." ? nameOrPath : "\(base)/\(nameOrPath)"
    let isPath = nameOrPath.contains("/") || nameOrPath == "." || nameOrPath == ".."
    if !nameOrPath.isEmpty, isPath || FileBytes.entry(at: path) == .folder { return try read(folder: path) }
    let expected = "one of \(builtInNames.joined(separator: ", ")) or the path of a folder"
    throw Diagnostics([
      Diagnostic(
        file: nameOrPath.isEmpty ? "''" : nameOrPath,
        message: "no built-in district '\(nameOrPath)' and no such folder; expected \(expected)",
        suggestion: nearestName(to: nameOrPath, among: builtInNames))
    ])
  }

  /// A path without the slashes at its end.
  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
