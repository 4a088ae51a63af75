import Foundation

/// Seconds of one measurement.
public struct Seconds: Sendable, Comparable {
  /// Time on the wall.
  public var wall: Double
  /// Processor time of the process, all threads.
  public var cpu: Double

  /// Fewer seconds of processor time come first: other programs on the machine change it least.
  public static func < (a: Seconds, b: Seconds) -> Bool { a.cpu < b.cpu }

  /// The clocks now.
  public static var now: Seconds { Seconds(wall: clock(CLOCK_MONOTONIC), cpu: clock(CLOCK_PROCESS_CPUTIME_ID)) }

  /// The time between two readings of the clocks.
  public static func - (a: Seconds, b: Seconds) -> Seconds { Seconds(wall: a.wall - b.wall, cpu: a.cpu - b.cpu) }

  private static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// The time of one call.
public func seconds(_ body: () throws -> Void) rethrows -> Seconds {
  let start = Seconds.now
  try body()
  return Seconds.now - start
}

/// The best times of several bodies, each wall and processor time by itself, measured in turns.
///
/// A machine shared with other programs has slow spells. Taken in turns, the bodies meet the same spells, and the
/// ratio of their best times is steadier than either time.
///
/// - Parameters:
///   - rounds: how often each body is timed.
///   - bodies: what is timed; each call should take some milliseconds.
/// - Throws: what a body throws.
public func bestInTurns(rounds: Int, _ bodies: [() throws -> Void]) throws -> [Seconds] {
  var best = [Seconds](repeating: Seconds(wall: .infinity, cpu: .infinity), count: bodies.count)
  for _ in 0..<rounds {
    for (index, body) in bodies.enumerated() {
      let time = try seconds(body)
      best[index].wall = min(best[index].wall, time.wall)
      best[index].cpu = min(best[index].cpu, time.cpu)
    }
  }
  return best
}

/// The best time of one body.
public func best(of rounds: Int, _ body: () throws -> Void) rethrows -> Seconds {
  var best = Seconds(wall: .infinity, cpu: .infinity)
  for _ in 0..<rounds {
    let time = try seconds(body)
    best.wall = min(best.wall, time.wall)
    best.cpu = min(best.cpu, time.cpu)
  }
  return best
}
