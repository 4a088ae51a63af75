import District
import Projection
import Sampling
import Scenarios

/// What a sample is drawn of: a scenario, or the points of a sweep among which the members are dealt.
///
/// Dealt means that each member runs at one point, all points equally often to within one member in each replicate, in
/// an order that knows nothing of the draws. So a sample of a thousand members covers the axes and the parameters
/// together, where every member at every point would repeat a few draws many times.
public struct SampleSubject: Sendable {
  /// An axis of a sweep: a quantity that is chosen, not drawn.
  public struct Axis: Sendable {
    /// What it is called.
    public let quantity: SampledQuantity
    /// Its value at each scenario.
    public let values: [Double]

    /// Makes an axis.
    public init(_ quantity: SampledQuantity, values: [Double]) {
      self.quantity = quantity
      self.values = values
    }
  }

  /// The scenarios: one, or the points of a sweep.
  public let scenarios: [ResolvedScenario]
  /// The axes on which they differ.
  public let axes: [Axis]
  /// The target, the same in every scenario.
  public let target: Target

  /// One scenario.
  ///
  /// - Parameters:
  ///   - scenario: what is run.
  ///   - target: a target whose years lie within the horizon.
  public init(_ scenario: ResolvedScenario, target: Target) {
    self.init([scenario], axes: [], target: target)
  }

  /// The points of a sweep: scenarios of one district, horizon and ensemble.
  ///
  /// - Parameters:
  ///   - scenarios: at least one.
  ///   - axes: with a value for each scenario.
  ///   - target: a target whose years lie within the horizon.
  public init(_ scenarios: [ResolvedScenario], axes: [Axis], target: Target) {
    precondition(!scenarios.isEmpty && axes.allSatisfy { $0.values.count == scenarios.count })
    self.scenarios = scenarios
    self.axes = axes
    self.target = target
  }

  /// Members of a sample.
  public var members: Int { scenarios[0].ensemble.members }

  /// The same with other draws: the next seed.
  var withNextSeed: SampleSubject {
    let others = scenarios.map { scenario in
      var other = scenario
      // Seeds are at most Int.max, so that the next one exists.
      other.ensemble.seed += 1
      return other
    }
    return SampleSubject(others, axes: axes, target: target)
  }

  /// The scenario each member runs: the stratum of a Latin hypercube's draw of its own name.
  ///
  /// - Throws: `SamplerError` when the number of members is out of range.
  func deal() throws -> [Int] {
    guard scenarios.count > 1 else { return Array(repeating: 0, count: members) }
    let sampler = try Sampler(
      kind: .latinHypercube, seed: scenarios[0].ensemble.seed, members: members,
      dimensions: [SampleDimension(name: DrawName("point of a sweep"), sobolDimension: 1)])
    return sampler.uniforms(dimension: 0).map { Int($0 * Double(scenarios.count)) }
  }
}
