import Foundation
import LinearAlgebra

/// Runs the variance study, prints its table, and writes benchmarks/variance.svg and results/variance.json.
@main struct Variance {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, arguments[1] == "--root" else {
      FileHandle.standardError.write(Data("usage: variance --root FOLDER\n".utf8))
      exit(64)
    }
    setBLASThreads(1)
    let benchmarks = URL(filePath: arguments[2]).appending(path: "benchmarks")
    let sizes = (10...16).map { 1 << $0 }
    // One line that is written over, where someone looks at it.
    let isWatched = isatty(STDERR_FILENO) != 0
    let study = try VarianceStudy(seeds: 32, sizes: sizes) { done in
      if isWatched { FileHandle.standardError.write(Data("\r\(done)          ".utf8)) }
    }
    if isWatched { FileHandle.standardError.write(Data("\r".utf8)) }
    print(
      "Standard deviation over \(study.seeds) randomisations of the median of GDP 2025 (亿元) and of P(GDP 2025 > 100亿)")
    print("(percentage points); last column: how many times as many members random draws need for the same variance.\n")
    print(study.table)
    try Data(VariancePicture(study: study).svg.utf8).write(to: benchmarks.appending(path: "variance.svg"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let results = benchmarks.appending(path: "results")
    try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
    try encoder.encode(study).write(to: results.appending(path: "variance.json"))
  }
}
