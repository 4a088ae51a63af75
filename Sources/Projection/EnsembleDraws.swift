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
  private let shocks: Int

  /// Prepares the draws of an experiment.
  ///
  /// - Throws: `SamplerError` when the members do not suit the sampler; a checked district excludes the rest.
  public init(_ experiment: Experiment) throws {
    let district = experiment.district
    let ensemble = experiment.scenario.ensemble
    var dimensions = district.parameters.map { parameter in
      SampleDimension(
        name: DrawName(parameter.id), sobolDimension: district.samplingDimensions[parameter.id]!)
    }
    for year in experiment.scenario.years {
      for shock in district.shocks {
        dimensions.append(
          SampleDimension(
            name: DrawName(shock.id, year: year),
            sobolDimension: district.samplingDimensions["\(shock.id)@\(year)"]!))
      }
    }
    sampler = try Sampler(
      kind: ensemble.sampler, seed: ensemble.seed, members: ensemble.members, dimensions: dimensions)
    parameterQuantiles = try QuantileTable.tables(for: experiment.scenario.parameters)
    normalQuantiles = try QuantileTable(.normal(mean: 0, standardDeviation: 1))
    shocks = district.shocks.count
  }

  /// Writes the parameters of the members of some blocks into a tile.
  public func fillParameters(of workspace: TileWorkspace, blocks: ArraySlice<Int>) {
    for parameter in parameterQuantiles.indices {
      fill(workspace.parameters[parameter], dimension: parameter, blocks: blocks, parameterQuantiles[parameter])
    }
  }

  /// Writes the standard normal scores of the parameters, Phi^-1(u), of the members of some blocks into rows, one a
  /// parameter: the draws before their distributions are applied.
  public func fillScores(_ scores: TileRows, blocks: ArraySlice<Int>) {
    for parameter in parameterQuantiles.indices {
      fill(scores[parameter], dimension: parameter, blocks: blocks, normalQuantiles)
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
