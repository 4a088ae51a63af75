import District
import ElementaryFunctions
import Sampling

/// The draws of an experiment: uncertain parameters and yearly normals of any block of 64 members.
///
/// A draw is a function of the seed, the name of the parameter or shock (with its year) and the member, so that
/// any block can be drawn alone, by any worker, in any order.
public struct EnsembleDraws: Sendable {
  /// Members of a block of the samplers.
  public static let blockMembers = 64
  /// Independent randomisations among which the blocks are dealt in turn; their spread is the standard error.
  public static let replicates = 16

  private let sampler: Sampler
  private let parameterQuantiles: [QuantileTable]
  private let normalQuantiles: QuantileTable
  private let uniformQuantiles: QuantileTable
  private let shocks: Int

  /// Prepares the draws of an experiment.
  ///
  /// - Parameters:
  ///   - experiment: what is drawn for.
  ///   - isAlternate: true for a second, independent value of every draw of every member: other names, and other
  ///     dimensions of the Sobol' sequence, as two scrambles of one dimension are not independent of each other.
  /// - Throws: `SamplerError` when the members do not suit the sampler; a checked district excludes the rest.
  public init(_ experiment: Experiment, isAlternate: Bool = false) throws {
    let district = experiment.district
    let ensemble = experiment.scenario.ensemble
    let prefix = isAlternate ? "alternate:" : ""
    func sobolDimension(_ name: String) -> Int {
      let own = district.samplingDimensions[name]!
      let half = SobolSequence.dimensions / 2
      return isAlternate ? (own - 1 + half) % SobolSequence.dimensions + 1 : own
    }
    var dimensions = district.parameters.map { parameter in
      SampleDimension(name: DrawName(prefix + parameter.id), sobolDimension: sobolDimension(parameter.id))
    }
    for year in experiment.scenario.years {
      for shock in district.shocks {
        dimensions.append(
          SampleDimension(
            name: DrawName(prefix + shock.id, year: year), sobolDimension: sobolDimension("\(shock.id)@\(year)")))
      }
    }
    sampler = try Sampler(
      kind: ensemble.sampler, seed: ensemble.seed, members: ensemble.members, dimensions: dimensions)
    parameterQuantiles = try experiment.scenario.parameters.map { try QuantileTable($0) }
    normalQuantiles = try QuantileTable(.normal(mean: 0, standardDeviation: 1))
    uniformQuantiles = try QuantileTable(.uniform(low: 0, high: 1))
    shocks = district.shocks.count
  }

  /// Writes the parameters of the members of some blocks into a tile.
  public func fillParameters(of workspace: TileWorkspace, blocks: ArraySlice<Int>) {
    fillParameters(workspace.parameters, blocks: blocks)
  }

  /// Writes the parameters of the members of some blocks into rows, one a parameter.
  public func fillParameters(_ rows: TileRows, blocks: ArraySlice<Int>) {
    for parameter in parameterQuantiles.indices {
      fill(rows[parameter], dimension: parameter, blocks: blocks, parameterQuantiles[parameter])
    }
  }

  /// Writes the standard normal scores of the parameters, Phi^-1(u), of the members of some blocks into rows, one a
  /// parameter: the draws before their distributions are applied.
  public func fillScores(_ scores: TileRows, blocks: ArraySlice<Int>) {
    for parameter in parameterQuantiles.indices {
      fill(scores[parameter], dimension: parameter, blocks: blocks, normalQuantiles)
    }
  }

  /// Writes the uniform draws u of the parameters of the members of some blocks into rows, one a parameter.
  public func fillUniforms(_ uniforms: TileRows, blocks: ArraySlice<Int>) {
    for parameter in parameterQuantiles.indices {
      fill(uniforms[parameter], dimension: parameter, blocks: blocks, uniformQuantiles)
    }
  }

  /// Writes the independent normals of year t = 1, 2, ... of the members of some blocks into a tile.
  public func fillNormals(of workspace: TileWorkspace, year t: Int, blocks: ArraySlice<Int>) {
    fillNormals(workspace.normals, year: t, blocks: blocks)
  }

  /// Writes the independent normals of year t = 1, 2, ... of the members of some blocks into rows, one a shock.
  public func fillNormals(_ normals: TileRows, year t: Int, blocks: ArraySlice<Int>) {
    let first = parameterQuantiles.count + (t - 1) * shocks
    for shock in 0..<shocks {
      fill(normals[shock], dimension: first + shock, blocks: blocks, normalQuantiles)
    }
  }

  @inline(__always)
  private func fill(
    _ row: UnsafeMutablePointer<Vector>, dimension: Int, blocks: ArraySlice<Int>, _ quantiles: QuantileTable
  ) {
    let numbers = UnsafeMutableRawPointer(row).assumingMemoryBound(to: Double.self)
    var start = 0
    for block in blocks {
      sampler.uniforms(block: block, dimension: dimension, into: numbers + start)
      start += Self.blockMembers
    }
    quantiles.apply(numbers, count: start)
  }
}
