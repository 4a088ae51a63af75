import Analysis
import Foundation
import LinearAlgebra

/// Runs one round of the ensemble smoother on matrices in files, for comparison with another program.
///
/// `smoother-check FOLDER PARAMETERS OBSERVATIONS MEMBERS INFLATION REPEATS [TRUNCATION]`: the folder holds x, y, d, sd
/// and e as raw doubles, members contiguous; `updated` is written and the seconds of the fastest of the repeats printed.
@main
struct SmootherCheck {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 7, let parameters = Int(arguments[2]), let observations = Int(arguments[3]),
      let members = Int(arguments[4]), let inflation = Double(arguments[5]), let repeats = Int(arguments[6])
    else {
      FileHandle.standardError.write(Data("smoother-check: wrong arguments\n".utf8))
      exit(64)
    }
    let folder = arguments[1]
    func matrix(_ name: String, columns: Int) throws -> Matrix {
      var matrix = Matrix(rows: members, columns: columns)
      matrix.columnMajor = try numbers(name)
      return matrix
    }
    func numbers(_ name: String) throws -> [Double] {
      try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")).withUnsafeBytes {
        Array($0.bindMemory(to: Double.self))
      }
    }
    let x = try matrix("x", columns: parameters)
    let y = try matrix("y", columns: observations)
    let e = try matrix("e", columns: observations)
    let (d, sd) = (try numbers("d"), try numbers("sd"))
    let inversion: EnsembleSmoother.Inversion =
      arguments.count > 7 ? .subspace(truncation: Double(arguments[7])!) : .exact
    var updated = x
    var fastest = Duration.seconds(1_000_000)
    for _ in 0..<repeats {
      let start = ContinuousClock.now
      updated = try EnsembleSmoother.update(
        x, responses: y, observations: d, errors: sd, perturbations: e, inflation: inflation, inversion: inversion)
      fastest = min(fastest, ContinuousClock.now - start)
    }
    try updated.columnMajor.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: "\(folder)/updated"))
    print(fastest / .seconds(1))
  }
}
