import ElementaryFunctions
import LinearAlgebra
import Projection

/// The least time the loop could take: its products, its evaluations of exp and log and its traffic with the
/// second-level cache, each at the best rate measured for it alone on this machine in this run.
///
/// Everything else a step does (additions, divisions, square roots, minima) counts nothing, so no program reaches it.
public struct Floor {
  /// One part of it.
  public struct Part {
    /// What is counted.
    public let name: String
    /// How many a member, over all years.
    public let count: Double
    /// Nanoseconds for one.
    public let nanoseconds: Double
    /// Nanoseconds a member.
    public var total: Double { count * nanoseconds }
  }

  /// The parts.
  public let parts: [Part]
  /// Nanoseconds a member: the sum of the parts.
  public var nanoseconds: Double { parts.reduce(0) { $0 + $1.total } }

  /// Kernels to be timed, in turns with the loop itself.
  public struct Kernels {
    let exponential = ElementKernels.exponential()
    let logarithm = ElementKernels.logarithm()
    let memory = MemoryKernels.secondLevelCache()
    /// Of each product the ways to compute it.
    let products: [[Kernel]]
    let operations: StepOperations
    let years: Int
    let members: Int

    /// The kernels of an experiment's step on a tile of some members.
    ///
    /// - Throws: `LinearAlgebraError`, never for a checked district.
    public init(_ experiment: Experiment, members: Int = Engine.defaultTileMembers) throws {
      operations = try StepOperations(experiment)
      years = experiment.years
      self.members = members
      products = operations.products.map { $0.kernels(members: members) }
    }

    /// All of them in one list.
    public var all: [Kernel] { [exponential, logarithm, memory] + products.joined() }

    /// The floor from the best nanoseconds of one call of each, in the order of `all`.
    public func floor(_ call: [Double]) -> Floor {
      let year = Double(years)
      var parts = [
        Part(
          name: "exp", count: year * Double(operations.exponentials) + Double(operations.baseYearExponentials),
          nanoseconds: call[0] / exponential.work),
        Part(name: "log", count: year * Double(operations.logarithms), nanoseconds: call[1] / logarithm.work),
        Part(
          name: "bytes of the second-level cache",
          count: 8 * (year * Double(operations.rows) + Double(operations.baseYearRows)),
          nanoseconds: call[2] / memory.work),
      ]
      var next = 3
      for ways in products {
        let best = ways.indices.min { call[next + $0] < call[next + $1] }!
        parts.append(Part(name: ways[best].name, count: year, nanoseconds: call[next + best] / Double(members)))
        next += ways.count
      }
      return Floor(parts: parts)
    }
  }
}
