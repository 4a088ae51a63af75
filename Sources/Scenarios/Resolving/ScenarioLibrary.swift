import District

/// Where scenarios get their districts and plans from; a district named twice is read once.
package final class ScenarioLibrary {
  private let readDistrict: (_ nameOrPath: String) throws -> District
  private let readPlan: (_ file: String, _ district: District) throws -> FundingPlan
  private var districts: [String: Result<District, any Error>] = [:]

  /// A library over the two readers.
  package init(
    district: @escaping (String) throws -> District, plan: @escaping (String, District) throws -> FundingPlan
  ) {
    readDistrict = district
    readPlan = plan
  }

  /// The district of a built-in name or a path from where the program runs.
  package func district(_ nameOrPath: String) throws -> District {
    if let known = districts[nameOrPath] { return try known.get() }
    let result = Result { try readDistrict(nameOrPath) }
    districts[nameOrPath] = result
    return try result.get()
  }

  /// The plan of a CSV file.
  package func plan(_ file: String, _ district: District) throws -> FundingPlan { try readPlan(file, district) }
}
