import Foundation
import Synchronization

/// Hands ranges of inputs to worker processes, and tells which input ended one.
final class Campaign: Sendable {
  /// How an input went wrong.
  struct Finding {
    let input: Int
    let reader: String
    let words: String
  }

  /// What has come of the inputs so far.
  struct Account {
    /// The first input not yet handed out.
    var next: Int
    /// Inputs read.
    var done = 0
    /// Inputs by reader and outcome.
    var counts: [String: Int] = [:]
    /// What went wrong.
    var findings: [Finding] = []
  }

  /// Findings after which no more inputs are handed out.
  private static let mostFindings = 100
  /// Inputs handed to a worker at a time.
  private static let chunk = 5_000

  private let seed: UInt64
  private let only: String?
  private let inputs: Range<Int>
  private let workers: Int
  private let scratch: String
  private let account: Mutex<Account>
  private let progress: @Sendable (Int) -> Void

  init(
    seed: UInt64, inputs: Range<Int>, workers: Int, only: String?, progress: @escaping @Sendable (Int) -> Void
  ) throws {
    self.seed = seed
    self.only = only
    self.inputs = inputs
    self.workers = workers
    self.progress = progress
    account = Mutex(Account(next: inputs.lowerBound))
    scratch = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-readers-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: scratch) }

  /// Runs all inputs, or as many as it takes to find a hundred faults.
  func run() -> Account {
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while let range = take() { work(range, worker) }
    }
    return account.withLock { $0 }
  }

  private func take() -> Range<Int>? {
    account.withLock { account in
      guard account.next < inputs.upperBound, account.findings.count < Self.mostFindings else { return nil }
      let range = account.next..<min(inputs.upperBound, account.next + Self.chunk)
      account.next = range.upperBound
      return range
    }
  }

  /// Runs a range in as many processes as it takes: one that ends early goes on behind the input that ended it.
  private func work(_ range: Range<Int>, _ worker: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let folder = "\(scratch)/\(worker)-\(start)"
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let result = WorkerProcess(seed: seed, inputs: start..<range.upperBound, only: only, scratch: folder).run()
      try? FileManager.default.removeItem(atPath: folder)
      let last = result.last ?? start
      let ended = result.end.map { words in
        Finding(input: last, reader: Worker.input(last, seed: seed, only: only).reader.name, words: words)
      }
      let read = last + 1 - start
      let (done, isEnough) = account.withLock { account in
        account.counts.merge(result.counts, uniquingKeysWith: +)
        account.findings += result.faults + [ended].compactMap(\.self)
        account.done += read
        return (account.done, account.findings.count >= Self.mostFindings)
      }
      progress(done)
      if isEnough { return }
      start = last + 1
    }
  }
}
