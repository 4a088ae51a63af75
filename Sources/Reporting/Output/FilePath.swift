import Foundation

/// Parts of a path.
public enum FilePath {
  /// The folder that holds the last part.
  public static func folder(of path: String) -> String {
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

  /// The path of a file or folder as seen from the folder of a file, both named from where the program runs.
  public static func relative(_ folder: String, toFolderOf file: String) -> String {
    func parts(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.pathComponents.filter { $0 != "/" }
    }
    let (to, from) = (parts(folder), parts(self.folder(of: file)))
    let common = zip(to, from).prefix { $0 == $1 }.count
    let path = Array(repeating: "..", count: from.count - common) + to[common...]
    return path.isEmpty ? "." : path.joined(separator: "/")
  }
}
