import District

/// The shards of a run, in a folder `shards` inside the folder of its results.
///
/// A file is written aside and moved into place when complete, so that what bears the name of a shard is whole.
public struct ShardFolder: Sendable {
  /// The folder of the results.
  public let results: OutputFolder
  /// The folder of the shards.
  public var path: String { "\(results.path)/shards" }

  /// The shards beside the results of a run.
  public init(_ results: OutputFolder) { self.results = results }

  /// Name of the file of a shard: `shard-03-of-64.hsb`.
  public static func name(of shard: Int, count: Int) -> String {
    let digits = String(shard)
    let width = String(count).count
    return "shard-\(String(repeating: "0", count: width - digits.count))\(digits)-of-\(count).hsb"
  }

  /// Number and count in the name of a shard; nil for other names.
  static func numbers(in name: String) -> (number: Int, count: Int)? {
    guard let match = name.wholeMatch(of: /shard-(\d{1,6})-of-(\d{1,6})\.hsb/), let number = Int(match.1),
      let count = Int(match.2), number >= 1, number <= count, Self.name(of: number, count: count) == name
    else { return nil }
    return (number, count)
  }

  /// Path of the file of a shard.
  public func file(of shard: Int, count: Int) -> String { "\(path)/\(Self.name(of: shard, count: count))" }

  /// Bytes of the file of a shard; 0 when it is not there.
  public func size(of shard: Int, count: Int) -> Int { FileSystem.size(file(of: shard, count: count)) }

  /// Whether there is a folder of shards.
  public var exists: Bool { FileSystem.isFolder(path) }

  /// Whether there is a shard in it.
  var holdsShards: Bool { ((try? names()) ?? []).contains { Self.numbers(in: $0) != nil } }

  /// Makes the folder, and that of the results, where they are not there.
  ///
  /// - Throws: `OutputError`.
  public func prepare() throws(OutputError) {
    try results.check(for: [])
    let above = FilePath.folder(of: results.path)
    let folders = (results.makesParent ? [above] : []) + [results.path, path]
    for folder in folders where try FileSystem.entry(folder) == .nothing {
      do { try FileSystem.makeFolder(folder) } catch {
        // Another task may have been quicker.
        guard FileSystem.isFolder(folder) else { throw error }
      }
    }
    switch try FileSystem.entry(path) {
    case .folder: break
    case .symbolicLink(let target):
      throw OutputError(path: path, reason: "it is a symbolic link to '\(target)'; remove it")
    default: throw OutputError(path: path, reason: "a file of that name is there; remove it")
    }
    guard FileSystem.isWritable(path) else { throw OutputError(path: path, reason: "permission denied") }
  }

  /// Writes a shard, in place of one that is there.
  ///
  /// - Throws: `OutputError`; nothing half-written is left then. `Diagnostic` when it is too large to be read back.
  public func write(_ shard: ShardFile) throws {
    let name = Self.name(of: shard.header.number, count: shard.header.identity.shards)
    let bytes = try shard.bytes()
    guard bytes.count <= ShardFile.limit else {
      throw Diagnostic(
        file: "\(path)/\(name)",
        message:
          "it would have \(bytes.count) bytes, and at most \(ShardFile.limit) are read; cut the work into more shards")
    }
    let aside = "\(path)/.\(name).partial-\(FileSystem.host)-\(FileSystem.process)"
    let signals = HeldSignals()
    defer { signals.release() }
    do throws(OutputError) {
      try FileSystem.write(bytes, to: aside, isDurable: true)
      try FileSystem.move(aside, to: "\(path)/\(name)")
    } catch {
      FileSystem.remove(aside)
      throw OutputError(path: "\(path)/\(name)", reason: error.reason)
    }
  }

  /// Writes the scripts of jobs into a folder `slurm` beside the results, in place of those that are there.
  ///
  /// - Returns: the path of the folder.
  /// - Throws: `OutputError`.
  public func writeScripts(_ job: SlurmJob) throws(OutputError) -> String {
    let scripts = "\(results.path)/slurm"
    if try FileSystem.entry(scripts) == .nothing { try FileSystem.makeFolder(scripts) }
    for file in job.files { try OutputPath("\(scripts)/\(file.name)").write(file.bytes) }
    return scripts
  }

  /// Names of all entries but those written aside.
  ///
  /// - Throws: `FileAccessError`.
  func names() throws -> [String] {
    try FileBytes.names(in: path, limit: 1 << 20).filter { !Self.isAside($0) }
  }

  /// Removes what runs that were killed left written aside. Only for a run that has the folder alone.
  ///
  /// - Throws: `FileAccessError`.
  public func removeLeftovers() throws {
    for name in try FileBytes.names(in: path, limit: 1 << 20) where Self.isAside(name) {
      FileSystem.remove("\(path)/\(name)")
    }
  }

  /// Removes the shards of a run and, when it is then empty, the folder.
  ///
  /// - Parameter count: the number of shards of the run.
  public func remove(count: Int) {
    for number in 1...count { FileSystem.remove(file(of: number, count: count)) }
    FileSystem.removeFolder(path)
  }

  private static func isAside(_ name: String) -> Bool { name.hasPrefix(".shard-") && name.contains(".hsb.partial-") }
}
