import Sampling
import District

extension ScenarioLibrary {
  /// The built-in districts, and folders and files of the machine.
  package static var standard: ScenarioLibrary {
    ScenarioLibrary(
      district: { _, _ in throw Diagnostic(file: "district", message: "no district reader yet") }, plan: standardPlan)
  }

  /// Reads a plan from a CSV file.
  static func standardPlan(_ file: String, _ district: District) throws -> FundingPlan {
    throw Diagnostic(file: file, message: "no plan reader yet")
  }
}

extension ScenarioResolver {
  /// Why a distribution does not suit a parameter, or nil.
  func problem(of distribution: Distribution, for parameter: UncertainParameter) -> String? { nil }
}
