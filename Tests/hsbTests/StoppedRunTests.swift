import Foundation
import Testing

/// Runs that are killed, stopped, or left by their terminal.
@Suite struct StoppedRunTests {
  private let baseline = Program.scenario("baseline")

  /// A run killed again and again at random moments ends with the bytes of one that was left alone.
  ///
  /// A handful of kills here; `bin/test --faults` asks for 200.
  @Test func aRunKilledAtRandomMomentsEndsWithTheSameBytes() throws {
    let kills = ProcessInfo.processInfo.environment["HSB_KILLS"].flatMap(Int.init) ?? 6
    let folder = try TemporaryFolder()
    let run = ["run", baseline, "--members", "100000", "--shards", "32", "-q", "-o"]
    let clock = ContinuousClock()
    let start = clock.now
    let whole = try Program.run(run + ["whole"], in: folder.path)
    let seconds = (clock.now - start) / .seconds(1)
    #expect(whole.status == 0, "\(whole.errors)")
    try FileManager.default.removeItem(atPath: folder("whole/shards"))
    var (done, completed) = (0, 0)
    while done < kills {
      let running = try RunningProgram(run + ["cut", "--resume"], in: folder.path)
      let delay = Double.random(in: 0..<1) * seconds
      usleep(UInt32(delay * 1e6))
      running.send(SIGKILL)
      let (status, errors) = try running.end()
      #expect(status == -SIGKILL || status == 0, "after \(delay) s: \(errors)")
      #expect(!errors.contains("damaged") && !errors.contains("cut short"), "after \(delay) s: \(errors)")
      if status == 0 {
        try folder.expectSameResults("whole", "cut")
        try FileManager.default.removeItem(atPath: folder("cut"))
        completed += 1
      } else {
        done += 1
      }
    }
    let last = try Program.run(run + ["cut", "--resume"], in: folder.path)
    #expect(last.status == 0, "\(last.errors)")
    try folder.expectSameResults("whole", "cut")
    #expect(try folder.names() == ["cut", "whole"])
    #expect(try folder.names(in: "cut/shards").count == 32)
    if kills > 100 { print("\(kills) kills, \(completed + 1) runs completed with the same bytes") }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aStoppedRunSaysHowToGoOn(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let running = try RunningProgram(
      ["run", baseline, "--members", "4000000", "--resume", "-o", "my results"], in: folder.path)
    running.wait { folder.shardCount("my results") > 0 }
    running.send(signal)
    let (status, errors) = try running.end()
    #expect(status == -signal)
    let kept = folder.shardCount("my results")
    #expect(errors.contains("\(kept) of 16 shards are kept in my results/shards"), "\(errors)")
    #expect(errors.contains("go on with: hsb run ") && errors.contains("--resume -o 'my results'"), "\(errors)")
    #expect(try folder.names() == ["my results"])
    #expect(try folder.names(in: "my results") == ["shards"])
    #expect(try folder.names(in: "my results/shards").count == kept)
  }

  /// OpenBLAS makes threads of its own when it loads, before the program can hold signals for them.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func threadsOfLibrariesDoNotTakeItsSignals(signal: Int32) throws {
    let folder = try TemporaryFolder()
    for (environment, resuming) in [
      (["OPENBLAS_NUM_THREADS": "2"], ["--resume"]),
      (["OPENBLAS_NUM_THREADS": "", "OPENBLAS_CORETYPE": "Haswell"], []),
    ] {
      let running = try RunningProgram(
        ["run", baseline, "--members", "8000000", "-o", "z"] + resuming, in: folder.path, environment: environment)
      running.wait { FileManager.default.fileExists(atPath: folder(".z.lock")) }
      usleep(100_000)
      running.send(signal)
      let (status, errors) = try running.end()
      #expect(status == -signal)
      #expect(errors.contains("stopped by SIG") && errors.contains("--resume"), "\(errors)")
      #expect(try !folder.names().contains(".z.lock"))
    }
  }

  /// A command that waits for no signals holds them for the moment in which it puts files in place.
  @Test func aSignalWhileFilesAreWrittenLeavesNothingHalfWritten() throws {
    let folder = try TemporaryFolder()
    let compare = [
      "compare", baseline, Program.scenario("funding-cut"), "--members", "64", "-q", "-o", "results",
    ]
    var caught = 0
    for attempt in 0..<60 where caught < 5 {
      let running = try RunningProgram(compare, in: folder.path, environment: ["OPENBLAS_NUM_THREADS": "4"])
      var isWriting = false
      while running.isRunning, !isWriting {
        isWriting = try folder.names().contains { $0.hasPrefix(".results.partial-") }
      }
      if isWriting { running.send([SIGINT, SIGTERM, SIGHUP][attempt % 3]) }
      let (status, errors) = try running.end()
      caught += status < 0 ? 1 : 0
      #expect(status <= 0, "\(errors)")
      #expect(try folder.names() == ["results"], "attempt \(attempt)")
    }
  }

  @Test func aRunWithoutShardsLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let running = try RunningProgram(["run", baseline, "--members", "8000000"], in: folder.path)
    running.wait { FileManager.default.fileExists(atPath: folder("results/.baseline.lock")) }
    usleep(50_000)
    running.send(SIGTERM)
    let (status, errors) = try running.end()
    #expect(status == -SIGTERM)
    #expect(errors.contains("stopped by SIGTERM: nothing was written") && errors.contains("--resume"), "\(errors)")
    #expect(try folder.names().isEmpty)
  }

  @Test func aRunWhoseTerminalGoesAwayKeepsItsShards() throws {
    let folder = try TemporaryFolder()
    // `script` gives it a terminal of its own, which is gone when `script` is killed.
    let running = try RunningProgram(
      ["run", baseline, "--members", "4000000", "--resume", "-o", "cut"], in: folder.path,
      shell: "exec script --quiet --command \"exec $(printf '%q ' \"$@\")\" /dev/null")
    running.wait { folder.shardCount("cut") > 0 }
    running.send(SIGKILL)
    _ = try running.end()
    // The lock goes with the run; a second run is refused until then.
    for _ in 0..<500 where FileManager.default.fileExists(atPath: folder(".cut.lock")) { usleep(10_000) }
    #expect(try folder.names() == ["cut"])
    #expect(try folder.names(in: "cut") == ["shards"])
    #expect(try folder.names(in: "cut/shards").allSatisfy { $0.hasPrefix("shard-") })
  }
}
