import Analysis
import District
import Foundation

/// One shard as a file: what it belongs to and what it found, with a checksum over all of it.
///
/// | bytes | what |
/// |---|---|
/// | 8 | `HSBSHARD` |
/// | 4 | version of the format, 2 |
/// | 4 | length of the header |
/// | 8 | length of the whole file |
/// | | the header: JSON, `ShardHeader` |
/// | | what was found: of members `ShardCounts`, of points and starts JSON, one value each |
/// | 32 | SHA-256 of everything before it |
///
/// Numbers are little-endian.
public struct ShardFile: Sendable, Equatable {
  /// What the file belongs to.
  public let header: ShardHeader
  /// What it counted, by rising randomisation.
  public let parts: [ReplicatePart]
  /// What came of the points or starts, as JSON; empty for members.
  public let items: [UInt8]

  private static let magic = Array("HSBSHARD".utf8)
  private static let version: UInt32 = 2
  private static let prefix = 24
  private static let checksum = SHA256.count
  /// The largest file that is read.
  public static let limit = 1 << 27

  /// Puts a shard together.
  public init(header: ShardHeader, parts: [ReplicatePart]) {
    self.header = header
    self.parts = parts
    items = []
  }

  /// Puts a shard of points or starts together.
  ///
  /// - Throws: `EncodingError` when a value is not a finite number.
  public init(header: ShardHeader, items: [some Encodable]) throws {
    self.header = header
    parts = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.items = Array(try encoder.encode(items))
  }

  /// What came of the points or starts.
  ///
  /// - Parameters:
  ///   - type: of one of them.
  ///   - count: how many there have to be.
  ///   - file: the name of the file, for messages.
  /// - Throws: `Diagnostic`.
  public func items<Item: Decodable>(_ type: Item.Type, count: Int, named file: String) throws -> [Item] {
    guard let found = try? JSONDecoder().decode([Item].self, from: Data(items)), found.count == count else {
      throw Diagnostic(file: file, message: "damaged: what it found cannot be read; \(Self.again)")
    }
    return found
  }

  private static let again = "remove it and run its shard again"

  /// The bytes of the file.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = try encoder.encode(header)
    var counts = ByteWriter()
    if header.identity.work == .members { ShardCounts.write(parts, to: &counts) } else { counts.raw(items) }
    var writer = ByteWriter()
    writer.raw(Self.magic)
    writer.fixed(Self.version)
    writer.fixed(UInt32(head.count))
    writer.fixed(UInt64(Self.prefix + head.count + counts.bytes.count + Self.checksum))
    writer.raw(head)
    writer.raw(counts.bytes)
    writer.raw(SHA256.digest(of: writer.bytes[...]))
    return writer.bytes
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Throws: `Diagnostic` when it is not a shard, of another version, cut short or damaged.
  public init(_ bytes: [UInt8], named file: String) throws {
    func fault(_ words: String) -> Diagnostic { Diagnostic(file: file, message: words) }
    let again = Self.again
    guard bytes.starts(with: Self.magic) else {
      throw fault(
        bytes.isEmpty ? "the file is empty; \(again)" : "not a shard of this program: it does not begin with HSBSHARD")
    }
    do {
      var reader = ByteReader(bytes[Self.magic.count...])
      let version = try reader.fixed(UInt32.self)
      guard version == Self.version else {
        throw fault("a shard of format \(version); this program reads format \(Self.version)")
      }
      let headLength = Int(try reader.fixed(UInt32.self))
      let length = try reader.fixed(UInt64.self)
      guard length == bytes.count else {
        throw fault(
          bytes.count < length
            ? "cut short: \(bytes.count) of \(length) bytes; \(again)"
            : "damaged: \(bytes.count) bytes where \(length) were written; \(again)")
      }
      guard bytes.count >= Self.prefix + Self.checksum,
        bytes.suffix(Self.checksum).elementsEqual(SHA256.digest(of: bytes.dropLast(Self.checksum)))
      else { throw fault("damaged: its checksum does not hold; \(again)") }
      let head = try reader.raw(headLength)
      header = try JSONDecoder().decode(ShardHeader.self, from: Data(head))
      let found = try reader.raw(reader.left - Self.checksum)
      if header.identity.work == .members {
        var counts = ByteReader(found)
        parts = try ShardCounts.read(from: &counts)
        items = []
      } else {
        parts = []
        items = Array(found)
      }
    } catch is ByteReader.Fault {
      throw fault("damaged: its counts cannot be read; \(again)")
    } catch is DecodingError {
      throw fault("damaged: its header cannot be read; \(again)")
    }
  }
}
