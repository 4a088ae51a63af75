import District
import Sampling

/// The distribution of one parameter in a scenario.
package struct ResolvedParameter {
  /// Id.
  package let id: String
  /// The distribution in the scenario.
  package let distribution: Distribution
  /// True when the scenario sets it.
  package let isWritten: Bool
}

extension ScenarioResolver {
  /// `parameters`: a distribution for each of the district's parameters, in their order.
  mutating func resolveParameters() -> [ResolvedParameter] {
    let section = tree["parameters"]?.value
    return district.parameters.map { parameter in
      let record = record(of: parameter.id, in: "uncertain_parameters.csv")
      guard let entry = section?[parameter.id], isSound(entry.value), let distribution = distribution(entry, parameter)
      else {
        if listsValues { listDistrictValue("parameters.\(parameter.id)", parameter.distribution.text, record) }
        return ResolvedParameter(id: parameter.id, distribution: parameter.distribution, isWritten: false)
      }
      if listsValues {
        let own = "\(parameter.distribution.text) (\(origin(of: record)))"
        list("parameters.\(parameter.id)", distribution.text, entry, under: own)
      }
      if distribution == parameter.distribution {
        warn(
          at: entry.place, "`parameters.\(parameter.id)` is what the district already says; the line changes nothing")
      }
      return ResolvedParameter(id: parameter.id, distribution: distribution, isWritten: true)
    }
  }

  private mutating func distribution(_ entry: YAMLTree.Entry, _ parameter: UncertainParameter) -> Distribution? {
    guard let distribution = Distribution(entry.value) else { return nil }
    let path = "`parameters.\(parameter.id)`"
    if let problem = problem(with: distribution, for: parameter) {
      let place = entry.value.entries.first?.value.place ?? entry.value.place
      fail(at: place, "\(path): found \(distribution.text): \(problem)")
      return nil
    }
    let (low, high) = parameter.distribution.reach
    let (newLow, newHigh) = distribution.reach
    if newLow < low - 1e-12 || newHigh > high + 1e-12 {
      warn(
        at: entry.value.place,
        "\(path): \(distribution.text) reaches outside the district's range, "
          + "\(YAMLText.number(low)) to \(YAMLText.number(high))")
    }
    return distribution
  }

  /// Why the equations cannot work with the distribution, or nil.
  private func problem(with distribution: Distribution, for parameter: UncertainParameter) -> String? {
    do {
      try distribution.validate()
    } catch {
      return "\(error)"
    }
    return original.form(of: parameter)?.problem(with: distribution)
  }
}

extension Distribution {
  /// The distribution written as a number or as a map of one key.
  fileprivate init?(_ tree: YAMLTree) {
    if let value = tree.number {
      self = .fixed(value: value)
      return
    }
    guard let entry = tree.entries.first, case .list(let items) = entry.value.content else { return nil }
    let numbers = items.compactMap(\.number)
    switch (entry.key, numbers.count) {
    case ("pert", 3): self = .pert(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("triangular", 3): self = .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("normal", 2): self = .normal(mean: numbers[0], standardDeviation: numbers[1])
    case ("uniform", 2): self = .uniform(low: numbers[0], high: numbers[1])
    default: return nil
    }
  }

  /// The distribution as it is written in a scenario file.
  package var text: String {
    func list(_ numbers: Double...) -> String { "[" + numbers.map(YAMLText.number).joined(separator: ", ") + "]" }
    return switch self {
    case .pert(let low, let mode, let high): "{pert: \(list(low, mode, high))}"
    case .triangular(let low, let mode, let high): "{triangular: \(list(low, mode, high))}"
    case .normal(let mean, let deviation): "{normal: \(list(mean, deviation))}"
    case .uniform(let low, let high): "{uniform: \(list(low, high))}"
    case .fixed(let value): YAMLText.number(value)
    }
  }

  /// The ends of the distribution; four standard deviations either side for a normal one.
  fileprivate var reach: (Double, Double) {
    if case .normal(let mean, let deviation) = self { return (mean - 4 * deviation, mean + 4 * deviation) }
    return (support.low, support.high)
  }
}
