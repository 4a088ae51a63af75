import ArgumentParser
import District
import Reporting

/// `hsb district check`.
struct DistrictCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read a district folder and report everything that is wrong with it.",
    discussion: """
      Checked are the form of every file, names, ranges, and whether the numbers agree: the balance of the base year, \
      shares, the plan within named projects and sources, the correlations, the productivity of the input \
      coefficients.
      """)

  @Argument(help: ArgumentHelp("A district folder.", valueName: "folder"))
  var folder: String

  @Option(help: "Language of the counts. (default: the terminal's)")
  var lang: Language?

  func run() throws {
    try Failure.reporting {
      let district = try District.read(folder: folder)
      Console.output("\(DisplayWidth.printable(folder)): valid: '\(district.id)'\n\n")
      Console.output(InputListing(district.inputs, language: Console.language(lang)).counts)
    }
  }
}
