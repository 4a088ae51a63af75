/// Parts of a path.
enum FilePath {
  /// The folder that holds the last part.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part.
  static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "results") }

  /// The path without slashes at its end.
  static func withoutTrailingSlashes(_ path: String) -> String {
    var text = path[...]
    while text.count > 1, text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
