import Foundation
import Sampling
import Testing

/// The fields of each line of a reference file.
func referenceLines(_ name: String) throws -> [[Substring]] {
  let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Reference"))
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { $0.split(separator: ",") }
}

/// `count` dimensions named p1, p2, ... on the first rows of the table.
func namedDimensions(_ count: Int) -> [SampleDimension] {
  (1...count).map { SampleDimension(name: DrawName("p\($0)"), sobolDimension: $0) }
}

extension Sampler {
  /// The 64 draws of a dimension in a block.
  func draws(block: Int, dimension: Int) -> [Double] {
    let draws = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 64)
      .bindMemory(to: Double.self, capacity: 64)
    defer { draws.deallocate() }
    uniforms(block: block, dimension: dimension, into: draws)
    return (0..<64).map { draws[$0] }
  }

  /// The draws of the first `count` members of a replicate.
  func draws(replicate: Int, dimension: Int, count: Int) -> [Double] {
    var all: [Double] = []
    var block = replicate
    while all.count < count {
      all += draws(block: block, dimension: dimension)
      block += Replication.replicates
    }
    return Array(all.prefix(count))
  }
}

extension QuantileTable {
  /// The quantiles of any numbers.
  func quantiles(_ u: [Double]) -> [Double] {
    var values = u
    values.withUnsafeMutableBufferPointer { apply($0.baseAddress!, count: $0.count) }
    return values
  }
}
