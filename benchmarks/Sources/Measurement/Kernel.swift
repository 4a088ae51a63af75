import ElementaryFunctions

/// One small thing the program does, timed alone on data in the first-level cache.
public struct Kernel {
  /// What it is.
  public let name: String
  /// What a unit of its work is, for the table.
  public let unit: String
  /// Units of work in one call.
  public let work: Double
  /// One call.
  public let run: () -> Void
  /// Whether the last call gave the right answer.
  public let isRight: () -> Bool

  /// Describes a kernel.
  public init(
    _ name: String, unit: String, work: Double, isRight: @escaping () -> Bool = { true }, run: @escaping () -> Void
  ) {
    self.name = name
    self.unit = unit
    self.work = work
    self.run = run
    self.isRight = isRight
  }

  /// How many calls take about so many milliseconds.
  public func calls(milliseconds: Double) -> Int {
    var calls = 1
    while calls < 1 << 24 {
      if seconds({ for _ in 0..<calls { run() } }).cpu >= 1e-3 * milliseconds { break }
      calls *= 2
    }
    return calls
  }

  /// That many calls in one body, for timing.
  public func repeated(_ calls: Int) -> () -> Void {
    let once = run
    return { for _ in 0..<calls { once() } }
  }
}
