import Foundation

/// Paths written in a scenario file, relative to the folder of that file.
package enum ScenarioPath {
  /// The folder of a file, `.` for one without a folder.
  package static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// A path as written in a file, from where the program runs.
  package static func resolved(_ path: String, writtenIn file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = folder(of: file)
    return folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
  }

  /// The path with all links followed, or nil when it leads nowhere.
  package static func real(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// An absolute path without `.` and `..` parts, links not followed.
  package static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The real path of a file reached through a symbolic link that leads out of the folder of the scenario; nil when
  /// no link does.
  package static func realPathLeadingElsewhere(_ path: String, writtenIn file: String) -> String? {
    let resolved = resolved(path, writtenIn: file)
    guard let real = real(resolved), let home = self.real(folder(of: file)) else { return nil }
    let plain = path.hasPrefix("/") ? absolute(path) : absolute(home + "/" + path)
    return real == plain || real.hasPrefix(home + "/") ? nil : real
  }

  /// Why a path of a scenario is not followed, or nil when it may be.
  ///
  /// A scenario's folder may come from anyone. A path that says where it leads is the reader's to see; one that looks
  /// like a file of the folder and leads elsewhere is not followed. A path from the root says where it leads.
  package static func refusal(of path: String, writtenIn file: String) -> String? {
    guard !path.hasPrefix("/"), let real = realPathLeadingElsewhere(path, writtenIn: file) else { return nil }
    return
      "'\(clipped(path))' leads through a symbolic link out of the scenario's folder, to \(real), and is not read; "
      + "write that path if it is meant"
  }
}
