import Foundation
import Testing

/// The program while it runs, for tests that stop it or take something away from it.
final class RunningProgram {
  private let process = Process()
  private let place = FileManager.default.temporaryDirectory.appendingPathComponent("hsb-\(UUID().uuidString)").path

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - folder: where it runs.
  ///   - shell: a line of shell that starts it, in which `"$@"` stands for the program and its arguments.
  ///   - environment: added to this process's.
  init(
    _ arguments: [String], in folder: String, shell: String = "exec \"$@\"", environment: [String: String] = [:]
  ) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", shell, "bash", try Program.path()] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1",
    ]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    _ = FileManager.default.createFile(atPath: place, contents: nil)
    let errors: FileHandle = try #require(FileHandle(forWritingAtPath: place))
    process.standardError = errors
    // Tests run on threads that hold all signals, and a program begins with what the thread that starts it holds: as from
    // a shell it begins with none.
    var (none, held) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &held)
    defer { pthread_sigmask(SIG_SETMASK, &held, nil) }
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(atPath: place)
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// How it ended (a signal as a negative number) and what it said.
  func end() throws -> (status: Int32, errors: String) {
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return (status, try String(contentsOfFile: place, encoding: .utf8))
  }

  /// Waits until something is so, or the program has ended.
  func wait(until isSo: () throws -> Bool) rethrows {
    while isRunning, !(try isSo()) { usleep(2_000) }
  }
}

extension TemporaryFolder {
  /// Shards that are whole in a folder of results.
  func shardCount(_ folder: String) -> Int {
    ((try? names(in: "\(folder)/shards")) ?? []).count { $0.hasPrefix("shard-") }
  }
}
