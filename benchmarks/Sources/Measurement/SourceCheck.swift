import Foundation

/// Compares the counts behind the floor with the equation files.
public enum SourceCheck {
  /// The loops over whole rows: counted where they are called.
  private static let rowFunctions = "TileRows+Functions.swift"

  /// What is wrong, a line each; empty when every file has the sites counted and no file is missing from the counts.
  ///
  /// - Throws: when a file cannot be read.
  public static func complaints(_ operations: StepOperations, projection folder: URL) throws -> [String] {
    var complaints: [String] = []
    var counted: Set<String> = []
    for block in operations.blocks {
      counted.insert(block.file)
      let found = sites(try String(contentsOf: folder.appending(path: block.file), encoding: .utf8))
      let expected = (block.exponentialSites, block.logarithmSites, block.productSites)
      if found != expected {
        complaints.append(
          "\(block.file): exp, log and products stand in \(found) places, the floor counts \(expected); "
            + "correct benchmarks/Sources/Measurement/StepOperations.swift")
      }
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".swift") && !counted.contains(file) && file != Self.rowFunctions {
      let found = sites(try String(contentsOf: folder.appending(path: file), encoding: .utf8))
      if found != (0, 0, 0) {
        complaints.append("\(file): exp, log and products stand in \(found) places, the floor counts none of this file")
      }
    }
    return complaints
  }

  /// How often exp, log and products of tiles stand in the vector code of a file.
  static func sites(_ text: String) -> (Int, Int, Int) {
    var code = ""
    for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      code += line + "\n"
    }
    // Numbers of the coefficients, computed once, are Foundation's.
    code = code.replacingOccurrences(of: "Foundation.exp(", with: "").replacingOccurrences(
      of: "Foundation.log(", with: "")
    func count(_ call: String) -> Int {
      code.components(separatedBy: call).dropFirst().count
    }
    return (
      count(".takeExponentials(") + count(" exponentials("), count(".takeLogarithms(") + count(" logarithms("),
      count(".multiply(") + count(".multiplyAdd(")
    )
  }
}
