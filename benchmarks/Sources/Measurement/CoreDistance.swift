import Dispatch
import Synchronization

/// How far the cores are from each other: on a rented machine they may lie on different parts of a processor, and change.
public enum CoreDistance {
  private static let rounds = 20
  private static let turns = 1_000
  /// Looks at the number after which the other thread is given up: it may have no core.
  private static let patience = 50_000_000

  /// Nanoseconds a cache line takes one way between two threads that hand a number to each other, the best of some rounds;
  /// nil where they do not run at the same time.
  public static func nanoseconds() -> Double? {
    let number = Atomic<Int>(0)
    let best = Mutex(Double.infinity)
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      for round in 0..<rounds {
        let start = Seconds.now
        for turn in 0..<turns {
          let mine = 2 * (round * turns + turn) + side
          var looks = 0
          while number.load(ordering: .acquiring) != mine {
            looks += 1
            if looks > patience { return }
          }
          number.store(mine + 1, ordering: .releasing)
        }
        let time = (Seconds.now - start).wall / Double(2 * turns) * 1e9
        best.withLock { $0 = min($0, time) }
      }
    }
    let found = best.withLock { $0 }
    return found.isFinite ? found : nil
  }
}
