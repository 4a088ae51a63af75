/// What one replicate found: sums by outcome (and by input or parameter), values taken about the pivots.
struct SensitivitySums: Sendable {
  /// Members.
  var count = 0.0
  /// Sums behind the Sobol' indices.
  var sobol: [SobolSums]
  /// Sums of the outcome with a parameter at its low and at its high end.
  var low: [[Double]]
  var high: [[Double]]
  /// Elementary effects.
  var effects: [[ElementaryEffects]]

  init(outcomes: Int, inputs: Int, parameters: Int) {
    sobol = Array(repeating: SobolSums(inputs: inputs), count: outcomes)
    low = Array(repeating: Array(repeating: 0, count: parameters), count: outcomes)
    high = low
    effects = Array(repeating: Array(repeating: ElementaryEffects(), count: parameters), count: outcomes)
  }
}
