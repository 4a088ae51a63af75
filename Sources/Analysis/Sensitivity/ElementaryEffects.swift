/// Elementary effects of one input on one output: Morris (1991), with the mean of absolute values of Campolongo,
/// Cariboni and Saltelli (2007).
///
/// An elementary effect is the change of the output over the change of the input, the input measured on 0...1 by its
/// cumulative probability.
public struct ElementaryEffects: Sendable, Equatable {
  private var count = 0.0
  private var sum = 0.0
  private var magnitudes = 0.0
  private var squares = 0.0

  /// No effects yet.
  public init() {}

  /// Adds an effect.
  public mutating func add(_ effect: Double) {
    add(count: 1, sum: effect, magnitudes: effect.magnitude, squares: effect * effect)
  }

  /// Adds the sums of several.
  mutating func add(count: Double, sum: Double, magnitudes: Double, squares: Double) {
    self.count += count
    self.sum += sum
    self.magnitudes += magnitudes
    self.squares += squares
  }

  /// Adds those of another part of the sample.
  mutating func merge(_ other: ElementaryEffects) {
    add(count: other.count, sum: other.sum, magnitudes: other.magnitudes, squares: other.squares)
  }

  /// True without effects.
  var isEmpty: Bool { count == 0 }
  /// mu: the mean effect.
  public var mean: Double { sum / count }
  /// mu*: the mean of the absolute effects, by which inputs are ranked.
  public var meanMagnitude: Double { magnitudes / count }
  /// sigma: standard deviation of the effects (divisor n - 1); large against mu* where the input acts together with others or not in a straight line.
  public var standardDeviation: Double {
    count > 1 ? max(0, (squares - sum * sum / count) / (count - 1)).squareRoot() : 0
  }
}
