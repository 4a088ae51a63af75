import Analysis
import District
import Projection
import Scenarios

/// What a shard is a shard of. Shards merge to the bytes of a single run when their identities are equal.
public struct ShardIdentity: Sendable, Equatable, Codable {
  /// What is cut into shards.
  public var work: ShardWork
  /// SHA-256 of what else decides the results: axes and points of a sweep, goal, budget, limits and starts of a search.
  public var task: String
  /// Version of the program.
  public var version: String
  /// Commit it was built from, or `unknown`.
  public var commit: String
  /// Id of the scenario.
  public var scenario: String
  /// SHA-256 of the scenario as resolved, in one file.
  public var scenarioDigest: String
  /// SHA-256 over the amounts of its plan, of a sweep over those of all points.
  public var plan: String
  /// SHA-256 over the files of the district.
  public var district: String
  /// Last year of the projection.
  public var horizon: Int
  /// Members of the whole run.
  public var members: Int
  /// How they are drawn.
  public var sampler: String
  /// Seed of every draw.
  public var seed: UInt64
  /// Number of shards of the run.
  public var shards: Int
  /// What the first members come to on the machine, to the last bit: `ArithmeticProbe`.
  public var arithmetic: String

  /// The identity of the shards of an experiment run here.
  ///
  /// - Parameters:
  ///   - experiment: what is run; of a sweep its first point.
  ///   - shards: number of shards.
  ///   - program: this program.
  ///   - work: what is cut into shards.
  ///   - task: what else decides the results, in words that two different tasks do not share.
  ///   - plans: the plans of all points of a sweep; nil for that of the experiment.
  /// - Throws: `LinearAlgebraError` when the model's matrices cannot be factorised.
  public init(
    _ experiment: Experiment, shards: Int, program: ProgramIdentity, work: ShardWork = .members, task: String = "",
    plans: [FundingPlan]? = nil
  ) throws {
    let scenario = experiment.scenario
    self.work = work
    self.task = SHA256.hexadecimal(of: Array(task.utf8))
    version = program.version
    commit = program.commit
    self.scenario = scenario.id
    scenarioDigest = SHA256.hexadecimal(of: Array(scenario.standaloneYAML.utf8))
    var amounts = ByteWriter()
    for plan in plans ?? [scenario.plan] { for amount in plan.amounts { amounts.bits(amount) } }
    plan = SHA256.hexadecimal(of: amounts.bytes)
    district = scenario.district.fingerprint
    horizon = scenario.horizon
    members = scenario.ensemble.members
    sampler = scenario.ensemble.sampler.rawValue
    seed = scenario.ensemble.seed
    self.shards = shards
    arithmetic = String(try ArithmeticProbe.fingerprint(experiment), radix: 16)
  }

  /// Why a shard with this identity does not belong to a run with another; nil when it does.
  public func difference(from run: ShardIdentity) -> String? {
    func differs<Value: Equatable>(_ name: String, _ path: KeyPath<ShardIdentity, Value>) -> String? {
      self[keyPath: path] == run[keyPath: path]
        ? nil : "it has \(name) \(self[keyPath: path]), the run has \(run[keyPath: path])"
    }
    if work != run.work { return "it is a shard of \(work.whole), these are of \(run.work.whole)" }
    if let words = differs("scenario", \.scenario) ?? differs("members", \.members) ?? differs("sampler", \.sampler)
      ?? differs("seed", \.seed) ?? differs("horizon", \.horizon) ?? differs("a number of shards of", \.shards)
      ?? differs("program version", \.version) ?? differs("program commit", \.commit)
    {
      return words
    }
    if district != run.district { return "its district is another: the files of the district have changed" }
    if scenarioDigest != run.scenarioDigest { return "its scenario is another: the scenario file has changed" }
    if task != run.task {
      return run.work == .points
        ? "its axes or points are others: the sweep has changed"
        : "its goal, budget, limits or starts are others: the search has changed"
    }
    if plan != run.plan { return "its plan of money is another: the file of the plan has changed" }
    if arithmetic != run.arithmetic {
      return "it was computed on a processor or with BLAS kernels that round otherwise; run it again on a machine like "
        + "this one, or all shards with a build for every machine (HSB_PORTABLE=1) and one OPENBLAS_CORETYPE"
    }
    return nil
  }
}
