import Analysis
import Foundation
import LinearAlgebra

/// Makes Sobol' indices and elementary effects of numbers in files, for comparison with other programs.
///
/// `sensitivity-check sobol FILE ROWS INPUTS OUTPUTS UNITS RESAMPLES`: the file holds, output after output, raw doubles in
/// the order of a Saltelli sample without second order: for each row a, then each c, then b. A line for each output and
/// input with first and total index and their standard errors, then one with the seconds it took.
///
/// `sensitivity-check morris FOLDER TRAJECTORIES INPUTS`: the folder holds x (a row a point) and y; along a trajectory of
/// INPUTS + 1 points one input moves at a time. A line for each input with mu, mu*, sigma.
@main
struct SensitivityCheck {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("sobol", 8): try sobol(arguments[2], arguments[3...].map { Int($0)! })
    case ("morris", 5): try morris(arguments[2], trajectories: Int(arguments[3])!, inputs: Int(arguments[4])!)
    default:
      FileHandle.standardError.write(Data("sensitivity-check: wrong arguments\n".utf8))
      exit(64)
    }
  }

  private static func numbers(_ file: String) throws -> [Double] {
    try Data(contentsOf: URL(fileURLWithPath: file)).withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  }

  private static func sobol(_ file: String, _ sizes: [Int]) throws {
    let (rows, inputs, outputs, units, resamples) = (sizes[0], sizes[1], sizes[2], sizes[3], sizes[4])
    let values = try numbers(file)
    let start = ContinuousClock.now
    let weights = units > 1 ? try BootstrapWeights.draw(units: units, resamples: resamples, seed: 1) : nil
    let indices = (0..<outputs).map { output -> SobolIndices in
      let first = output * rows * (inputs + 2)
      func run(_ place: Int) -> [Double] { (0..<rows).map { values[first + $0 * (inputs + 2) + place] } }
      let sums = SobolSums.units(
        a: run(0), b: run(inputs + 1), replaced: (1...inputs).map(run), units: units)
      return SobolIndices(sums, weights: weights)
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    for found in indices {
      for input in 0..<inputs {
        print(
          found.first[input], found.total[input], found.firstError?[input] ?? .nan, found.totalError?[input] ?? .nan)
      }
    }
    print(seconds)
  }

  private static func morris(_ folder: String, trajectories: Int, inputs: Int) throws {
    let (x, y) = (try numbers("\(folder)/x"), try numbers("\(folder)/y"))
    var effects = Array(repeating: ElementaryEffects(), count: inputs)
    for trajectory in 0..<trajectories {
      for step in 0..<inputs {
        let point = trajectory * (inputs + 1) + step
        let moves = (0..<inputs).map { x[(point + 1) * inputs + $0] - x[point * inputs + $0] }
        let moved = moves.indices.max { moves[$0].magnitude < moves[$1].magnitude }!
        effects[moved].add((y[point + 1] - y[point]) / moves[moved])
      }
    }
    for effect in effects { print(effect.mean, effect.meanMagnitude, effect.standardDeviation) }
  }
}
