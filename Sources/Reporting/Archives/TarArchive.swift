/// A tar archive in memory, in the ustar form of POSIX.1-1988: names of at most 100 bytes, ordinary files only.
///
/// Owner, time and mode are the same for every file, so that equal contents give equal archives.
public struct TarArchive {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty archive.
  public init() {}

  private static let block = 512

  /// Adds a file.
  public mutating func add(_ file: OutputFile) {
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: String, at start: Int) { header.replaceSubrange(start..<start + text.utf8.count, with: text.utf8) }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.utf8.count) + text
    }
    precondition(file.name.utf8.count <= 100, "a name of a ustar archive has at most 100 bytes")
    put(file.name, at: 0)
    put(octal(0o644, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(file.bytes.count, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    header[154] = 0
    bytes += header + file.bytes
    bytes.append(contentsOf: repeatElement(0, count: (Self.block - file.bytes.count % Self.block) % Self.block))
  }

  /// Ends the archive with two empty blocks.
  public mutating func finish() { bytes.append(contentsOf: repeatElement(0, count: 2 * Self.block)) }
}
