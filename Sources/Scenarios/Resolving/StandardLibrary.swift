import District
import Sampling

extension ScenarioLibrary {
  /// The built-in districts, and folders and files of the machine.
  package static var standard: ScenarioLibrary {
    ScenarioLibrary(district: { try District.named($0, relativeTo: $1) }, plan: standardPlan)
  }

  /// Reads a plan from a CSV file.
  static func standardPlan(_ file: String, _ district: District) throws -> FundingPlan {
    try FundingPlan.read(file: file, district: district).plan
  }
}

extension ScenarioResolver {
  /// Why a distribution does not suit a parameter, or nil.
  func problem(of distribution: Distribution, for parameter: UncertainParameter) -> String? {
    district.form(of: parameter)?.problem(with: distribution)
  }
}
