import Analysis
import Foundation
import Measurement
import Projection
import Sampling

/// How precise a run is under each sampler: the variance of two results over independent randomisations.
struct VarianceStudy: Codable {
  /// One sampler at one size.
  struct Cell: Codable {
    let sampler: String
    let members: Int
    /// Variance over the seeds of the median of nominal GDP 2025 (亿元 squared) and of P(GDP 2025 > 100亿).
    let medianVariance: Double
    let probabilityVariance: Double
    /// Mean over the seeds of the squared standard errors a run itself prints, which should be the same.
    let medianVarianceStated: Double
    let probabilityVarianceStated: Double
  }

  static let samplers: [SamplerKind] = [.random, .latinHypercube, .sobol]
  let seeds: Int
  let cells: [Cell]

  /// Runs every sampler at every size with every seed.
  ///
  /// - Throws: what the engine throws.
  init(seeds: Int, sizes: [Int], progress: (String) -> Void) throws {
    self.seeds = seeds
    var cells: [Cell] = []
    for sampler in Self.samplers {
      for members in sizes {
        cells.append(try Self.cell(sampler, members, seeds: seeds))
        progress("\(sampler.rawValue), \(members) members")
      }
    }
    self.cells = cells
  }

  private static func cell(_ sampler: SamplerKind, _ members: Int, seeds: Int) throws -> Cell {
    var medians: [Double] = []
    var probabilities: [Double] = []
    var medianErrors: [Double] = []
    var probabilityErrors: [Double] = []
    for seed in 0..<seeds {
      let experiment = try BenchmarkScenario.planned(members: members, sampler: sampler, seed: UInt64(1_000 + seed))
      let gdp = experiment.catalogue.indicators.filter { $0.id == "gdp_nominal" }
      let target = experiment.scenario.targets.filter { $0.id == "gdp_100_yi" }
      let plan = try SummaryPlan(experiment, indicators: gdp, targets: target)
      let summary = try EnsembleRun(experiment, plan: plan).summarise()
      let last = summary["gdp_nominal", year: experiment.years]!
      medians.append(last.moments.quantiles[2])
      medianErrors.append(last.quantileErrors?[2] ?? .nan)
      probabilities.append(summary.targets[0].probability ?? .nan)
      probabilityErrors.append(summary.targets[0].standardError ?? .nan)
    }
    return Cell(
      sampler: sampler.rawValue, members: members, medianVariance: variance(medians),
      probabilityVariance: variance(probabilities), medianVarianceStated: meanSquare(medianErrors),
      probabilityVarianceStated: meanSquare(probabilityErrors))
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  private static func meanSquare(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
  }

  /// The cell of a sampler at a size.
  func cell(_ sampler: SamplerKind, _ members: Int) -> Cell? {
    cells.first { $0.sampler == sampler.rawValue && $0.members == members }
  }

  var sizes: [Int] { Array(Set(cells.map(\.members))).sorted() }

  /// The table in Markdown: standard deviations, and how many times the members random draws would need.
  var table: String {
    var lines = [
      "| members | random: median, P | Latin hypercube: median, P | scrambled Sobol: median, P | Sobol against random: median, P |",
      "|---:|---:|---:|---:|---:|",
    ]
    for size in sizes {
      let row = Self.samplers.map { cell($0, size)! }
      let texts = row.map {
        String(
          format: "%.4f, %.3f", $0.medianVariance.squareRoot(), 100 * $0.probabilityVariance.squareRoot())
      }
      let gain = String(
        format: "%.1f, %.1f", row[0].medianVariance / row[2].medianVariance,
        row[0].probabilityVariance / row[2].probabilityVariance)
      lines.append("| \(size) | \(texts.joined(separator: " | ")) | \(gain) |")
    }
    return lines.joined(separator: "\n")
  }
}
