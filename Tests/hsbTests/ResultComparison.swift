import Foundation
import Testing

extension TemporaryFolder {
  /// Expects the same files with the same bytes in two folders of results, times and threads in the manifests excepted.
  func expectSameResults(_ one: String, _ two: String) throws {
    let names = try names(in: one).filter { $0 != "shards" }
    #expect(try self.names(in: two).filter { $0 != "shards" } == names)
    for name in names where name != "manifest.json" {
      #expect(try bytes("\(one)/\(name)") == bytes("\(two)/\(name)"), "\(name)")
    }
    func manifest(_ folder: String) throws -> Substring {
      let text = try text("\(folder)/manifest.json")
      return text[..<(try #require(text.range(of: "\n  \"run\": {")).lowerBound)]
    }
    #expect(try manifest(one) == manifest(two))
  }

  /// Changes the bytes of a file.
  func damage(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try bytes(name)
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
  }

  /// The number of a file in the file system: a file that is written again has another.
  func number(of name: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: self(name))[.systemFileNumber] as? Int)
  }
}
