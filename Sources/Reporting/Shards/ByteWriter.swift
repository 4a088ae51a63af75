/// Writes whole numbers and bit patterns in the least significant byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole number in a fixed number of bytes.
  mutating func fixed<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The bits of a number.
  mutating func bits(_ number: Double) { fixed(number.bitPattern) }

  /// A whole number of at least 0 in as few bytes as it needs, seven bits each (LEB128).
  mutating func count(_ number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A whole number of either sign, likewise.
  mutating func signed(_ number: Int) { count(number < 0 ? ~number << 1 | 1 : number << 1) }

  /// Bytes as they are.
  mutating func raw(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}

/// Reads what a `ByteWriter` wrote; every read may find the end or nonsense.
struct ByteReader {
  /// Bytes end too early, or are no number.
  struct Fault: Error {}

  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Bytes not read yet.
  var left: Int { bytes.endIndex - place }

  mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(Fault) -> Number {
    let size = MemoryLayout<Number>.size
    guard left >= size else { throw Fault() }
    var number: Number = 0
    for offset in 0..<size { number |= Number(truncatingIfNeeded: bytes[place + offset]) << (8 * offset) }
    place += size
    return number
  }

  mutating func bits() throws(Fault) -> Double { Double(bitPattern: try fixed(UInt64.self)) }

  mutating func count() throws(Fault) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      guard left > 0 else { throw Fault() }
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int(number) }
    }
    throw Fault()
  }

  mutating func signed() throws(Fault) -> Int {
    let number = try count()
    return number & 1 == 1 ? ~(number >> 1) : number >> 1
  }

  /// A count of things of which each takes at least so many bytes: never more than can still come.
  mutating func count(ofAtLeast size: Int) throws(Fault) -> Int {
    let number = try count()
    guard number <= left / size else { throw Fault() }
    return number
  }

  mutating func raw(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw Fault() }
    defer { place += count }
    return bytes[place..<place + count]
  }
}
