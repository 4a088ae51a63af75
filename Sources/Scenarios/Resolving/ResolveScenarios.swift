import District

/// The outcome of reading and resolving several scenario files: all of it, whatever failed.
public struct ScenarioReadings: Sendable {
  /// The scenarios that have no error, in the order of the files.
  public var scenarios: [ResolvedScenario] = []
  /// Every message about the files, warnings of sound scenarios included, each once.
  public var diagnostics = Diagnostics()
  /// Files that could not be opened.
  public var inaccessible: [FileAccessError] = []

  /// True when every file gave a scenario.
  public var areSound: Bool { inaccessible.isEmpty && !diagnostics.hasErrors }
}

/// Reads and resolves scenario files, reporting every fault of all of them in one pass.
public func readScenarios(files: [String], overrides: ScenarioOverrides = ScenarioOverrides()) -> ScenarioReadings {
  readScenarios(files: files, overrides: overrides, library: .standard)
}

/// Reads and resolves scenario files: throws `FileAccessError` when one cannot be opened and the others are sound,
/// else `Diagnostics` with every message when one has an error.
public func resolveScenarios(files: [String], overrides: ScenarioOverrides = ScenarioOverrides()) throws
  -> [ResolvedScenario]
{
  let readings = readScenarios(files: files, overrides: overrides)
  if readings.diagnostics.hasErrors { throw readings.diagnostics }
  if let error = readings.inaccessible.first { throw error }
  return readings.scenarios
}

/// Resolves a scenario that stands in a text, such as the one in a manifest: throws `Diagnostics` when it has an error.
///
/// - Parameters:
///   - text: the scenario as `standaloneYAML` writes it.
///   - file: the name of its file in messages; relative paths start from its folder.
public func resolveScenario(standalone text: String, file: String) throws -> ResolvedScenario {
  let (resolved, messages) = Scenario(standalone: text, file: file).resolve(
    overrides: ScenarioOverrides(), library: .standard)
  guard let resolved else { throw Diagnostics(messages) }
  return resolved
}

/// Reads a sweep file and resolves every point of it; the sweep is nil when a message is an error.
///
/// Throws `FileAccessError` when the file cannot be opened.
public func readSweep(file: String, overrides: ScenarioOverrides = ScenarioOverrides()) throws -> (
  sweep: Sweep?, diagnostics: Diagnostics
) {
  try readSweep(file: file, overrides: overrides, library: .standard)
}

/// The same with a library of districts and plans.
package func readSweep(file: String, overrides: ScenarioOverrides, library: ScenarioLibrary) throws -> (
  sweep: Sweep?, diagnostics: Diagnostics
) {
  let scenario = try Scenario(file: file)
  guard scenario.isSweep else {
    var (_, messages) = scenario.resolve(overrides: overrides, library: library)
    if !messages.contains(where: { $0.severity == .error }) {
      messages.append(
        Diagnostic(
          file: file, line: 1, column: 1,
          message: "the file has no `sweep`; run it with `hsb run`, or give it axes"))
    }
    return (nil, Diagnostics(messages))
  }
  var reader = SweepReader(scenario, overrides: overrides, library: library)
  let sweep = reader.read()
  return (sweep, Diagnostics(reader.messages.inFileOrder(scenario.chain)))
}

/// The same with a library of districts and plans.
package func readScenarios(files: [String], overrides: ScenarioOverrides, library: ScenarioLibrary) -> ScenarioReadings
{
  var readings = ScenarioReadings()
  var ids: [String: Place] = [:]
  for file in files {
    do {
      let scenario = try Scenario(file: file)
      let (resolved, messages) = scenario.resolve(overrides: overrides, library: library)
      readings.diagnostics.messages += messages.filter { !readings.diagnostics.messages.contains($0) }
      if let resolved { readings.scenarios.append(resolved) }
      guard let value = scenario.tree?["scenario"]?.value, let id = value.string else { continue }
      if let first = ids[id] {
        readings.diagnostics.messages.append(
          .error(at: value.place, "the scenario id '\(clipped(id))' is used twice; first in \(first.origin)"))
      } else {
        ids[id] = value.place
      }
    } catch let error as FileAccessError {
      readings.inaccessible.append(error)
    } catch {
      readings.diagnostics.messages.append(Diagnostic(file: file, message: "\(error)"))
    }
  }
  return readings
}

