import District
import Foundation
import Scenarios
import Testing

@Suite("Bytes of a scenario file as text")
struct ScenarioTextTests {
  @Test(
    "names the fault and its place",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "f:1:1: ", "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "f:1:1: ", "UTF-16"),
      ([0x61, 0x00, 0x3A, 0x00], "f:1:1: ", "UTF-16"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "f:1:1: ", "UTF-32"),
      ([0x61, 0x3A, 0x0A, 0x62, 0x00], "f:2:2: ", "NUL"), ([0x61, 0x0A, 0xE9, 0x0A], "f:2:1: ", "not valid UTF-8"),
      ([0x61, 0x0D, 0x0A, 0x62, 0xB7, 0xA2], "f:2:2: ", "GBK"), ([0x61, 0x1B], "f:1:2: ", "U+001B"),
      (Array("a\u{2028}".utf8), "f:1:2: ", "U+2028"), (Array("a\u{202E}".utf8), "f:1:2: ", "U+202E"),
      ([0xC0, 0x80], "f:1:1: ", "not valid UTF-8"), ([0xED, 0xA0, 0x80], "f:1:1: ", "not valid UTF-8"),
    ] as [([UInt8], String, String)])
  func faults(_ bytes: [UInt8], _ place: String, _ word: String) {
    let fault = #expect(throws: Diagnostic.self) { try ScenarioText.checked(bytes, file: "f") }
    #expect(fault?.description.hasPrefix(place) == true, "\(fault?.description ?? "")")
    #expect(fault?.message.contains(word) == true)
  }

  @Test("drops the byte order mark of UTF-8")
  func byteOrderMark() throws {
    #expect(try ScenarioText.checked([0xEF, 0xBB, 0xBF, 0x61], file: "f") == "a")
  }

  @Test("tells files that cannot be opened from files that are wrong")
  func access() throws {
    let folder = try ScenarioFolder()
    #expect(throws: FileAccessError.self) { try ScenarioText.read(path: folder.path + "/missing.yaml") }
    #expect(throws: FileAccessError.self) { try ScenarioText.read(path: folder.path) }
    #expect(throws: FileAccessError.self) { try ScenarioText.read(path: "/dev/null") }
    let fifo = folder.path + "/pipe"
    #expect(mkfifo(fifo, 0o600) == 0)
    #expect(throws: FileAccessError.self) { try ScenarioText.read(path: fifo) }
    let large = try folder.write([UInt8](repeating: 0x23, count: (1 << 20) + 1))
    let fault = #expect(throws: Diagnostic.self) { try ScenarioText.read(path: large) }
    #expect(fault?.message.contains("1 MB") == true && fault?.line == 1 && fault?.column == 1)
  }
}
