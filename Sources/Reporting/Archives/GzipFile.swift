/// A gzip file (RFC 1952) whose deflate blocks are stored, not compressed (RFC 1951, 3.2.4).
///
/// Drawn numbers compress to about half at best; a library for that half is not worth depending on.
public enum GzipFile {
  /// The file that unpacks to these bytes.
  public static func stored(_ content: [UInt8]) -> [UInt8] {
    // Magic number, deflate, no flags, no time, no level, unknown system.
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    bytes.reserveCapacity(content.count + content.count / 10_000 + 64)
    var start = 0
    repeat {
      let count = min(65_535, content.count - start)
      let isLast = start + count == content.count
      bytes += [isLast ? 1 : 0] + littleEndian(count, bytes: 2) + littleEndian(~count & 0xFFFF, bytes: 2)
      bytes += content[start..<start + count]
      start += count
    } while start < content.count
    return bytes + littleEndian(Int(checksum(content)), bytes: 4)
      + littleEndian(content.count & 0xFFFF_FFFF, bytes: 4)
  }

  /// The CRC-32 of ISO 3309, as RFC 1952 computes it.
  public static func checksum(_ content: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in content { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func littleEndian(_ number: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
