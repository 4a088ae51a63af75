import District
import Foundation
import Testing

@Suite("Exporting the built-in district")
struct ExportTests {
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("makes the folder and those above it, or fills an empty one, and leaves nothing else")
  func places() throws {
    let copy = try TemporaryDistrict()
    try District.export(builtIn: "hongsibao", to: copy.home + "/a/b/c/")
    #expect(try names(copy.home + "/a/b") == ["c"])
    #expect(try names(copy.home + "/a/b/c") == names(copy.folder))
    #expect(try names(copy.folder).count == 20)
    try FileManager.default.createDirectory(atPath: copy.home + "/empty", withIntermediateDirectories: false)
    try District.export(builtIn: "hongsibao", to: copy.home + "/empty")
    #expect(try names(copy.home + "/empty") == names(copy.folder))
    #expect(try names(copy.home) == ["a", "copy", "empty"])
  }

  @Test("refuses what exists, and leaves it as it was")
  func refusals() throws {
    let copy = try TemporaryDistrict()
    let full = #expect(throws: FileAccessError.self) { try District.export(builtIn: "hongsibao", to: copy.folder) }
    #expect(full?.operation == .write && full?.reason.contains("not empty") == true)
    let file = #expect(throws: FileAccessError.self) {
      try District.export(builtIn: "hongsibao", to: copy.path("sectors.csv"))
    }
    #expect(file?.reason == "it exists and is not a folder")
    #expect(throws: FileAccessError.self) { try District.export(builtIn: "hongsibao", to: "") }
    #expect(throws: FileAccessError.self) {
      try District.export(builtIn: "hongsibao", to: copy.path("sectors.csv") + "/below")
    }
    try FileManager.default.createSymbolicLink(atPath: copy.home + "/link", withDestinationPath: "nowhere")
    #expect(throws: FileAccessError.self) { try District.export(builtIn: "hongsibao", to: copy.home + "/link") }
    #expect(throws: Diagnostics.self) { try District.export(builtIn: "other", to: copy.home + "/other") }
    #expect(try names(copy.home) == ["copy", "link"])
    #expect(try copy.messages().isEmpty)
  }
}
