import Foundation

/// The folder an input lies in while it is read, with a folder beside it that no input may lead a reader to.
///
/// `case/link`, `case/link.csv` and `case/link.yaml` are links to what is outside. A watch on both folders says what was
/// opened outside and what was written anywhere.
final class ScratchFolder {
  /// The folder the reader is given.
  let path: String
  private let root: String
  private var present: [String: [UInt8]] = [:]
  private let watch: FolderWatch

  init(under base: String, _ reader: any FuzzedReader) throws {
    root = "\(base)/\(reader.name)"
    path = "\(root)/case"
    let manager = FileManager.default
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    try manager.createDirectory(atPath: "\(root)/outside", withIntermediateDirectories: true)
    let secrets = [
      "secret.csv": "project,source,year,amount_yi\ntourism,min_ning,2022,1\n",
      "secret.yaml": "scenario: outside\ntitle: {zh: 外, en: Outside}\n",
    ]
    for (name, text) in secrets { try HostileInput.write(Array(text.utf8), to: "\(root)/outside/\(name)") }
    for (name, target) in [("link.csv", "secret.csv"), ("link.yaml", "secret.yaml"), ("link", "")] {
      try manager.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: "../outside/\(target)")
    }
    try reader.prepare(path)
    watch = try FolderWatch(opened: "\(root)/outside", written: [path, "\(root)/outside", root])
  }

  /// Lays an input in the folder; files that are there already are left.
  func lay(_ input: HostileInput) throws {
    for (name, bytes) in input.files where present[name] != bytes {
      let file = "\(path)/\(name)"
      if let slash = name.lastIndex(of: "/") {
        try FileManager.default.createDirectory(
          atPath: "\(path)/\(name[..<slash])", withIntermediateDirectories: true)
      }
      try HostileInput.write(bytes, to: file)
      present[name] = bytes
    }
    _ = watch.events()
  }

  /// What a reader did that it may not do: files opened that the input does not name, files written.
  func trespasses(of input: HostileInput) -> [String] {
    watch.events().filter { event in event.isWrite || !input.mentions("outside") }.map(\.words)
  }
}

/// What happens in some folders, from the kernel (inotify).
private final class FolderWatch {
  struct Event {
    let words: String
    let isWrite: Bool
  }

  private let descriptor: Int32
  private static let writes = UInt32(IN_CREATE | IN_DELETE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO)
  private var buffer = [UInt8](repeating: 0, count: 1 << 14)

  init(opened: String, written: [String]) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FuzzingFault("inotify cannot be used: files opened astray would go unseen") }
    for folder in written {
      let mask = Self.writes | (folder == opened ? UInt32(IN_OPEN) : 0)
      guard inotify_add_watch(descriptor, folder, mask) >= 0 else { throw FuzzingFault("\(folder): cannot be watched") }
    }
  }

  deinit { close(descriptor) }

  /// What has happened since the last call.
  func events() -> [Event] {
    var found: [Event] = []
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return found }
      var start = 0
      buffer.withUnsafeBytes { bytes in
        while start + 16 <= count {
          let mask = bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
          let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
          let name = String(decoding: bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
          let isWrite = mask & Self.writes != 0
          found.append(Event(words: "\(isWrite ? "wrote" : "opened") '\(name)'", isWrite: isWrite))
          start += 16 + length
        }
      }
    }
  }
}
