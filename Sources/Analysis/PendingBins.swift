import Projection

/// Bins of values that no histogram has counted yet.
///
/// The histograms of a run are together larger than the second-level cache. Counting a block of 64 values at a time
/// would fetch almost as many cache lines as there are values; counting hundreds of values of one histogram in a row
/// fetches each of its lines once. The lists of a worker share the second-level cache with its tile. A replicate of a few
/// thousand members needs no histograms of its own.
///
/// Bins wait as 16-bit numbers, counted from a bin that stays the same while any wait.
///
/// A handle with one owner: what is added may move the memory.
struct PendingBins {
  /// Bins that find room at first, and always where many come: whole blocks of 64.
  static let few = 512
  /// Bins that wait at most in a replicate.
  private static let most = 8_192
  /// Bins that a 16-bit number tells apart.
  static let window = 1 << 16

  /// The header, then the bins; nil until the first is added.
  private var memory: UnsafeMutableRawPointer?

  private struct Header {
    var count = 0
    var origin = 0
    /// Bins that find room now, and in the memory.
    var room = few
    var capacity = few
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

  /// True when so many more bins find room.
  @inline(__always)
  func hasRoom(for more: Int) -> Bool { header.pointee.count &+ more <= header.pointee.room }

  /// True when whole blocks may be added.
  @inline(__always)
  var isAligned: Bool { header.pointee.count % 64 == 0 }

  /// Makes twice the room, up to what a replicate may need; false beyond that.
  mutating func grow() -> Bool {
    guard header.pointee.room < Self.most else { return false }
    makeRoom(2 * header.pointee.room)
    return true
  }

  private mutating func makeRoom(_ room: Int) {
    header.pointee.room = room
    guard room > header.pointee.capacity else { return }
    var grown = PendingBins()
    grown.allocate(room)
    let capacity = grown.header.pointee.capacity
    grown.header.pointee = header.pointee
    grown.header.pointee.capacity = capacity
    grown.numbers.update(from: numbers, count: count)
    deallocate()
    self = grown
  }

  /// Makes sure that a range of bins has 16-bit numbers; false when it has none, or when bins wait whose numbers would
  /// change.
  mutating func reach(_ bins: ClosedRange<Int>) -> Bool {
    if memory == nil { allocate(2 * Self.few) }
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
    assert(start + more <= header.pointee.capacity)
    header.pointee.count = start &+ more
    return UnsafeMutableRawPointer(numbers + start).assumingMemoryBound(to: SIMD8<UInt16>.self)
  }

  /// Adds one bin; there must be room for it.
  mutating func append(_ bin: Int) {
    numbers[header.pointee.count] = UInt16(bin - header.pointee.origin)
    header.pointee.count += 1
  }

  /// Takes over what waits in another list, all of it in a range of bins; false when it finds no room here.
  mutating func gather(_ other: PendingBins, bins: ClosedRange<Int>) -> Bool {
    guard reach(bins), count + other.count <= RankTree.most else { return false }
    // Room for all replicates, which are alike, at once.
    if count + other.count > header.pointee.room {
      makeRoom(min(RankTree.most, max(EnsembleDraws.replicates * other.count, 2 * (count + other.count))))
    }
    // Numbers of 16 bits: what lies within both windows stays right when the difference of the origins wraps.
    let shift = UInt16(truncatingIfNeeded: other.origin - origin)
    let (mine, more) = (numbers + count, other.numbers)
    for i in 0..<other.count { mine[i] = more[i] &+ shift }
    header.pointee.count += other.count
    other.header.pointee.count = 0
    return true
  }

  /// Counts what waits in counts by bin, the first of which is that of a bin; it goes on waiting.
  @inline(__always)
  func count<Count: FixedWidthInteger>(in counts: UnsafeMutablePointer<Count>, first: Int) {
    guard count > 0 else { return }
    let (counts, numbers) = (counts + (origin - first), self.numbers)
    for i in 0..<count { counts[Int(numbers[i])] &+= 1 }
  }

  /// Forgets what waits.
  func clear() {
    guard memory != nil else { return }
    header.pointee.count = 0
    header.pointee.room = Self.few
  }

  /// Frees the memory.
  mutating func deallocate() {
    memory?.deallocate()
    memory = nil
  }

  @inline(never)
  private mutating func allocate(_ capacity: Int) {
    memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.offset + capacity * MemoryLayout<UInt16>.size, alignment: 16)
    memory!.initializeMemory(as: Header.self, repeating: Header(capacity: capacity), count: 1)
    (memory! + Self.offset).bindMemory(to: UInt16.self, capacity: capacity)
  }
}
