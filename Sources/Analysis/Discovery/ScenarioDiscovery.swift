import Projection

/// Scenario discovery: under which conditions a commitment is missed (or met), found on one sample and checked on another.
public struct ScenarioDiscovery: Sendable {
  /// Which members are of interest.
  public enum Interest: String, CaseIterable, Sendable {
    /// Those that miss the target.
    case missed
    /// Those that meet it.
    case met
  }

  /// Coverage and density of a box with their Monte Carlo errors.
  public struct Measure: Sendable, Equatable {
    /// Share of the cases that lie in the box; nil when there are no cases.
    public let coverage: Double?
    /// Share of the members in the box that are cases; nil when it is empty.
    public let density: Double?
    /// Standard error of the coverage, from the independent randomisations; nil when one of them knows no share.
    public let coverageError: Double?
    /// Standard error of the density, likewise.
    public let densityError: Double?
  }

  /// The quasi-p-value above which a limit is not reported to people.
  public static let level = 0.05

  /// A trajectory and the box chosen of it.
  public struct Finding: Sendable {
    /// The boxes, in the order they came; when limits were dropped from one of them to get the chosen box, that box last.
    public let trajectory: [InductionBox]
    /// Position of the chosen box.
    public let chosen: Int
    /// True when it is as dense as was asked.
    public let isDenseEnough: Bool
    /// Every box on the sample it was found on.
    public let measures: [Measure]
    /// The chosen box on members drawn afresh.
    public let fresh: Measure?

    /// The chosen box.
    public var box: InductionBox { trajectory[chosen] }
  }

  /// The sample.
  public let sample: MemberSample
  /// Members of interest.
  public let interest: Interest
  /// Density a box should have.
  public let density: Double
  /// Members of interest.
  public let cases: Int
  /// One for each box asked for, as long as there are cases left.
  public let findings: [Finding]

  /// Finds boxes.
  ///
  /// Chosen is, of the boxes at least as dense as asked, the one that covers most cases, less the limits that the data
  /// do not support; when that leaves it less dense than asked, the next of the trajectory; when none is dense enough,
  /// the densest.
  ///
  /// - Parameters:
  ///   - sample: what was drawn and how far each member meets the target.
  ///   - fresh: another sample of the same scenario, on which the chosen boxes are measured again; nil for none.
  ///   - interest: which members are of interest.
  ///   - density: density a box should have, 0 to 1.
  ///   - boxes: boxes to find; each leaves out the members of those before it.
  ///   - settings: of the rule induction.
  public init(
    _ sample: MemberSample, fresh: MemberSample? = nil, interest: Interest = .missed, density: Double = 0.8,
    boxes: Int = 1, settings: InductionSettings = InductionSettings()
  ) {
    self.sample = sample
    self.interest = interest
    self.density = density
    let isCase = Self.cases(of: sample, interest)
    cases = isCase.count { $0 }
    var findings: [Finding] = []
    if cases > 0, cases < sample.members, !sample.values.isEmpty {
      var induction = RuleInduction(values: sample.values, isCase: isCase, settings: settings)
      for _ in 0..<boxes {
        let found = induction.trajectory(without: findings.last?.box)
        guard let first = found.first, first.cases > 0 else { break }
        let choice = Self.choose(of: found, induction, density: density)
        let trajectory = found + (choice.box.phase == .drop ? [choice.box] : [])
        let earlier = findings.map(\.box)
        findings.append(
          Finding(
            trajectory: trajectory, chosen: choice.box.phase == .drop ? found.count : choice.place,
            isDenseEnough: choice.box.density >= density,
            measures: trajectory.map { Self.measure($0, without: earlier, on: sample, interest) },
            fresh: fresh.map { Self.measure(choice.box, without: earlier, on: $0, interest) }))
      }
    }
    self.findings = findings
  }

  /// The box to tell people of, and the place in the trajectory it was made from.
  private static func choose(
    of trajectory: [InductionBox], _ induction: RuleInduction, density: Double
  ) -> (box: InductionBox, place: Int) {
    var best: (box: InductionBox, place: Int)?
    let dense = trajectory.indices.filter { trajectory[$0].density >= density }
      .sorted { (trajectory[$1].coverage, $0) < (trajectory[$0].coverage, $1) }
    let densest = trajectory.indices.max { trajectory[$0].density < trajectory[$1].density }!
    for place in dense.isEmpty ? [densest] : dense {
      let box = induction.supported(trajectory[place], level: level)
      if box.density >= density { return (box, place) }
      if box.density > (best?.box.density ?? -1) { best = (box, place) }
    }
    return best!
  }

  private static func cases(of sample: MemberSample, _ interest: Interest) -> [Bool] {
    interest == .met ? sample.isMet : sample.isMet.map { !$0 }
  }

  /// Coverage and density of a box less the boxes found before it, on any sample of the same parameters.
  static func measure(
    _ box: InductionBox, without earlier: [InductionBox], on sample: MemberSample, _ interest: Interest
  ) -> Measure {
    let isCase = cases(of: sample, interest)
    var within = Array(repeating: 0, count: EnsembleDraws.replicates)
    var found = within
    var all = within
    for member in isCase.indices {
      let replicate = member / EnsembleDraws.blockMembers % EnsembleDraws.replicates
      if isCase[member] { all[replicate] += 1 }
      guard box.contains(sample.values, member: member),
        !earlier.contains(where: { $0.contains(sample.values, member: member) })
      else { continue }
      within[replicate] += 1
      if isCase[member] { found[replicate] += 1 }
    }
    return Measure(
      coverage: share(found, all), density: share(found, within), coverageError: error(found, all),
      densityError: error(found, within))
  }

  private static func share(_ part: [Int], _ whole: [Int]) -> Double? {
    let total = whole.reduce(0, +)
    return total == 0 ? nil : Double(part.reduce(0, +)) / Double(total)
  }

  /// Standard error of a ratio of sums over independent replicates (the linearised form, Cochran 1977, 6.4).
  private static func error(_ part: [Int], _ whole: [Int]) -> Double? {
    guard let ratio = share(part, whole), !whole.contains(0) else { return nil }
    let count = Double(whole.count)
    let mean = Double(whole.reduce(0, +)) / count
    let squares = zip(part, whole).reduce(0.0) { sum, pair in
      let residual = Double(pair.0) - ratio * Double(pair.1)
      return sum + residual * residual
    }
    return (squares / (count * (count - 1))).squareRoot() / mean
  }
}
