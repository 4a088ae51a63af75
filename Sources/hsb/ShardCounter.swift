import Synchronization

/// How many shards of a run are there, for the last words of one that is stopped.
final class ShardCounter: Sendable {
  private let state = Mutex((done: 0, count: 0))

  func start(with done: Int, of count: Int) { state.withLock { $0 = (done, count) } }

  func add() { state.withLock { $0.done += 1 } }

  /// The last words of a run that is stopped.
  func farewell(_ folder: String) -> String {
    let (done, count) = state.withLock { $0 }
    guard count > 0 else { return "nothing was written (with --resume a run keeps the shards that are done)" }
    return "\(done) of \(count) shards are kept in \(folder)/shards; go on with: "
      + Interruption.commandLine(adding: "--resume")
  }
}
