import District
import Foundation
import Testing

@Suite("District folders")
struct DistrictFolderTests {
  @Test("exported from the built-in district read back as the same district")
  func roundTrip() throws {
    let copy = try TemporaryDistrict()
    let read = try District.read(folder: copy.folder + "/")
    let builtIn = try District.builtIn("hongsibao")
    #expect(read.fingerprint == builtIn.fingerprint)
    #expect(read.location == copy.folder)
    #expect(read.inputs == builtIn.inputs)
    #expect(read.plan == builtIn.plan && read.targets == builtIn.targets && read.sectors == builtIn.sectors)
  }

  @Test("have a fingerprint of their names and bytes, and of nothing else")
  func fingerprint() throws {
    let copy = try TemporaryDistrict()
    let before = try District.read(folder: copy.folder).fingerprint
    #expect(before.count == 64 && before.allSatisfy { $0.isHexDigit })
    try copy.apply(.content("notes"), to: "README.md")
    try copy.apply(.content("x"), to: ".hidden")
    #expect(try District.read(folder: copy.folder).fingerprint == before)
    try copy.apply(.replace("Assumed", "assumed"), to: "sectors.csv")
    #expect(try District.read(folder: copy.folder).fingerprint != before)
  }

  @Test("may be written with CRLF, a byte-order mark and columns in another order")
  func otherSpelling() throws {
    let copy = try TemporaryDistrict()
    let text = try copy.text("district.csv").replacingOccurrences(of: "\n", with: "\r\n")
    try copy.write("district.csv", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    try copy.apply(
      .content("dimension,name\n" + flipped(try copy.text("sampling_dimensions.csv"))), to: "sampling_dimensions.csv")
    let builtIn = try District.builtIn("hongsibao")
    let read = try District.read(folder: copy.folder)
    #expect(read.samplingDimensions == builtIn.samplingDimensions)
    #expect(read.fingerprint != builtIn.fingerprint)
  }

  @Test("keep the dimensions of names that are gone")
  func registry() throws {
    let copy = try TemporaryDistrict()
    try copy.apply(.append("efficacy.dropped,495\nefficacy.new,600\n"), to: "sampling_dimensions.csv")
    #expect(try District.read(folder: copy.folder).samplingDimensions["efficacy.dropped"] == 495)
  }

  @Test("of another region name their ratios after it")
  func otherRegion() throws {
    let copy = try TemporaryDistrict()
    for name in ["comparators.csv", "shock_loadings.csv", "sampling_dimensions.csv", "targets.csv"] {
      let text = try copy.text(name).replacingOccurrences(of: "ningxia_income", with: "gansu_income")
      try copy.apply(.content(text), to: name)
    }
    let catalogue = IndicatorCatalogue(try District.read(folder: copy.folder))
    #expect(catalogue["income_all_to_gansu"] != nil)
    #expect(catalogue["income_rural_to_gansu"] != nil)
    #expect(catalogue["gansu_income_rural_growth"] != nil)
    #expect(catalogue["income_all_to_ningxia"] == nil)
  }

  @Test("are named relative to the file that names them, and may be links themselves")
  func relativeNames() throws {
    let copy = try TemporaryDistrict()
    #expect(try District.named("copy", relativeTo: copy.home).id == "hongsibao")
    #expect(try District.named("./copy", relativeTo: copy.home).id == "hongsibao")
    #expect(try District.named(copy.folder, relativeTo: "/nowhere").id == "hongsibao")
    try FileManager.default.createSymbolicLink(atPath: copy.home + "/link", withDestinationPath: "copy")
    #expect(try District.named("link", relativeTo: copy.home).id == "hongsibao")
  }

  @Test("that are not there, or are no folders, are told apart from broken ones")
  func notThere() throws {
    let copy = try TemporaryDistrict()
    let missing = #expect(throws: FileAccessError.self) { try District.read(folder: copy.home + "/none") }
    #expect(missing?.reason == "no such file or folder" && missing?.operation == .read)
    let file = #expect(throws: FileAccessError.self) { try District.read(folder: copy.path("sectors.csv")) }
    #expect(file?.reason == "not a folder")
    #expect(throws: FileAccessError.self) { try District.read(folder: "") }
    #expect(throws: FileAccessError.self) { try District.read(folder: "a\u{0}b") }
    #expect(throws: FileAccessError.self) { try District.named("./none", relativeTo: copy.home) }
  }

  @Test("with a folder, a pipe or a device in place of a file are refused without waiting")
  func strangeFiles() throws {
    let copy = try TemporaryDistrict()
    try copy.apply(.delete, to: "pillars.csv")
    #expect(mkfifo(copy.path("pillars.csv"), 0o644) == 0)
    let pipe = #expect(throws: FileAccessError.self) { try District.read(folder: copy.folder) }
    #expect(pipe?.reason == "not a regular file")
    try copy.apply(.delete, to: "pillars.csv")
    try FileManager.default.createDirectory(atPath: copy.path("pillars.csv"), withIntermediateDirectories: false)
    #expect(throws: FileAccessError.self) { try District.read(folder: copy.folder) }
  }

  @Test("may hold links to their own files, but not in a circle")
  func links() throws {
    let copy = try TemporaryDistrict()
    try FileManager.default.createDirectory(atPath: copy.path(".data"), withIntermediateDirectories: false)
    try FileManager.default.moveItem(atPath: copy.path("pillars.csv"), toPath: copy.path(".data/pillars.csv"))
    try copy.apply(.link(to: ".data/pillars.csv"), to: "pillars.csv")
    #expect(try copy.messages().isEmpty)
    try copy.apply(.link(to: "pillars.csv"), to: "pillars.csv")
    #expect(
      try copy.messages().map(\.message) == [
        "'pillars.csv' is a link that leads out of the folder or to nothing; put the file itself here"
      ])
  }

  @Test("are refused when a file is larger than what is read")
  func large() throws {
    let copy = try TemporaryDistrict()
    #expect(truncate(copy.path("pillars.csv"), 20_000_001) == 0)
    #expect(try copy.messages().map(\.message) == ["the file is larger than 20000000 bytes, the most that is read"])
  }

  @Test("full of other files are not searched through")
  func crowded() throws {
    let copy = try TemporaryDistrict()
    for number in 0..<10_010 { #expect(FileManager.default.createFile(atPath: copy.path("x\(number)"), contents: nil)) }
    let error = #expect(throws: FileAccessError.self) { try District.read(folder: copy.folder) }
    #expect(error?.reason.contains("not a district folder") == true)
  }

  private func flipped(_ text: String) -> String {
    text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").reversed().joined(separator: ",")
    }.joined(separator: "\n")
  }
}
