import ArgumentParser
import District
import Reporting
import Scenarios

/// `hsb list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the scenarios of a folder: titles, money, questions, references.",
    discussion: """
      Money is what the scenario plans within its years, at current prices, after its adjustments: scenarios that ask \
      where the money goes, or when, plan as much as the baseline. Sweeps are not listed.

      EXAMPLES
        hsb list                     the library in scenarios/
        hsb list my-scenarios --lang en
      """)

  @Argument(help: ArgumentHelp("Folder of scenario files.", valueName: "folder"))
  var folder = ScenarioFiles.library

  @Option(help: "Language of titles and questions. (default: the terminal's)")
  var lang: Language?

  func run() throws {
    try Failure.reporting {
      let readings = readScenarios(
        files: try ScenarioFiles.paths(in: folder).filter { try !Scenario(file: $0).isSweep })
      // What can be read is listed whatever else the folder holds.
      Console.output(LibraryListing(readings.scenarios, language: Console.language(lang)).text)
      if !readings.areSound { try ScenarioInputs.check(readings) }
    }
  }
}
