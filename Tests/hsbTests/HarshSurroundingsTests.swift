import Foundation
import Testing

/// Disks that are full, folders that vanish, limits, odd locales: a run ends with its results or with a reason, and
/// leaves nothing half-written.
@Suite struct HarshSurroundingsTests {
  private let baseline = Program.scenario("baseline")

  /// Whether a file system can be mounted for a test alone.
  private static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs the program with a small file system mounted at `disk`, and says what is left in it.
  private func onDisk(_ options: String, _ arguments: [String], in folder: TemporaryFolder) throws -> (
    status: Int32, errors: String, left: [String]
  ) {
    try folder.makeFolder("disk")
    let shell = """
      exec unshare --map-root-user --mount bash -c 'mount -t tmpfs -o \(options) tmpfs disk || exit 99
      "$@"; status=$?; ls -A disk disk/*/ > left 2>/dev/null; exit $status' bash "$@"
      """
    let running = try RunningProgram(arguments, in: folder.path, shell: shell)
    let (status, errors) = try running.end()
    return (status, errors, try folder.text("left").split(separator: "\n").map(String.init))
  }

  @Test(.enabled(if: canMount)) func aFullDiskIsSaidAndNothingHalfWrittenStays() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "1000", "-q", "-o", "disk/results"]
    let whole = try onDisk("size=128k", run, in: folder)
    #expect(whole.status == 73 && whole.errors.contains("no space left on the disk"), "\(whole)")
    #expect(whole.left == ["disk:"])
    let shard = try onDisk("size=128k", run + ["--shards", "1", "--shard", "1"], in: folder)
    #expect(shard.status == 73 && shard.errors.contains("no space left on the disk"), "\(shard)")
    #expect(!shard.left.contains { $0.contains("shard-") }, "\(shard.left)")
    // Room for some shards: those stay, and the run goes on from them elsewhere.
    let some = try onDisk("size=1m", run + ["--resume"], in: folder)
    #expect(some.status == 73 && some.errors.contains("no space left on the disk"), "\(some)")
    #expect(!some.left.contains { $0.contains("partial") || $0.contains(".lock") }, "\(some.left)")
  }

  @Test(arguments: [
    "schema", "observations --csv", "district show", "explain gdp_nominal", "--help", "run --help", "--version",
    "--generate-completion-script bash", "validate BASELINE --show", "trace BASELINE --members 1 -o -",
    "run BASELINE --members 64 -o r", "shards BASELINE --command",
  ])
  func anOutputThatCannotBeWrittenIsSaid(_ command: String) throws {
    let folder = try TemporaryFolder()
    let arguments = command.split(separator: " ").map { $0 == "BASELINE" ? baseline : String($0) }
    let full = try RunningProgram(arguments, in: folder.path, shell: "exec \"$@\" > /dev/full").end()
    #expect(full.status == 73 && full.errors.contains("standard output: cannot be written: no space left on the disk"))
    // A reader that has seen enough is no fault.
    let unread = try RunningProgram(arguments, in: folder.path, shell: "exec \"$@\" > >(exec true)").end()
    #expect(unread.status == 0 && !unread.errors.contains("cannot be written"), "\(unread)")
  }

  @Test func picturesAndPagesThatCannotBeWrittenAreSaid() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["run", baseline, "--members", "64", "-q", "-o", "r"], in: folder.path).status == 0)
    for command in ["report", "plot"] {
      for shell in ["exec \"$@\" > /dev/full", "ulimit -f 1; exec \"$@\" > part", "exec \"$@\" >&-"] {
        let result = try RunningProgram([command, "r", "-o", "-"], in: folder.path, shell: shell).end()
        #expect(result.status == 73 && result.errors.contains("standard output: cannot be written"), "\(result)")
      }
    }
    // What is wrong with the input goes before.
    let wrong = try RunningProgram(["validate", "x"], in: folder.path, shell: "exec \"$@\" > /dev/full").end()
    #expect(wrong.status == 66, "\(wrong)")
  }

  @Test(.enabled(if: canMount)) func aReadOnlyDiskIsSaid() throws {
    let folder = try TemporaryFolder()
    for more in [[], ["--resume"], ["--shards", "4", "--shard", "1"]] {
      let result = try onDisk(
        "ro", ["run", baseline, "--members", "100", "-q", "-o", "disk/results"] + more, in: folder)
      #expect(result.status == 73 && result.errors.contains("disk/results: cannot be written"), "\(result)")
    }
  }

  @Test func aFolderThatVanishesEndsTheRun() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("place")
    let running = try RunningProgram(
      ["run", baseline, "--members", "4000000", "--resume", "-q", "-o", "place/cut"], in: folder.path)
    running.wait { folder.shardCount("place/cut") > 0 }
    try FileManager.default.moveItem(atPath: folder("place"), toPath: folder("gone"))
    let (status, errors) = try running.end()
    #expect(status == 73 && errors.contains("cannot be written"), "\(errors)")
    #expect(try folder.names() == ["gone"])
    #expect(try folder.names(in: "gone/cut/shards").allSatisfy { $0.hasPrefix("shard-") })
  }

  @Test func linksAndFilesInThePlaceOfFoldersAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real/shards")
    try folder.makeFolder("linked")
    try folder.makeLink("link", to: "real")
    try folder.makeLink("linked/shards", to: "../real/shards")
    try folder.makeLink(".locked.lock", to: "real/lock")
    try folder.write("file", "mine")
    for (output, words) in [("link", "symbolic link"), ("file", "name a folder"), ("linked", "symbolic link")] {
      for more in [["--resume"], ["--shards", "4", "--shard", "1"]] {
        let result = try Program.run(
          ["run", baseline, "--members", "256", "-q", "-o", output] + more, in: folder.path)
        #expect(result.status == 73 && result.errors.contains(words), "\(output): \(result.errors)")
      }
    }
    let locked = try Program.run(["run", baseline, "--members", "256", "-q", "-o", "locked"], in: folder.path)
    #expect(locked.status == 73 && locked.errors.contains("symbolic link"), "\(locked.errors)")
    #expect(try folder.text("file") == "mine")
    #expect(try folder.names(in: "real") == ["shards"] && folder.names(in: "real/shards").isEmpty)
  }

  @Test func twoRunsIntoOneFolderAreRefused() throws {
    let folder = try TemporaryFolder()
    let first = try RunningProgram(
      ["run", baseline, "--members", "4000000", "--resume", "-q", "-o", "one"], in: folder.path)
    first.wait { folder.shardCount("one") > 0 }
    for arguments in [
      ["run", baseline, "-q", "-o", "one"], ["run", baseline, "--resume", "-o", "one"], ["merge", "one"],
      ["run", baseline, "--members", "4000000", "--shards", "16", "--shard", "1", "-o", "one"],
    ] {
      let second = try Program.run(arguments, in: folder.path)
      #expect(second.status == 73 && second.errors.contains("another run is writing there"), "\(second.errors)")
      #expect(second.errors.split(separator: "\n").count == 1)
    }
    // Looking is allowed.
    let status = try Program.run(["status", "one"], in: folder.path)
    #expect(status.status == 0 && status.output.contains("of 16 are there"), "\(status.errors)")
    #expect(first.isRunning)
  }

  @Test func aMemoryLimitEndsInResultsOrInNothing() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "1000", "-q", "-o"]
    #expect(try Program.run(run + ["whole"], in: folder.path).status == 0)
    for megabytes in [50, 100, 150, 200, 250, 300, 400, 600, 1_000, 2_000] {
      let limit = "ulimit -c 0 -v \(megabytes * 1_000); exec \"$@\""
      let (status, errors) = try RunningProgram(run + ["small", "--resume"], in: folder.path, shell: limit).end()
      if status == 0 {
        try folder.expectSameResults("whole", "small")
        try FileManager.default.removeItem(atPath: folder("small"))
      } else {
        #expect(!errors.isEmpty)
        let left = try folder.names().contains("small") ? try folder.names(in: "small") : []
        #expect(left.isEmpty || left == ["shards"], "\(megabytes) MB: \(left)")
      }
      #expect(status == 0 || megabytes < 2_000, "\(errors)")
    }
  }

  @Test func aLimitOnTheSizeOfFilesIsSaid() throws {
    let folder = try TemporaryFolder()
    let (status, errors) = try RunningProgram(
      ["run", baseline, "--members", "1000", "-q", "-o", "small"], in: folder.path,
      shell: "ulimit -f 100; exec \"$@\""
    ).end()
    #expect(status == 73 && errors.contains("ulimit -f"), "\(status): \(errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test func surroundingsDoNotChangeAByte() throws {
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "600", "-q", "-o"]
    #expect(try Program.run(run + ["plain"], in: folder.path).status == 0)
    for (name, environment) in [
      ("temporary", ["TMPDIR": "/nonexistent/folder"]), ("turkish", ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
      ("comma", ["LC_ALL": "", "LC_NUMERIC": "de_DE.UTF-8", "LANG": "de_DE@euro"]),
      ("broken", ["LC_ALL": "\u{FFFD}.%n", "LANGUAGE": "::", "TZ": ":/etc/passwd"]),
      ("apia", ["TZ": "Pacific/Apia", "LC_TIME": "fa_IR"]), ("bare", ["HOME": "/nonexistent", "USER": "", "TERM": ""]),
    ] {
      let result = try Program.run(run + [name, "--resume"], in: folder.path, environment: environment)
      #expect(result.status == 0 && result.errors.isEmpty, "\(name): \(result.errors)")
      try folder.expectSameResults("plain", name)
    }
  }
}
