import ArgumentParser

/// `hsb district`.
struct DistrictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "district", abstract: "Look at the numbers of a district, check them, or start another district.",
    discussion: """
      EXAMPLES
        hsb district show
        hsb district sources --status assumed
        hsb district export my-district
        hsb district check my-district
      """,
    subcommands: [
      DistrictShowCommand.self, DistrictSourcesCommand.self, DistrictCheckCommand.self, DistrictExportCommand.self,
    ])
}
