import District

extension ScenarioLibrary {
  /// The built-in districts, and folders and files of the machine.
  package static var standard: ScenarioLibrary {
    ScenarioLibrary(
      district: { try District.named($0, relativeTo: $1) },
      plan: { try FundingPlan.read(file: $0, district: $1).plan })
  }
}
