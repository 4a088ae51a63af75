import Foundation

/// A worker as a child process, and what became of it.
struct WorkerProcess {
  let seed: UInt64
  let inputs: Range<Int>
  let only: String?
  let scratch: String

  /// What a worker did.
  struct Result {
    /// The last input it began; nil when it began none.
    var last: Int?
    /// Counts by reader and outcome.
    var counts: [String: Int] = [:]
    /// Inputs it found at fault itself.
    var faults: [Campaign.Finding] = []
    /// Why it ended before its time, or nil.
    var end: String?
  }

  /// Runs it to its end, or ends it when it stands still.
  func run() -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments =
      ["--worker", scratch, "--seed", "\(seed)", "--first", "\(inputs.lowerBound)", "--inputs", "\(inputs.count)"]
      + (only.map { ["--reader", $0] } ?? [])
    // A backtrace takes seconds, and a finding can be run again by itself.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { _, new in new
    }
    let output = "\(scratch)/output"
    let errors = "\(scratch)/errors"
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      return Result(last: inputs.upperBound - 1, end: "the worker cannot be started: \(error)")
    }
    let stoodStill = waitWhileMoving(process)
    var result = parsed(output)
    result.last = current
    let isShort = process.terminationReason == .uncaughtSignal || process.terminationStatus != 0
    if isShort {
      result.end = stoodStill ? "stood still for \(Int(Limits.standstill)) s" : words(process, errors)
    }
    return result
  }

  /// Waits; true when the worker had to be ended because it was at one input for too long.
  private func waitWhileMoving(_ process: Process) -> Bool {
    var seen: Int?
    var since = Date()
    while process.isRunning {
      usleep(20_000)
      let now = current
      if now != seen {
        seen = now
        since = Date()
      } else if Date().timeIntervalSince(since) > Limits.standstill {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return true
      }
    }
    process.waitUntilExit()
    return false
  }

  /// The input in progress.
  private var current: Int? {
    guard let data = FileManager.default.contents(atPath: "\(scratch)/progress"), data.count == 8 else { return nil }
    return Int(data.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) })
  }

  private func words(_ process: Process, _ errors: String) -> String {
    let text = String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
    let line = text.split(separator: "\n").first { !$0.isEmpty }.map { ": \($0.prefix(300))" } ?? ""
    guard process.terminationReason == .uncaughtSignal else { return "exit status \(process.terminationStatus)\(line)" }
    if process.terminationStatus == SIGPROF { return "took more than \(Limits.seconds) s of processor time" }
    return "crashed, signal \(process.terminationStatus)\(line)"
  }

  private func parsed(_ output: String) -> Result {
    var result = Result()
    let text = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 3)
      if parts.count == 4, parts[0] == "count", let count = Int(parts[3]) {
        result.counts["\(parts[1]) \(parts[2])"] = count
      } else if parts.count == 4, parts[0] == "fault", let number = Int(parts[1]) {
        result.faults.append(Campaign.Finding(input: number, reader: String(parts[2]), words: String(parts[3])))
      }
    }
    return result
  }
}
