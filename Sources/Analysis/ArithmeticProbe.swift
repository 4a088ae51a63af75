import ElementaryFunctions
import Projection

/// A number that tells whether two machines compute the same to the last bit.
///
/// Builds for other processors and other kernels of the linear-algebra library may differ in the last digits of a
/// member's values. Their shards would merge, but not to the bytes of any single run. The probe runs the first 64
/// members through all years and mixes the bits of every series and of the values about which sums are taken
/// (FNV-1a, by words of 64 bits).
public enum ArithmeticProbe {
  /// The number of an experiment on this machine, by this build.
  ///
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public static func fingerprint(_ experiment: Experiment) throws -> UInt64 {
    let plan = try SummaryPlan(experiment)
    var recorder = ProbeRecorder()
    for value in plan.pivots + plan.targetPivots { recorder.mix(value.bitPattern) }
    let engine = try Engine(
      experiment, draws: try EnsembleDraws(experiment), tileMembers: EnsembleDraws.blockMembers)
    engine.project(blocks: [0], into: &recorder)
    return recorder.hash
  }
}

/// Mixes the bits of all it sees.
private struct ProbeRecorder: TileRecorder {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func mix(_ bits: UInt64) { hash = (hash ^ bits) &* 0x100_0000_01B3 }

  mutating func record(year t: Int, of workspace: TileWorkspace, members: TileMembers) {
    let series = workspace.series
    for row in 0..<series.count {
      for vector in 0..<blockVectors {
        for lane in 0..<Vector.scalarCount { mix(series[row][vector][lane].bitPattern) }
      }
    }
  }
}
