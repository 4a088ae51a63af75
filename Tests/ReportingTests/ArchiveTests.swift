import Reporting
import Testing

@Suite struct ArchiveTests {
  @Test func checksumOfTheStandardsCheckString() {
    #expect(GzipFile.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(GzipFile.checksum([]) == 0)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
  func storedBlocksHoldTheContent(count: Int) {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = GzipFile.stored(content)
    #expect(Array(file[..<3]) == [0x1F, 0x8B, 8])
    var unpacked: [UInt8] = []
    var place = 10
    var isLast = false
    while !isLast {
      isLast = file[place] == 1
      let length = Int(file[place + 1]) + Int(file[place + 2]) << 8
      #expect(file[place + 3] == ~file[place + 1] && file[place + 4] == ~file[place + 2])
      unpacked += file[place + 5..<place + 5 + length]
      place += 5 + length
    }
    #expect(unpacked == content && file.count == place + 8)
  }

  @Test func aHeaderSaysNameSizeAndItsOwnSum() {
    var archive = TarArchive()
    archive.add(OutputFile(name: "a.csv", bytes: Array("1\n2\n".utf8)))
    archive.finish()
    #expect(archive.bytes.count == 4 * 512)
    let header = archive.bytes[..<512]
    #expect(header.starts(with: Array("a.csv\0".utf8)))
    #expect(String(decoding: header[124..<135], as: UTF8.self) == "00000000004")
    #expect(String(decoding: header[257..<262], as: UTF8.self) == "ustar")
    let written = Int(String(decoding: header[148..<154], as: UTF8.self), radix: 8)
    var blanked = Array(header)
    blanked.replaceSubrange(148..<156, with: Array("        ".utf8))
    #expect(written == blanked.reduce(0) { $0 + Int($1) })
    #expect(Array(archive.bytes[512..<516]) == Array("1\n2\n".utf8) && archive.bytes[516...].allSatisfy { $0 == 0 })
  }
}
