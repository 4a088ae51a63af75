import District

/// The scenario files of a folder, those in folders below it left out.
public enum ScenarioFiles {
  /// The folder where scenarios are looked for unless another is named.
  public static let library = "scenarios"

  /// The paths of the files that end in `.yaml` or `.yml`, in the order of their names.
  ///
  /// - Throws: `FileAccessError` when the folder cannot be listed or holds no such file.
  public static func paths(in folder: String) throws -> [String] {
    let names = try FileBytes.names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !names.isEmpty else { throw FileAccessError(.read, path: folder, reason: "no scenario files are in it") }
    func stem(_ name: String) -> Substring { name.prefix(name.count - (name.hasSuffix(".yml") ? 4 : 5)) }
    return names.sorted { stem($0) < stem($1) }.map { "\(folder)/\($0)" }
  }

  /// The file a user means by `baseline`, `baseline.yaml` or a path: as it stands, or in the library.
  ///
  /// - Throws: `FileAccessError` when neither is there, with the nearest name of the library.
  public static func path(of name: String) throws -> String {
    let candidates = [name, "\(name).yaml", "\(library)/\(name)", "\(library)/\(name).yaml"]
    if let found = candidates.first(where: { FileBytes.entry(at: $0) == .file }) { return found }
    let names = (try? paths(in: library)) ?? []
    let ids = names.map { $0.dropFirst(library.count + 1).prefix { $0 != "." } }.map(String.init)
    let hint = nearestName(to: name, among: ids).map { "; did you mean '\($0)'?" } ?? ""
    throw FileAccessError(.read, path: name, reason: "no such file, and no scenario of the library\(hint)")
  }
}
