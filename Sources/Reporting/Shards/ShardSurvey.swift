import District

/// Which shards of a run are there, and what else is.
public struct ShardSurvey: Sendable {
  /// The folder looked at.
  public let folder: ShardFolder
  /// Shards of the run.
  public let count: Int
  /// Shards that are there, by number, with their sizes unread.
  public let present: [Int]
  /// Names of entries that are no shards of the run.
  public let strangers: [String]

  /// Looks at the names in a folder of shards.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - count: number of shards of the run; nil for that of the shards that are there.
  /// - Throws: `FileAccessError` when there is no such folder, `Diagnostic` when it holds no shard.
  public init(_ folder: ShardFolder, count: Int? = nil) throws {
    let names = try folder.names()
    let found = names.compactMap { ShardFolder.numbers(in: $0) }
    let usual = Dictionary(grouping: found, by: \.count).max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    guard let run = count ?? usual?.key else {
      throw Diagnostic(
        file: folder.path, message: "there is no shard in it; expected files like \(ShardFolder.name(of: 1, count: 16))"
      )
    }
    self.folder = folder
    self.count = run
    present = found.filter { $0.count == run }.map(\.number).sorted()
    strangers = names.filter { ShardFolder.numbers(in: $0)?.count != run }
  }

  /// The number of shards that those in a folder say the whole has; nil where there are none.
  public static func count(in folder: ShardFolder) -> Int? { folder.exists ? try? ShardSurvey(folder).count : nil }

  /// Shards that are not there.
  public var missing: [Int] {
    let present = Set(present)
    return (1...count).filter { !present.contains($0) }
  }

  /// Refuses a folder that holds anything else than shards of the run.
  ///
  /// - Throws: `Diagnostics`, one for each.
  public func requireNoStrangers() throws {
    guard !strangers.isEmpty else { return }
    throw Diagnostics(
      strangers.map { name in
        let words =
          ShardFolder.numbers(in: name).map {
            "a shard of a run of \($0.count) shards among those of a run of \(count)"
          }
          ?? "not the name of a shard of this run, for example a second copy of one"
        return Diagnostic(file: "\(folder.path)/\(name)", message: "\(words); move it elsewhere")
      })
  }

  /// Refuses a run that is not complete.
  ///
  /// - Throws: `Diagnostic` that names the missing shards.
  public func requireComplete() throws {
    guard !missing.isEmpty else { return }
    throw Diagnostic(
      file: folder.path,
      message: "missing \(missing.count == 1 ? "shard" : "shards") \(Self.ranges(missing)) of \(count); run "
        + "\(missing.count == 1 ? "it" : "them") ('hsb status \(folder.results.path)' shows how) and merge again")
  }

  /// The first shard that can be read, for what all should have in common.
  ///
  /// - Throws: `Diagnostic` when none can be read.
  public func anyHeader() throws -> ShardHeader {
    var failure: (any Error)?
    for number in present {
      do { return try read(number).header } catch { failure = failure ?? error }
    }
    throw failure ?? Diagnostic(file: folder.path, message: "there is no shard in it")
  }

  /// Reads a shard and checks that it is the one of its name.
  ///
  /// - Throws: `FileAccessError`, `Diagnostic`.
  public func read(_ number: Int) throws -> ShardFile {
    let file = folder.file(of: number, count: count)
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(file, limit: ShardFile.limit) } catch let error as Diagnostics {
      throw error.messages[0]
    }
    let shard = try ShardFile(bytes, named: file)
    guard shard.header.number == number, shard.header.identity.shards == count else {
      throw Diagnostic(
        file: file,
        message:
          "it holds shard \(shard.header.number) of \(shard.header.identity.shards), so that this shard is there "
          + "twice or under another's name; remove it and run shard \(number) again")
    }
    return shard
  }

  /// Reads a shard and checks that it belongs to a run.
  ///
  /// - Throws: `FileAccessError`, `Diagnostic`.
  public func read(_ number: Int, of run: ShardIdentity) throws -> ShardFile {
    let shard = try read(number)
    try require(shard, of: run)
    return shard
  }

  private func require(_ shard: ShardFile, of run: ShardIdentity) throws {
    guard let words = shard.header.identity.difference(from: run) else { return }
    throw Diagnostic(
      file: folder.file(of: shard.header.number, count: count),
      message: "a shard of another run: \(words); move it elsewhere or name another folder")
  }

  /// The shards of a run that are whole, and what is wrong with others; what is not there is neither.
  ///
  /// - Parameters:
  ///   - run: what they have to belong to.
  ///   - check: throws a `Diagnostic` when what a shard found cannot be used.
  /// - Returns: the headers of those that are whole, in the order of their numbers.
  /// - Throws: `Diagnostic` when a whole one is of another run, `FileAccessError` when one cannot be read.
  public func examine(of run: ShardIdentity, check: (ShardFile) throws -> Void = { _ in }) throws -> (
    whole: [ShardHeader], damages: [Diagnostic]
  ) {
    var whole: [ShardHeader] = []
    var damages: [Diagnostic] = []
    for number in present {
      let shard: ShardFile
      do { shard = try read(number) } catch let damage as Diagnostic {
        damages.append(damage)
        continue
      }
      try require(shard, of: run)
      do { try check(shard) } catch let damage as Diagnostic {
        damages.append(damage)
        continue
      }
      whole.append(shard.header)
    }
    return (whole, damages)
  }

  /// `3, 17-20, 64`: numbers as ranges.
  public static func ranges(_ numbers: [Int], separator: String = ", ") -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
      separator: separator)
  }
}