extension Scenario {
  /// Resolves against a district given; throws `Diagnostics` with every message when one is an error.
  public func resolve(against district: District, overrides: ScenarioOverrides = ScenarioOverrides()) throws
    -> ResolvedScenario
  {
    let library = ScenarioLibrary(
      district: { _, _ in district }, plan: { try FundingPlan.read(file: $0, district: $1).plan })
    let (resolved, messages) = resolve(overrides: overrides, library: library)
    guard let resolved else { throw Diagnostics(messages) }
    return resolved
  }

  /// Resolves with a library; the scenario is nil when a message is an error.
  ///
  /// - Parameters:
  ///   - overrides: what the command line sets.
  ///   - library: where districts and plans come from.
  ///   - pointNames: the names of the district, for one of many points of a sweep: its values and its file are not
  ///     written out. Nil for a scenario by itself.
  package func resolve(
    overrides: ScenarioOverrides, library: ScenarioLibrary, pointNames: ScenarioNames? = nil
  ) -> (ResolvedScenario?, [Diagnostic]) {
    var all = messages
    if let sweep = misplacedSweep {
      all.append(sweep)
      return (nil, all.inFileOrder(chain))
    }
    let district = namedDistrict(library, &all)
    let names = pointNames ?? district.map(ScenarioNames.init)
    for link in links.links {
      var checker = TreeChecker(names: names, hasParent: link.tree["extends"] != nil)
      checker.check(link.tree, .section(ScenarioKeys.file), path: "")
      all += checker.faults
    }
    guard let district, let tree, case .map = tree.content, links.isWhole else { return (nil, all.inFileOrder(chain)) }
    var resolver = ScenarioResolver(
      self, tree: tree, district: district, overrides: overrides, library: library, faults: all,
      listsValues: pointNames == nil)
    var resolved = resolver.resolve()
    all = (all + resolver.messages).inFileOrder(chain)
    if all.contains(where: { $0.severity == .error }) { resolved = nil }
    resolved?.warnings = all
    return (resolved, all)
  }

  /// The message about a `sweep` where one scenario is expected.
  private var misplacedSweep: Diagnostic? {
    for (index, link) in links.links.enumerated() {
      guard let entry = link.tree["sweep"] else { continue }
      return .error(
        at: entry.place,
        index == 0
          ? "`sweep`: the file holds many scenarios; run it with `hsb sweep`"
          : "`sweep`: no file can extend a sweep; put what both share into a file of its own")
    }
    return nil
  }

  /// The district the scenario names.
  package func district(in library: ScenarioLibrary) throws -> District {
    if let place = districtPlace, !District.builtInNames.contains(districtName),
      let refusal = ScenarioPath.refusal(of: districtName, writtenIn: place.file)
    {
      throw Diagnostics([Diagnostic(file: districtName, message: refusal)])
    }
    return try library.district(districtName, relativeTo: districtFolder)
  }

  private func namedDistrict(_ library: ScenarioLibrary, _ messages: inout [Diagnostic]) -> District? {
    let place = districtPlace ?? Place(file: file, line: 1, column: 1)
    do {
      return try district(in: library)
    } catch let error as FileAccessError {
      messages.append(
        .error(at: place, "`district`: '\(clipped(districtName))': \(error.path) cannot be read: \(error.reason)"))
    } catch let error as Diagnostics {
      // That there is no such district belongs to the line that names it; faults of its files stay with the files.
      messages += error.messages.map { message in
        guard message.line == nil, message.file == districtName else { return message }
        return .error(at: place, "`district`: \(message.message)", suggestion: message.suggestion)
      }
    } catch {
      messages.append(.error(at: place, "`district`: \(error)"))
    }
    return nil
  }
}

extension [Diagnostic] {
  /// By file in the order of the chain, then by line and column.
  ///
  /// At most a hundred, and a last one that says how many more there are.
  fileprivate func inFileOrder(_ chain: [String]) -> [Diagnostic] {
    let rank = Dictionary(chain.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ message: Diagnostic) -> (Int, Int, Int) {
      (rank[message.file] ?? chain.count, message.line ?? 0, message.column ?? 0)
    }
    let sorted = enumerated().sorted {
      key($0.element) == key($1.element) ? $0.offset < $1.offset : key($0.element) < key($1.element)
    }
    .map(\.element)
    let rest = sorted.dropFirst(100)
    guard !rest.isEmpty else { return sorted }
    let severity: Diagnostic.Severity = rest.contains { $0.severity == .error } ? .error : .warning
    return sorted.prefix(100) + [Diagnostic(severity, file: chain[0], message: "and \(rest.count) messages more")]
  }
}
