/// The bytes of the files of a district folder.
package struct DistrictFiles: Sendable {
  /// The folder as the user named it.
  package let location: String
  /// Bytes by file name.
  package var contents: [String: [UInt8]]

  /// Reads every file the form names; what should not be there, or is missing, is reported into `messages`.
  ///
  /// Links inside the folder must not lead out of it.
  /// - Throws: `FileAccessError` when the folder or a file cannot be read.
  package static func load(folder: String, named location: String, messages: inout [Diagnostic]) throws -> DistrictFiles
  {
    guard !folder.utf8.contains(0) else {
      throw FileAccessError(.read, path: location, reason: "the path contains a NUL character")
    }
    switch FileBytes.entry(at: folder) {
    case .folder: break
    case .missing: throw FileAccessError(.read, path: location, reason: FileBytes.reason())
    default: throw FileAccessError(.read, path: location, reason: "not a folder")
    }
    let expected = DistrictForm.files.map(\.name)
    let found = try FileBytes.names(in: folder)
    for name in found where !expected.contains(name) && name != DistrictForm.readme && !name.hasPrefix(".") {
      messages.append(
        Diagnostic(
          file: "\(location)/\(name)", message: "'\(name)' is not a file of a district folder",
          suggestion: nearestName(to: name, among: expected)))
    }
    var contents: [String: [UInt8]] = [:]
    for name in expected {
      let path = "\(folder)/\(name)"
      guard found.contains(name) else {
        messages.append(Diagnostic(file: "\(location)/\(name)", message: "the file '\(name)' is missing"))
        continue
      }
      guard staysInside(folder, path) else {
        messages.append(
          Diagnostic(
            file: "\(location)/\(name)",
            message: "'\(name)' is a link that leads out of the folder or to nothing; put the file itself here"
          ))
        continue
      }
      do {
        contents[name] = try FileBytes.read(path, named: "\(location)/\(name)", limit: CSVLimits().bytes)
      } catch let tooLarge as Diagnostics {
        messages += tooLarge.messages
      }
    }
    return DistrictFiles(location: location, contents: contents)
  }

  /// SHA-256 over the sorted names and the bytes of the files, hexadecimal.
  ///
  /// Each file enters as name, NUL, length in decimal, NUL, bytes, so that no two folders share a stream.
  package var fingerprint: String {
    var stream: [UInt8] = []
    for name in contents.keys.sorted() {
      let bytes = contents[name] ?? []
      stream += Array(name.utf8) + [0] + Array(String(bytes.count).utf8) + [0] + bytes
    }
    return SHA256.hexadecimal(of: stream)
  }

  private static func staysInside(_ folder: String, _ path: String) -> Bool {
    guard FileBytes.entry(at: path, following: false) == .link else { return true }
    guard let target = FileBytes.resolved(path), let home = FileBytes.resolved(folder) else { return false }
    return target.hasPrefix(home.hasSuffix("/") ? home : home + "/")
  }
}
