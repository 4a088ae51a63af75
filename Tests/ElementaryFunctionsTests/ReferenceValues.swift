import Foundation
import Testing

/// The argument and the correctly rounded value of each line of a reference file.
func referenceValues(_ name: String) throws -> [(argument: Double, value: Double)] {
  let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Reference"))
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
    let fields = line.split(separator: ",")
    return (try #require(Double(fields[0])), try #require(Double(fields[1])))
  }
}

/// The distance from `value` to `expected` in units of the last place of `expected`.
func ulps(_ value: Double, from expected: Double) -> Double {
  if value == expected { return 0 }
  return abs(value - expected) / expected.ulp
}
