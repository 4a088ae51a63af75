import CPrefetch
import ElementaryFunctions
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
    /// Values that wait in one bin beside the others.
    var folded = 0
    var foldedBin = 0
    /// At first such that no bin has a number.
    var origin = Int.min / 2
    /// Bins that find room now, and in the memory.
    var room = few
    var capacity = few
    /// True when the memory belongs to another owner.
    var isBorrowed = false
  }

  /// A cache line before the bins, which keeps them aligned.
  private static let offset = alignment
  static let alignment = 64

  private var header: UnsafeMutablePointer<Header> { memory.unsafelyUnwrapped.assumingMemoryBound(to: Header.self) }
  private var numbers: UnsafeMutablePointer<UInt16> {
    (memory.unsafelyUnwrapped + Self.offset).assumingMemoryBound(to: UInt16.self)
  }

  /// Makes an empty list.
  init() { memory = nil }

  /// Makes an empty list in memory that belongs to another owner and outlives it.
  ///
  /// - Parameters:
  ///   - place: as many bytes as `bytes(_:)` says, as ``alignment`` asks.
  ///   - capacity: the most bins that will wait, a multiple of 64.
  init(borrowed place: UnsafeMutableRawPointer, capacity: Int) {
    memory = place
    prepare(Header(room: capacity, capacity: capacity, isBorrowed: true))
  }

  /// Bytes that a list of so many bins takes, a multiple of 64 where that of the bins is one.
  static func bytes(_ capacity: Int) -> Int { offset + capacity * MemoryLayout<UInt16>.size }

  /// True when the memory belongs to another owner.
  var isBorrowed: Bool { memory != nil && header.pointee.isBorrowed }

  /// Bins that wait.
  @inline(__always)
  var count: Int { memory == nil ? 0 : header.pointee.count }

  /// The bin that has the number 0.
  @inline(__always)
  var origin: Int { header.pointee.origin }

  /// Numbers bins from a bin; none may wait.
  func setOrigin(_ bin: Int) { header.pointee.origin = bin }

  /// True when so many more bins find room.
  @inline(__always)
  func hasRoom(for more: Int) -> Bool { header.pointee.count &+ more <= header.pointee.room }

  /// True when whole blocks may be added.
  @inline(__always)
  var isAligned: Bool { header.pointee.count % 64 == 0 }

  /// Makes twice the room, up to what a replicate may need; false beyond that.
  mutating func grow() -> Bool {
    guard !isBorrowed, header.pointee.room < Self.most else { return false }
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

  /// Asks for the memory of bins that are added soon, where they find room.
  @inline(__always)
  func fetchRoom(for more: Int) {
    guard memory != nil, hasRoom(for: more) else { return }
    let place = UnsafeRawPointer(numbers + header.pointee.count)
    for start in stride(from: 0, to: more * MemoryLayout<UInt16>.size, by: Self.alignment) {
      fetch_line_to_write(place + start)
    }
  }

  /// Asks for the memory of a list that is read soon, of about so many bins: how many there are is not there yet.
  @inline(__always)
  func fetch(_ count: Int) {
    guard let memory else { return }
    for start in stride(from: 0, to: Self.bytes(count), by: Self.alignment) { fetch_line_to_read(memory + start) }
  }

  /// Adds a bin, as often as there are values in it; there must be room for them.
  func append(_ bin: Int, values: Int = 1) {
    let start = header.pointee.count
    assert(start + values <= header.pointee.capacity)
    (numbers + start).update(repeating: UInt16(bin - header.pointee.origin), count: values)
    header.pointee.count = start + values
  }

  /// Adds a bin with all its values without writing them, until ``unfold()``; there must be room for them.
  func fold(_ bin: Int, values: Int) {
    header.pointee.folded = values
    header.pointee.foldedBin = bin
  }

  /// Writes the values that were only folded in.
  func unfold() {
    guard memory != nil, header.pointee.folded > 0 else { return }
    append(header.pointee.foldedBin, values: header.pointee.folded)
    header.pointee.folded = 0
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
    header.pointee.room = min(Self.few, header.pointee.capacity)
  }

  /// Frees the memory, where it is its own.
  mutating func deallocate() {
    if !isBorrowed { memory?.deallocate() }
    memory = nil
  }

  @inline(never)
  private mutating func allocate(_ capacity: Int) {
    memory = UnsafeMutableRawPointer.allocate(byteCount: Self.bytes(capacity), alignment: 16)
    prepare(Header(capacity: capacity))
  }

  private func prepare(_ header: Header) {
    memory!.initializeMemory(as: Header.self, repeating: header, count: 1)
    (memory! + Self.offset).bindMemory(to: UInt16.self, capacity: header.capacity)
  }
}

extension PendingBins {
  /// Numbers of bins in a vector, and the same as words of four.
  private typealias Numbers = SIMD32<UInt16>
  private typealias Words = SIMD8<UInt64>
  private static let ones: UInt64 = 0x0001_0001_0001_0001

  /// How many of the bins that wait lie below each of five limits.
  ///
  /// - Parameters:
  ///   - limits: bins.
  ///   - isNarrow: whether bins and limits lie within 2^15 of each other.
  ///   - found: where the numbers go, in the first lanes; in memory, as a vector that is returned is computed in quarters.
  func numbersBelow(_ limits: [Int], isNarrow: Bool, into found: inout Vector) {
    let whole = isNarrow ? count / Numbers.scalarCount : 0
    let vectors = UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: Numbers.self)
    func limit(_ lane: Int) -> Numbers { Numbers(repeating: UInt16(truncatingIfNeeded: limits[lane] - origin)) }
    let (first, second, third, fourth, fifth) = (limit(0), limit(1), limit(2), limit(3), limit(4))
    var sums = (Numbers.zero, Numbers.zero, Numbers.zero, Numbers.zero, Numbers.zero)
    for i in 0..<whole {
      let bins = vectors[i]
      Self.add(bins, below: first, to: &sums.0)
      Self.add(bins, below: second, to: &sums.1)
      Self.add(bins, below: third, to: &sums.2)
      Self.add(bins, below: fourth, to: &sums.3)
      Self.add(bins, below: fifth, to: &sums.4)
    }
    var totals = (Self.total(sums.0), Self.total(sums.1), Self.total(sums.2), Self.total(sums.3), Self.total(sums.4))
    for i in whole * Numbers.scalarCount..<count {
      let bin = Int(numbers[i]) + origin
      totals.0 += bin < limits[0] ? 1 : 0
      totals.1 += bin < limits[1] ? 1 : 0
      totals.2 += bin < limits[2] ? 1 : 0
      totals.3 += bin < limits[3] ? 1 : 0
      totals.4 += bin < limits[4] ? 1 : 0
    }
    found = Vector(
      Double(totals.0), Double(totals.1), Double(totals.2), Double(totals.3), Double(totals.4), 0, 0, 0)
  }

  /// Adds one to the lanes in which a number lies below a limit: the highest bit of the difference. In words, as vectors
  /// of 16 bits are shifted and compared lane by lane.
  @_transparent
  private static func add(_ numbers: Numbers, below limit: Numbers, to sums: inout Numbers) {
    let differences = unsafeBitCast(numbers &- limit, to: Words.self)
    sums &+= unsafeBitCast((differences &>> 15) & ones, to: Numbers.self)
  }

  /// The sum of all lanes, which fits 16 bits.
  @_transparent
  private static func total(_ sums: Numbers) -> Int {
    Int(truncatingIfNeeded: (unsafeBitCast(sums, to: Words.self).wrappedSum() &* ones) &>> 48)
  }
}
