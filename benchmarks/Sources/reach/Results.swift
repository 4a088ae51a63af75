import Foundation
import Measurement

/// A whole result as a file.
struct Results: Codable {
  var schema = "hsb/benchmarks/1"
  let date: String
  let commit: String
  let machine: Machine
  let figures: [Figure]
  /// Parts of the floor.
  let floor: [FloorPart]

  /// One part of the floor.
  struct FloorPart: Codable {
    let what: String
    let countPerMember: Double
    let nanosecondsEach: Double
  }

  /// Writes the file, keys in order.
  ///
  /// - Throws: when it cannot be written.
  func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (encoder.encode(self) + Data("\n".utf8)).write(to: file, options: .atomic)
  }
}
