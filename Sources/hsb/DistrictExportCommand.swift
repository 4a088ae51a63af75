import ArgumentParser
import District
import Reporting

/// `hsb district export`.
struct DistrictExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a built-in district out as a folder, to start another district from.",
    discussion: """
      Change the numbers, name the folder in a scenario (`district: my-district`), and check it with \
      'hsb district check'.

      EXAMPLES
        hsb district export my-district
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The built-in district to write.", valueName: "name"))
  var district = "hongsibao"

  func run() throws {
    try Failure.reporting {
      try District.export(builtIn: district, to: folder)
      Console.output("\(DisplayWidth.printable(folder)): written; check it with 'hsb district check'\n")
    }
  }
}
