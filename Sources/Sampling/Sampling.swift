/// placeholder until the sampling branch lands
public enum SamplerKind: String, CaseIterable, Sendable { case sobol, latinHypercube = "latin-hypercube", random }
public enum Distribution: Sendable, Equatable, Codable {
  case pert(low: Double, mode: Double, high: Double)
  case normal(mean: Double, standardDeviation: Double)
  case uniform(low: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case fixed(value: Double)
}
