import Analysis

/// What is cut into shards.
public enum ShardWork: String, Sendable, Codable {
  /// A run, by its members.
  case members
  /// A sweep, by its points.
  case points
  /// An allocation search, by its starts.
  case starts

  /// The words for the whole.
  var whole: String {
    switch self {
    case .members: "a run"
    case .points: "a sweep"
    case .starts: "an allocation search"
    }
  }
}

/// The question of an allocation search, as it was asked.
public struct ShardSearch: Sendable, Equatable, Codable {
  /// Starts where no number is asked for.
  public static let usualStarts = 4
  /// Numbers of starts.
  public static let allowedStarts = 1...64
  /// Money that can be divided, nominal 亿元.
  public static let allowedBudgets = AllocationRun.smallestBudget...1e6

  /// What is maximised.
  public var maximise: String
  /// Nominal 亿元; nil for what the scenario plans.
  public var budget: Double?
  /// The limits file as it was named; nil for the usual limits.
  public var limits: String?
  /// Starts of the whole search.
  public var starts: Int

  /// Puts a question.
  public init(maximise: String, budget: Double?, limits: String?, starts: Int) {
    self.maximise = maximise
    self.budget = budget
    self.limits = limits
    self.starts = starts
  }
}
