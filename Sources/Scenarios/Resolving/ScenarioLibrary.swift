import District

/// Where scenarios get their districts and plans from; a district named twice is read once.
package final class ScenarioLibrary {
  private let readDistrict: (_ nameOrPath: String, _ folder: String) throws -> District
  private let readPlan: (_ file: String, _ district: District) throws -> FundingPlan
  /// True when a scenario that is written out names its plan as its file did, because it will lie beside it; otherwise by
  /// an absolute path.
  let keepsPlanNames: Bool
  private var districts: [String: Result<District, any Error>] = [:]

  /// A library over the two readers.
  package init(
    district: @escaping (_ nameOrPath: String, _ folder: String) throws -> District,
    plan: @escaping (String, District) throws -> FundingPlan, keepsPlanNames: Bool = false
  ) {
    readDistrict = district
    readPlan = plan
    self.keepsPlanNames = keepsPlanNames
  }

  /// The district of a built-in id, or of a path relative to a folder.
  package func district(_ nameOrPath: String, relativeTo folder: String) throws -> District {
    let key = "\(nameOrPath)\0\(folder)"
    if let known = districts[key] { return try known.get() }
    let result = Result { try readDistrict(nameOrPath, folder) }
    districts[key] = result
    return try result.get()
  }

  /// The plan of a CSV file.
  package func plan(_ file: String, _ district: District) throws -> FundingPlan { try readPlan(file, district) }
}
