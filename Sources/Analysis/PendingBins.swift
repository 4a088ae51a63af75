/// Bins of values that are still to be counted in a histogram.
///
/// The histograms of a run are together larger than the second-level cache. Counting a block of 64 values at a time
/// would fetch almost as many cache lines as there are values; counting a thousand values of one histogram in a row
/// fetches each of its lines once.
///
/// Bins wait as 16-bit numbers, counted from the first bin of the histogram: they are settled before that changes, and a
/// histogram too wide for them is counted directly.
///
/// A handle: copies share the memory and the number of bins in it.
struct PendingBins {
  /// Bins that find room: whole blocks of 64.
  static let capacity = 1_024
  /// Bins of the widest histogram whose values may wait.
  static let widest = 1 << 16

  /// The number of bins that wait, then the bins from `offset` on; nil until the first is added.
  private var memory: UnsafeMutablePointer<UInt16>?
  /// A cache line before the bins, which keeps them aligned.
  private static let offset = 32

  /// Makes an empty store.
  init() { memory = nil }

  /// Bins that wait.
  @inline(__always)
  var count: Int { memory.map { Int($0[0]) } ?? 0 }

  /// True when so many more bins find room.
  @inline(__always)
  func hasRoom(for more: Int) -> Bool { count &+ more <= Self.capacity }

  /// Room for the bins of some whole blocks, to be filled by the caller; there must be room for them.
  @inline(__always)
  mutating func room(for more: Int) -> UnsafeMutablePointer<SIMD8<UInt16>> {
    if memory == nil { allocate() }
    let memory = memory.unsafelyUnwrapped
    let start = Int(memory[0])
    assert(start + more <= Self.capacity)
    memory[0] &+= UInt16(truncatingIfNeeded: more)
    return UnsafeMutableRawPointer(memory + Self.offset + start).assumingMemoryBound(to: SIMD8<UInt16>.self)
  }

  /// Counts what waits, in a histogram that covers all of it, and forgets it.
  func settle(in histogram: Histogram) {
    guard let memory, memory[0] > 0 else { return }
    let counts = histogram.counts.baseAddress!
    let bins = memory + Self.offset
    for i in 0..<Int(memory[0]) { counts[Int(bins[i])] &+= 1 }
    memory[0] = 0
  }

  /// Forgets what waits.
  func clear() { memory?[0] = 0 }

  /// Frees the memory.
  mutating func deallocate() {
    memory?.deallocate()
    memory = nil
  }

  @inline(never)
  private mutating func allocate() {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: (Self.offset + Self.capacity) * MemoryLayout<UInt16>.size, alignment: 64)
    memory = bytes.bindMemory(to: UInt16.self, capacity: Self.offset + Self.capacity)
    memory![0] = 0
  }
}
