import District

extension Lever {
  /// What a single lever is joined by when it is not enough: all the money, and how well each project is carried out.
  public static func companions(of lever: Lever, _ district: District) -> [Lever] {
    let execution = ["efficacy", "absorption"].flatMap { family in
      district.projects.map { Lever(.parameter("\(family).\($0.id)")) }
    }
    return ([Lever(.funding)] + execution).filter { $0 != lever }
  }

  /// Id and title of the scenario of a solution.
  public static func solutionName(_ scenario: ResolvedScenario) -> (id: String, title: BilingualText) {
    // An id has at most 64 characters.
    (
      "\(scenario.id.prefix(55))-solution",
      BilingualText(zh: "\(scenario.title.zh)：求解结果", en: "\(scenario.title.en): solution")
    )
  }
}

extension ResolvedScenario {
  /// The target of an id whose years lie within the horizon.
  ///
  /// - Parameters:
  ///   - id: the target's id.
  ///   - option: where the id stands, named in messages.
  /// - Throws: `Diagnostic` with the nearest valid id.
  public func target(_ id: String, option: String) throws -> Target {
    guard let target = targets.first(where: { $0.id == id }) else {
      let near = nearestName(to: id, among: targets.map(\.id))
      throw Diagnostic(
        file: option,
        message: "no target '\(clipped(id))'"
          + (near == nil ? "; expected one of " + targets.map(\.id).joined(separator: ", ") : ""), suggestion: near)
    }
    guard target.years.upperBound <= horizon else {
      throw Diagnostic(
        file: option, message: "the target '\(id)' ends in \(target.years.upperBound), past the horizon \(horizon)")
    }
    return target
  }
}

extension ScenarioVariations {
  /// The last year a scenario may have.
  public static let lastYear = ScenarioKeys.lastYear
}
