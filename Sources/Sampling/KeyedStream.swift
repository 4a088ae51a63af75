/// The random bits of one name for one purpose: Philox with the seed as its key and the name in its counter.
///
/// The counter is, from the low end, 32 bits of index, 8 of replicate, 24 of purpose and 64 of the name's key, so that
/// no two uses of random bits share a counter unless two names collide in 64 bits.
struct KeyedStream: Sendable {
  /// What random bits are used for.
  enum Purpose: UInt64 {
    case draw = 1
    case permutation = 2
    case jitter = 3
    case scrambleMatrix = 4
    case digitalShift = 5
  }

  private let philox: Philox
  private let middle: UInt64
  private let nameKey: UInt64

  init(seed: UInt64, name: DrawName, purpose: Purpose, replicate: Int = 0) {
    self.init(seed: seed, nameKey: name.key, purpose: purpose, replicate: replicate)
  }

  init(seed: UInt64, nameKey: UInt64, purpose: Purpose, replicate: Int = 0) {
    philox = Philox(key: seed)
    middle = purpose.rawValue &<< 40 | UInt64(replicate) &<< 32
    self.nameKey = nameKey
  }

  /// The 128 bits at `first` ... `first + 7`, in two vectors; indices stay below 2^32.
  @inline(__always)
  func bits(from first: UInt64) -> (low: SIMD8<UInt64>, high: SIMD8<UInt64>) {
    let lanes = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    return philox.bits(
      low: lanes &+ SIMD8<UInt64>(repeating: first | middle), high: SIMD8<UInt64>(repeating: nameKey))
  }

  /// Writes the first words of 64 bits, 16 at a time: of eight indices, the low words and then the high ones.
  func words(_ count: Int, into words: UnsafeMutableBufferPointer<UInt64>) {
    let room = UnsafeMutableRawPointer(words.baseAddress!)
    for start in stride(from: 0, to: count, by: 16) {
      assert(start + 16 <= words.count)
      let (low, high) = bits(from: UInt64(start / 2))
      room.storeBytes(of: low, toByteOffset: start * 8, as: SIMD8<UInt64>.self)
      room.storeBytes(of: high, toByteOffset: start * 8 + 64, as: SIMD8<UInt64>.self)
    }
  }

  /// The first words, in a list.
  func words(_ count: Int) -> [UInt64] {
    let whole = (count + 15) / 16 * 16
    return [UInt64](unsafeUninitializedCapacity: whole) { room, filled in
      words(count, into: room)
      filled = count
    }
  }

  /// The first word of eight replicates in a row.
  static func firstWords(
    seed: UInt64, nameKey: UInt64, purpose: Purpose, replicatesFrom first: Int
  ) -> SIMD8<UInt64> {
    let stream = KeyedStream(seed: seed, nameKey: nameKey, purpose: purpose, replicate: first)
    let replicates = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &<< 32
    let low = SIMD8<UInt64>(repeating: stream.middle) &+ replicates
    return stream.philox.bits(low: low, high: SIMD8<UInt64>(repeating: nameKey)).low
  }
}
