import ArgumentParser
import Reporting

/// `hsb district show`.
struct DistrictShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List sectors, projects, funding sources, pillars and commitments.",
    discussion: "Every number stands beside its status: sourced, derived, recalled or assumed.")

  @OptionGroup var option: DistrictOption

  func run() throws {
    try Failure.reporting {
      Console.output(DistrictListing(try option.read(), language: option.language).text)
    }
  }
}
