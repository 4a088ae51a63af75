import District

/// Limits on how money may be divided, as an analyst wrote them: ratios to the plan, and amounts in nominal 亿元 over all
/// years that stand in their place.
public struct AllocationLimits: Sendable, Equatable {
  /// Least and most money of a project over its planned money.
  public private(set) var projectRange = 0.5...1.5
  /// Most money of a source over its planned money.
  public private(set) var sourceCeiling = 1.0
  /// Most money of a year over its planned money.
  public private(set) var yearCeiling = 1.25
  /// Most money of a project in one year over what it can absorb: mean absorption times planned cost.
  public private(set) var absorption = 1.0
  /// Least money by index of the project.
  public private(set) var projectMinimum: [Int: Double] = [:]
  /// Most money by index of the project.
  public private(set) var projectMaximum: [Int: Double] = [:]
  /// Most money in any one year by index of the project.
  public private(set) var projectYearly: [Int: Double] = [:]
  /// Most money by index of the source.
  public private(set) var sourceMaximum: [Int: Double] = [:]
  /// Projects a source may pay for, by index of the source.
  public private(set) var payees: [Int: Set<Int>] = [:]
  /// Most money by calendar year.
  public private(set) var yearMaximum: [Int: Double] = [:]

  /// The limits that hold when nothing is written.
  public init() {}

  /// Reads a limits file: unknown keys and names, numbers out of range and contradictions are errors.
  ///
  /// - Parameters:
  ///   - file: the file as the user named it.
  ///   - district: whose names are valid.
  ///   - horizon: years past it are an error.
  /// - Throws: `FileAccessError` when it cannot be opened, `Diagnostics` when it has an error.
  public init(file: String, district: District, horizon: Int) throws {
    let text: String
    do { text = try ScenarioText.read(path: file) } catch let error as Diagnostic { throw Diagnostics([error]) }
    try self.init(text: text, file: file, district: district, horizon: horizon)
  }

  /// The same from the text of the file.
  ///
  /// - Throws: `Diagnostics` when it has an error.
  package init(text: String, file: String, district: District, horizon: Int) throws {
    let (tree, messages) = try YAMLComposer.compose(
      text, file: file, expecting: "limits of an allocation, a map of keys such as `projects`")
    guard case .map = tree.content else {
      throw Diagnostics(
        messages + [.error(at: tree.place, "found \(tree.shown), expected a map of keys such as `projects`")])
    }
    var checker = TreeChecker(names: ScenarioNames(district), hasParent: false)
    checker.check(tree, .section(AllocationKeys.file), path: "")
    var faults = messages + checker.faults
    guard !faults.contains(where: { $0.severity == .error }) else { throw Diagnostics(faults).shortened() }
    readRatios(tree, &faults)
    readProjects(tree, district, &faults)
    readSources(tree, district)
    readYears(tree, horizon: horizon, &faults)
    if faults.contains(where: { $0.severity == .error }) { throw Diagnostics(faults).shortened() }
  }

  private mutating func readRatios(_ tree: YAMLTree, _ faults: inout [Diagnostic]) {
    if let entry = tree["project_range"] {
      let ends = entry.value.items.compactMap(\.number)
      if ends[0] <= ends[1] {
        projectRange = ends[0]...ends[1]
      } else {
        faults.append(
          .error(
            at: entry.value.place,
            "`project_range`: the least, \(YAMLText.number(ends[0])), is above the most, \(YAMLText.number(ends[1]))"))
      }
    }
    sourceCeiling = tree["source_ceiling"]?.value.number ?? sourceCeiling
    yearCeiling = tree["year_ceiling"]?.value.number ?? yearCeiling
    absorption = tree["absorption"]?.value.number ?? absorption
  }

  private mutating func readProjects(_ tree: YAMLTree, _ district: District, _ faults: inout [Diagnostic]) {
    for entry in tree["projects"]?.value.entries ?? [] {
      guard let index = district.projects.firstIndex(where: { $0.id == entry.key }) else { continue }
      projectMinimum[index] = entry.value["minimum"]?.value.number
      projectMaximum[index] = entry.value["maximum"]?.value.number
      projectYearly[index] = entry.value["yearly"]?.value.number
      if let least = entry.value["minimum"], let minimum = projectMinimum[index], let most = projectMaximum[index],
        minimum > most
      {
        faults.append(
          .error(
            at: least.value.place,
            "`projects.\(entry.key)`: the minimum \(YAMLText.number(minimum)) is above the maximum "
              + YAMLText.number(most)))
      }
      if let least = entry.value["minimum"], district.projects[index].plannedCost <= 0, (projectMinimum[index] ?? 0) > 0
      {
        faults.append(
          .error(
            at: least.value.place,
            "`projects.\(entry.key)`: a minimum for a project whose planned cost is 0; expected 0"))
      }
    }
  }

  private mutating func readSources(_ tree: YAMLTree, _ district: District) {
    for entry in tree["sources"]?.value.entries ?? [] {
      guard let index = district.sources.firstIndex(where: { $0.id == entry.key }) else { continue }
      sourceMaximum[index] = entry.value["maximum"]?.value.number
      guard let pays = entry.value["pays"]?.value else { continue }
      payees[index] = Set(pays.items.compactMap { item in district.projects.firstIndex { $0.id == item.string } })
    }
  }

  private mutating func readYears(_ tree: YAMLTree, horizon: Int, _ faults: inout [Diagnostic]) {
    for item in tree["years"]?.value.items ?? [] {
      guard let entry = item["year"], let year = entry.value.integer, let maximum = item["maximum"]?.value.number else {
        continue
      }
      if yearMaximum[year] != nil {
        faults.append(.error(at: entry.value.place, "`years`: the year \(year) is written twice"))
      } else if year > horizon {
        faults.append(.error(at: entry.value.place, "`years`: \(year) lies past the horizon \(horizon)"))
      }
      yearMaximum[year] = maximum
    }
  }
}
