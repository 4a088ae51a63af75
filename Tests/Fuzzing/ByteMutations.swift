/// Changes to the bytes of a file, whatever they mean.
enum ByteMutations {
  private static let pieces = [
    "&a ", "*a", "!!map ", "- ", "? ", ": ", "{", "}", "[", "]", ",", "'", "\"", "|\n", ">-\n", "# ", "---\n", "...\n",
    "\t", "\r", "\r\n", "\u{FEFF}", "%YAML 1.2\n", "<<: ", "\0", "\u{1B}", "extends: test.yaml\n", "    ", "\n", "\n\n",
    "@", "`", "{{", "- - - ", "\"\"", "\",\"", ",,,,", ";", "=", "\u{2028}", "\u{202E}", "null", "\\u0000", "\\",
  ].map { Array($0.utf8) }

  /// Some changes: one in half of the cases, seldom more than three.
  static func changed(_ bytes: [UInt8], _ random: inout InputRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.few() { change(&bytes, &random) }
    return bytes
  }

  /// A file of some twenty megabytes: one piece over and over behind the beginning of a sound file.
  static func bomb(after bytes: [UInt8], _ random: inout InputRandom) -> [UInt8] {
    let beginning = bytes.prefix(random.once(in: 2) ? 0 : random.below(bytes.count))
    let piece = Array(
      random.one(of: [",", "\n", "a,b\n", "\"\"", "\"", "x", "中", "\"a\",", ",,,,,,,\n", "1,1,1,1\n", "\r\n"]).utf8)
    return Array(beginning)
      + Array(repeating: piece, count: random.one(of: [19_900_000, 20_100_000]) / piece.count).joined()
  }

  /// What an editor or another system does to a whole file: other line ends, a mark at the beginning, another encoding.
  static func disguised(_ bytes: [UInt8], _ random: inout InputRandom) -> [UInt8] {
    switch random.below(8) {
    case 0: return [0xEF, 0xBB, 0xBF] + bytes
    case 1: return bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
    case 2: return bytes.map { $0 == 10 ? 13 : $0 }
    case 3: return [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    case 4: return bytes.map { $0 == 32 ? 9 : $0 }
    case 5: return bytes + [0]
    case 6: return Array(bytes.dropLast())
    default: return bytes + [10, 10, 10]
    }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout InputRandom) {
    let place = random.below(bytes.count + 1)
    let end = min(bytes.count, place + 1 + random.below(40))
    switch random.below(9) {
    case 0, 1: bytes.insert(contentsOf: random.one(of: pieces), at: place)
    case 2: bytes.removeSubrange(place..<end)
    case 3 where place < bytes.count: bytes[place] = UInt8(random.below(256))
    case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    case 5: bytes.removeSubrange(place...)
    case 6: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count + 1))
    case 7:
      let piece = random.one(of: pieces)
      let count = random.once(in: 60) ? random.count(upTo: 200_000) : random.below(300)
      bytes.insert(contentsOf: Array(repeating: piece, count: count).joined(), at: place)
    default: indent(&bytes, &random)
    }
  }

  /// Moves a line in or out, or writes it once more.
  private static func indent(_ bytes: inout [UInt8], _ random: inout InputRandom) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let line = random.below(lines.count)
    if random.once(in: 2) {
      lines.insert(lines[line], at: random.below(lines.count + 1))
    } else {
      lines[line] = Array(repeating: 32, count: random.below(5)) + lines[line].drop { $0 == 32 }
    }
    bytes = Array(lines.joined(separator: [10]))
  }
}
