import District
import Sampling

/// Resolves one scenario against its district: every part checked, every fault collected.
///
/// The parts stand in files of their own (`ResolvingFunding`, `ResolvingParameters` …), each an extension that fills
/// its share of the result and adds to `messages`.
package struct ScenarioResolver {
  let scenario: Scenario
  let tree: YAMLTree
  let overrides: ScenarioOverrides
  let library: ScenarioLibrary
  var district: District
  /// The district as its folder says, before constants are overridden.
  let original: District
  var messages: [Diagnostic]
  private let faulty: Set<Place>

  /// Where the numbers a scenario can replace come from, by `<file>.<id>`.
  let records: [String: InputRecord]
  /// The last year the plan named has rows for; nil without a plan.
  var lastPlannedYear: Int?
  /// Lists every value with its origin while the parts are resolved, where that is wanted.
  var values: [ResolvedValue] = []
  /// False for one of the many points of a sweep, of which nobody asks where its values come from.
  let listsValues: Bool
  /// The last year, from the command line, the scenario, or the default.
  let horizon: Int
  /// True when the command line shortened the horizon the scenario was written for.
  let isHorizonShortened: Bool

  /// Prepares a resolution. `faults` are those of the checker: values at their places are passed over.
  package init(
    _ scenario: Scenario, tree: YAMLTree, district: District, overrides: ScenarioOverrides, library: ScenarioLibrary,
    faults: [Diagnostic], listsValues: Bool = true
  ) {
    self.listsValues = listsValues

    self.scenario = scenario
    self.tree = tree
    self.district = district
    self.original = district
    self.overrides = overrides
    self.library = library
    messages = []
    records = listsValues ? Self.records(of: district) : [:]
    faulty = Set(
      faults.filter { $0.severity == .error }.compactMap { fault in
        guard let line = fault.line, let column = fault.column else { return nil }
        return Place(file: fault.file, line: line, column: column)
      })
    let span = ScenarioKeys.firstYear...ScenarioKeys.lastYear
    let written = (tree["horizon"]?.value.integer).flatMap { span.contains($0) ? $0 : nil }
    let own = written ?? ScenarioKeys.defaultHorizon
    horizon = overrides.horizon.map { min(max($0, span.lowerBound), span.upperBound) } ?? own
    isHorizonShortened = horizon < own
  }

  private static func records(of district: District) -> [String: InputRecord] {
    var records: [String: InputRecord] = [:]
    let listed: Set<String> = ["aggregates.csv", "uncertain_parameters.csv", "targets.csv"]
    for record in district.inputs where listed.contains(record.file) {
      let stem = String(record.file.dropLast(4)) + "."
      let rest = record.name.hasPrefix(stem) ? String(record.name.dropFirst(stem.count)) : record.name
      // Elsewhere than in aggregates.csv the last part of the name is the column.
      let column = record.file == "aggregates.csv" ? nil : rest.lastIndex(of: ".")
      let key = stem + (column.map { String(rest[..<$0]) } ?? rest)
      records[key] = records[key] ?? record
    }
    return records
  }

  /// True when no fault stands at a value or inside it.
  func isSound(_ tree: YAMLTree) -> Bool {
    if faulty.contains(tree.place) { return false }
    switch tree.content {
    case .empty, .scalar: return true
    case .list(let items): return items.allSatisfy(isSound)
    case .map(let entries): return entries.allSatisfy { !faulty.contains($0.place) && isSound($0.value) }
    }
  }

  /// The entry of a key when it has no fault.
  func sound(_ key: String, in parent: YAMLTree? = nil) -> YAMLTree.Entry? {
    guard let entry = (parent ?? tree)[key], !faulty.contains(entry.place), isSound(entry.value) else { return nil }
    return entry
  }

  mutating func fail(at place: Place, _ message: String, suggestion: String? = nil) {
    messages.append(.error(at: place, message, suggestion: suggestion))
  }

  mutating func warn(at place: Place, _ message: String) { messages.append(.warning(at: place, message)) }

  /// Something that nothing reads because it lies past the horizon: an error of the file, but a warning when it is the
  /// command line that shortened the horizon.
  mutating func noteUnread(at place: Place, _ message: String) {
    if isHorizonShortened {
      warn(at: place, message + " set on the command line; it is left out")
    } else {
      fail(at: place, message + "; nothing reads it")
    }
  }

  /// The resolved scenario, or nil when an error was met; the messages either way.
  package mutating func resolve() -> ResolvedScenario? {
    checkOverrides()
    let title = resolveTitle()
    let description = resolveDescription()
    listHead()
    let ensemble = resolveEnsemble()
    let funding = resolveFunding()
    let events = resolveEvents()
    let parameters = resolveParameters()
    resolveConstants()
    let targets = resolveTargets()
    listRules()
    guard !messages.contains(where: { $0.severity == .error }), faulty.isEmpty, let id = tree["scenario"]?.value.string,
      let title, let funding
    else { return nil }
    var result = ResolvedScenario(
      id: id, title: title, description: description, question: resolveOwnText("question"),
      reference: resolveOwnText("reference"), chain: scenario.chain, district: district, horizon: horizon,
      ensemble: ensemble, planBeforeAdjustments: funding.before, plan: funding.after,
      fundingPastHorizon: funding.pastHorizon, fundingAfterHorizon: funding.afterHorizon, events: events.map(\.event),
      parameters: parameters.map(\.distribution),
      targets: targets.all, values: values, warnings: messages, standaloneYAML: "")
    guard listsValues else { return result }
    result.standaloneYAML =
      StandaloneScenario(
        scenario: result, districtReference: districtReference, planReference: funding.reference,
        adjustments: funding.adjustments,
        parameters: parameters.filter(\.isWritten).map { ($0.id, $0.distribution) },
        constants: writtenConstants, targets: targets.written
      ).text
    return result
  }

  private mutating func checkOverrides() {
    let span = ScenarioKeys.firstYear...ScenarioKeys.lastYear
    if let horizon = overrides.horizon, !span.contains(horizon) {
      messages.append(
        Diagnostic(
          file: ScenarioOverrides.origin,
          message: "horizon: found \(horizon), expected a year from \(span.lowerBound) to \(span.upperBound)"))
    }
    if let members = overrides.members, !(1...1_000_000_000).contains(members) {
      messages.append(
        Diagnostic(
          file: ScenarioOverrides.origin,
          message: "members: found \(members), expected a whole number from 1 to 1000000000"))
    }
    if let seed = overrides.seed, seed > UInt64(Int.max) {
      messages.append(
        Diagnostic(file: ScenarioOverrides.origin, message: "seed: found \(seed), expected at most \(Int.max)"))
    }
  }

  /// The district by its id when it comes with the program, else by its whole path.
  private var districtReference: String {
    if original.location.hasPrefix("built-in") { return scenario.districtName }
    return ScenarioPath.absolute(
      ScenarioPath.resolved(scenario.districtName, writtenIn: scenario.districtPlace?.file ?? scenario.file))
  }
}
