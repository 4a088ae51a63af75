import ArgumentParser
import District
import Reporting

/// `hsb report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page about finished results, for leaders and their analysts.",
    discussion: """
      Reads folders that `hsb run` wrote and writes one HTML file that needs nothing else: no network, no scripts. It \
      says in plain words which commitments are met, with what probability and at what cost, and holds charts, the \
      projects, the money, every input with its status, the method, and how to get the same numbers again. The first \
      folder is the subject; further ones are compared with it. Folders of `hsb attribute`, \
      `hsb sensitivity` and `hsb optimize` among them add their pictures.

      EXAMPLES
        hsb report results/baseline --output report.html
        hsb report results/baseline results/funding-cut results/no-funding --output report.html
        hsb report results/baseline results/attribution --output report.html
        hsb report results/baseline --lang en --output report.en.html
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; - for the standard output.", valueName: "file"))
  var output: String

  @Option(help: "Language of the page.")
  var lang = Language.zh

  func run() throws {
    try Failure.reporting {
      if output != "-" { try OutputPath(output).check() }
      let found = try ReportedFolders(folders)
      let page = try RunPage(found.runs, analyses: found.analyses, language: lang).html()
      if output == "-" { Console.output(page) } else { try OutputPath(output).write(Array(page.utf8)) }
    }
  }
}
