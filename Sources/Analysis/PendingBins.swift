/// Bins of values that no histogram has counted yet.
///
/// The histograms of a run are together larger than the second-level cache. Counting a block of 64 values at a time
/// would fetch almost as many cache lines as there are values; counting a thousand values of one histogram in a row
/// fetches each of its lines once. A replicate of no more than a thousand members needs no histograms of its own.
///
/// Bins wait as 16-bit numbers, counted from a bin that stays the same while any wait.
///
/// A handle: copies share the memory and the number of bins in it.
struct PendingBins {
  /// Bins that find room: whole blocks of 64.
  static let capacity = 1_024
  /// Bins that a 16-bit number tells apart.
  static let window = 1 << 16

  /// The header, then the bins; nil until the first is added.
  private var memory: UnsafeMutableRawPointer?

  private struct Header {
    var count: Int
    var origin: Int
  }

  /// A cache line before the bins, which keeps them aligned.
  private static let offset = 64

  private var header: UnsafeMutablePointer<Header> { memory.unsafelyUnwrapped.assumingMemoryBound(to: Header.self) }
  private var numbers: UnsafeMutablePointer<UInt16> {
    (memory.unsafelyUnwrapped + Self.offset).assumingMemoryBound(to: UInt16.self)
  }

  /// Makes an empty store.
  init() { memory = nil }

  /// Bins that wait.
  @inline(__always)
  var count: Int { memory == nil ? 0 : header.pointee.count }

  /// The bin that has the number 0.
  @inline(__always)
  var origin: Int { header.pointee.origin }

  /// True when so many more bins find room, aligned as the vectors that bring them.
  @inline(__always)
  func hasRoom(for more: Int) -> Bool { count &+ more <= Self.capacity && count % 64 == 0 }

  /// Makes sure that a range of bins has 16-bit numbers; false when it has none, or when bins wait whose numbers would
  /// change.
  mutating func reach(_ bins: ClosedRange<Int>) -> Bool {
    if memory == nil { allocate() }
    let window = header.pointee.origin...header.pointee.origin + Self.window - 1
    if window.contains(bins.lowerBound) && window.contains(bins.upperBound) { return true }
    guard header.pointee.count == 0, bins.count <= Self.window / 2 else { return false }
    header.pointee.origin = bins.lowerBound + bins.count / 2 - Self.window / 2
    return true
  }

  /// Room for the bins of some whole blocks, to be filled by the caller; there must be room for them.
  @inline(__always)
  mutating func room(for more: Int) -> UnsafeMutablePointer<SIMD8<UInt16>> {
    let start = header.pointee.count
    assert(start + more <= Self.capacity)
    header.pointee.count = start &+ more
    return UnsafeMutableRawPointer(numbers + start).assumingMemoryBound(to: SIMD8<UInt16>.self)
  }

  /// Adds one bin; there must be room for it.
  mutating func append(_ bin: Int) {
    numbers[header.pointee.count] = UInt16(bin - header.pointee.origin)
    header.pointee.count += 1
  }

  /// Counts what waits in counts by bin of 16 bits, the first of which is that of a bin; it goes on waiting.
  func count(in counts: UnsafeMutablePointer<UInt16>, first: Int) {
    let (counts, numbers) = (counts + (origin - first), self.numbers)
    for i in 0..<count { counts[Int(numbers[i])] &+= 1 }
  }

  /// Counts what waits, in a histogram that covers all of it, and forgets it.
  func settle(in histogram: Histogram) {
    let count = count
    guard count > 0 else { return }
    let (counts, numbers) = (histogram.counts.baseAddress! + (origin - histogram.first), self.numbers)
    for i in 0..<count { counts[Int(numbers[i])] &+= 1 }
    header.pointee.count = 0
  }

  /// Forgets what waits.
  func clear() { if memory != nil { header.pointee.count = 0 } }

  /// Frees the memory.
  mutating func deallocate() {
    memory?.deallocate()
    memory = nil
  }

  @inline(never)
  private mutating func allocate() {
    memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.offset + Self.capacity * MemoryLayout<UInt16>.size, alignment: 64)
    memory!.initializeMemory(as: Header.self, repeating: Header(count: 0, origin: 0), count: 1)
    (memory! + Self.offset).bindMemory(to: UInt16.self, capacity: Self.capacity)
  }
}
