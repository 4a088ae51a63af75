import Analysis
import Foundation
import LinearAlgebra

/// Runs the ensemble smoother and the scoring rules on numbers in files, for comparison with other programs.
///
/// `learning-check smoother FOLDER PARAMETERS OBSERVATIONS MEMBERS INFLATION REPEATS [TRUNCATION]`: the folder holds x, y,
/// d, sd and e as raw doubles, members contiguous; `updated` is written and the seconds of the fastest repeat printed.
///
/// `learning-check scores FOLDER MEMBERS`: the folder holds forecasts, members contiguous, and observed; a line each with
/// CRPS, logarithmic score, PIT, and whether the 50 and 90 % ranges hold the observation.
@main
struct LearningCheck {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("smoother", 8...9): try smoother(arguments)
    case ("scores", 4): try scores(arguments)
    default:
      FileHandle.standardError.write(Data("learning-check: wrong arguments\n".utf8))
      exit(64)
    }
  }

  private static func numbers(_ folder: String, _ name: String) throws -> [Double] {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")).withUnsafeBytes {
      Array($0.bindMemory(to: Double.self))
    }
  }

  private static func smoother(_ arguments: [String]) throws {
    let folder = arguments[2]
    let sizes = arguments[3...5].map { Int($0)! }
    let (parameters, observations, members) = (sizes[0], sizes[1], sizes[2])
    func matrix(_ name: String, columns: Int) throws -> Matrix {
      var matrix = Matrix(rows: members, columns: columns)
      matrix.columnMajor = try numbers(folder, name)
      return matrix
    }
    let x = try matrix("x", columns: parameters)
    let y = try matrix("y", columns: observations)
    let e = try matrix("e", columns: observations)
    let (d, sd) = (try numbers(folder, "d"), try numbers(folder, "sd"))
    let inversion: EnsembleSmoother.Inversion =
      arguments.count > 8 ? .subspace(truncation: Double(arguments[8])!) : .exact
    var updated = x
    var fastest = Duration.seconds(1_000_000)
    for _ in 0..<Int(arguments[7])! {
      let start = ContinuousClock.now
      updated = try EnsembleSmoother.update(
        x, responses: y, observations: d, errors: sd, perturbations: e, inflation: Double(arguments[6])!,
        inversion: inversion)
      fastest = min(fastest, ContinuousClock.now - start)
    }
    try updated.columnMajor.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: "\(folder)/updated"))
    print(fastest / .seconds(1))
  }

  private static func scores(_ arguments: [String]) throws {
    let members = Int(arguments[3])!
    let forecasts = try numbers(arguments[2], "forecasts")
    for (index, observed) in try numbers(arguments[2], "observed").enumerated() {
      let values = Array(forecasts[index * members..<(index + 1) * members])
      print(
        ForecastScores.crps(values, observed: observed), ForecastScores.logScore(values, observed: observed) ?? .nan,
        ForecastScores.integralTransform(values, observed: observed),
        ForecastScores.isCovered(values, observed: observed, share: 0.5) ? 1 : 0,
        ForecastScores.isCovered(values, observed: observed, share: 0.9) ? 1 : 0)
    }
  }
}
