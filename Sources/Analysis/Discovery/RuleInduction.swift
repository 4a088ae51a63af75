/// Patient rule induction (PRIM): boxes in which cases of interest are dense.
///
/// J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999) 123-143;
/// as used for scenario discovery by B. P. Bryant and R. J. Lempert, Technological Forecasting and Social Change 77
/// (2010) 34-49. Peeling, pasting, the lenient objective (gain in density over members lost), quantiles and tie-breaking
/// are those of the EMA workbench (J. H. Kwakkel, Environmental Modelling & Software 96 (2017) 239-250), so that equal
/// samples give equal boxes to the last bit.
///
/// Each parameter keeps its members in ascending order from the start; a peel only takes some out. A trajectory so
/// costs parameters x members / peel share instead of a sort of every parameter at every step.
public struct RuleInduction {
  /// Values: [parameter][member].
  let values: [[Double]]
  /// True for members of interest.
  let isCase: [Bool]
  /// Settings.
  let settings: InductionSettings
  /// Smallest value of every parameter.
  let smallest: [Double]
  /// Largest value of every parameter.
  let largest: [Double]
  /// Members not in a box found earlier.
  private(set) var remaining: [Bool]
  /// Members in ascending order of each parameter.
  private let ascending: [[Int32]]
  private let caseCount: Int

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - values: [parameter][member], finite, at least one parameter and one member.
  ///   - isCase: true for members of interest.
  ///   - settings: shares peeled and pasted, smallest mass.
  public init(values: [[Double]], isCase: [Bool], settings: InductionSettings = InductionSettings()) {
    precondition(!values.isEmpty && !isCase.isEmpty && values.allSatisfy { $0.count == isCase.count })
    self.values = values
    self.isCase = isCase
    self.settings = settings
    smallest = values.map { $0.min()! }
    largest = values.map { $0.max()! }
    remaining = Array(repeating: true, count: isCase.count)
    caseCount = isCase.count { $0 }
    ascending = values.map { column in
      column.indices.map { Int32($0) }.sorted { column[Int($0)] < column[Int($1)] }
    }
  }

  /// Finds the next trajectory: the box without limits, boxes peeled from it, boxes pasted.
  ///
  /// The members of `chosen`, a box of an earlier trajectory, are left out from then on (the covering of Friedman and
  /// Fisher).
  public mutating func trajectory(without chosen: InductionBox? = nil) -> [InductionBox] {
    if let chosen {
      for member in isCase.indices where chosen.contains(values, member: member) { remaining[member] = false }
    }
    guard remaining.contains(true) else { return [] }
    var boxes = [box(.start, smallest, largest)]
    var peeler = Peeler(self, ascending.map { $0.filter { remaining[Int($0)] } })
    while let limits = peeler.peel() { boxes.append(box(.peel, limits.lower, limits.upper)) }
    while let limits = paste(boxes.last!) { boxes.append(box(.paste, limits.lower, limits.upper)) }
    return boxes
  }

  /// Members and cases within limits on some parameters, and the members just outside each limit, of those remaining.
  func surroundings(_ lower: [Double], _ upper: [Double], _ parameters: [Int]) -> BoxSurroundings {
    BoxSurroundings(self, lower, upper, parameters)
  }

  /// Parameters on which limits differ from the whole sample's.
  func restricted(_ lower: [Double], _ upper: [Double]) -> [Int] {
    values.indices.filter { lower[$0] != smallest[$0] || upper[$0] != largest[$0] }
  }

  /// A box without the limits on parameters that the data do not support: the parameter with the largest quasi-p-value
  /// goes first, and the others are tested anew, until all are at most the level (Bryant and Lempert 2010, step 3).
  func supported(_ box: InductionBox, level: Double) -> InductionBox {
    var current = box
    while let weakest = current.restrictions.max(by: { $0.quasiP < $1.quasiP }), weakest.quasiP > level {
      current = self.box(
        .drop, replacing(current.lower, weakest.parameter, smallest[weakest.parameter]),
        replacing(current.upper, weakest.parameter, largest[weakest.parameter]))
    }
    return current
  }

  private func box(_ phase: InductionBox.Phase, _ lower: [Double], _ upper: [Double]) -> InductionBox {
    let parameters = restricted(lower, upper)
    let around = surroundings(lower, upper, parameters)
    let (members, cases) = (around.members, around.cases)
    let restrictions = parameters.enumerated().map { place, parameter in
      InductionBox.Restriction(
        parameter: parameter,
        lowerQuasiP: lower[parameter] == smallest[parameter] ? nil : quasiP(around, around.below[place]),
        upperQuasiP: upper[parameter] == largest[parameter] ? nil : quasiP(around, around.above[place]))
    }
    return InductionBox(
      phase: phase, lower: lower, upper: upper, restrictions: restrictions, members: members, cases: cases,
      coverage: caseCount == 0 ? 0 : Double(cases) / Double(caseCount),
      density: members == 0 ? 0 : Double(cases) / Double(members), mass: Double(members) / Double(isCase.count))
  }

  /// The probability that a box as dense as this one comes about by chance when one limit is dropped: a one-sided
  /// binomial test with the density of the wider box (Bryant and Lempert 2010).
  private func quasiP(_ box: BoxSurroundings, _ outside: [Int32]) -> Double {
    let cases = box.cases + outside.count { isCase[Int($0)] }
    return BinomialTail.atLeast(
      box.cases, of: box.members, probability: Double(cases) / Double(box.members + outside.count))
  }

  private func replacing(_ limits: [Double], _ parameter: Int, _ value: Double) -> [Double] {
    var limits = limits
    limits[parameter] = value
    return limits
  }
}
