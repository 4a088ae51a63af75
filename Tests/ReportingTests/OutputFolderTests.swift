import Foundation
import Reporting
import Testing

@Suite struct OutputFolderTests {
  private let files = [
    OutputFile(name: "a.csv", text: "new a\n"),
    OutputFile(name: "manifest.json", text: "{\"schema\": \"hsb/manifest/1\"}\n"),
  ]

  @Test func filesAppearTogetherAndNothingElse() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(folder("out/")).write(files)
    #expect(try folder.names() == ["out"])
    #expect(try folder.names(in: "out") == ["a.csv", "manifest.json"])
    #expect(try folder.text("out/a.csv") == "new a\n")
  }

  @Test func anEarlierRunIsReplacedAndForeignFilesAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(folder("out")).write([OutputFile(name: "a.csv", text: "old"), files[1]])
    try folder.write("out/notes.txt", "mine")
    try OutputFolder(folder("out")).write(files)
    #expect(try folder.text("out/a.csv") == "new a\n")
    #expect(try folder.text("out/notes.txt") == "mine")
    #expect(try folder.names() == ["out"])
  }

  @Test func aFileOfTheSameNameThatNoRunWroteIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("out"), withIntermediateDirectories: false)
    try folder.write("out/a.csv", "mine")
    #expect(throws: OutputError.self) { try OutputFolder(folder("out")).write(files) }
    #expect(try folder.text("out/a.csv") == "mine")
    #expect(try folder.names(in: "out") == ["a.csv"])
  }

  @Test func whatIsNotAFolderIsRefusedByName() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "x")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder.path)
    for (name, words) in [
      ("file", "a file of that name"), ("link", "symbolic link to '\(folder.path)'"), ("file/out", "is a file"),
      ("missing/out", "does not exist; make it first"),
    ] {
      let error = #expect(throws: OutputError.self) { try OutputFolder(folder(name)).write(files) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
      #expect(error?.path == folder(name))
    }
    #expect(try folder.names() == ["file", "link"])
  }

  @Test func theFolderAboveIsMadeOnlyWhenAskedAndOnlyOne() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(folder("results/baseline"), makesParent: true).write(files)
    #expect(try folder.names(in: "results") == ["baseline"])
    #expect(throws: OutputError.self) {
      try OutputFolder(folder("no/such/baseline"), makesParent: true).write(files)
    }
  }

  @Test func aFailureHalfwayLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try OutputFolder(folder("out")).write(files)
    let impossible = OutputFile(name: "no/such/place.csv", text: "x")
    #expect(throws: OutputError.self) { try OutputFolder(folder("out")).write(files + [impossible]) }
    #expect(try folder.names() == ["out"])
    #expect(throws: OutputError.self) { try OutputFolder(folder("two/out"), makesParent: true).write([impossible]) }
    #expect(try folder.names() == ["out"])
  }

  @Test func aSingleFileIsWrittenWholeAndOverLinksNever() throws {
    let folder = try TemporaryFolder()
    try OutputPath(folder("trace.json")).write(Array("one".utf8))
    try OutputPath(folder("trace.json")).write(Array("two".utf8))
    #expect(try folder.text("trace.json") == "two")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("trace.json"))
    #expect(throws: OutputError.self) { try OutputPath(folder("link")).write([]) }
    #expect(throws: OutputError.self) { try OutputPath(folder.path).write([]) }
    #expect(try folder.names() == ["link", "trace.json"])
  }
}
