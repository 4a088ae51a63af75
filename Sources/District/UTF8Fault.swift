/// The first byte of a text file that is not sound UTF-8 or is a control character.
package struct UTF8Fault {
  /// Line, from 1.
  package let line: Int
  /// Column in characters, from 1.
  package let column: Int
  /// What is wrong.
  package let message: String

  /// The first fault of the bytes, or nil.
  package static func first(in bytes: [UInt8]) -> UTF8Fault? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80 {
          if byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x0D, byte != 0x09 {
            return fault(at: index, in: buffer, message: controlMessage(byte))
          }
          index += 1
          continue
        }
        let length = sequenceLength(at: index, in: buffer)
        guard length > 0 else {
          return fault(
            at: index, in: buffer,
            message: "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8; save the file as UTF-8")
        }
        index += length
      }
      return nil
    }
  }

  private static func controlMessage(_ byte: UInt8) -> String {
    byte == 0
      ? "a NUL byte; this is not a text file in UTF-8"
      : "the control character 0x\(String(byte, radix: 16, uppercase: true))"
  }

  /// Length of the well-formed sequence that begins here, or 0.
  private static func sequenceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  private static func fault(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, message: String) -> UTF8Fault {
    var line = 1
    var column = 1
    for byte in bytes[..<index] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return UTF8Fault(line: line, column: column, message: message)
  }
}
