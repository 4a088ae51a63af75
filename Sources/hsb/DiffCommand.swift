import ArgumentParser
import District
import Reporting

/// `hsb diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what moved between two versions of results, beyond Monte Carlo error.",
    discussion: """
      Both are folders that 'hsb run' wrote, or folders of such folders, matched by scenario. Where members, sampler and \
      seed are the same, sampling error cancels and any difference beyond rounding is reported; otherwise differences \
      of several standard errors. Added, removed and redefined indicators, targets and scenarios are reported too. \
      With --output, diff.csv holds every difference, diff_summary.csv and diff.svg the largest of each scenario and \
      indicator. docs/DIFF.md has the method.

      EXAMPLES
        hsb run scenarios/*.yaml --output before          then change the model or the district
        hsb run scenarios/*.yaml --output after
        hsb diff before after --output what-moved

      EXIT STATUS
        0 nothing moved; 1 something did; 65 a folder is not what 'hsb run' wrote; 66 a file cannot be read.
      """)

  @Argument(help: ArgumentHelp("The earlier results.", valueName: "results-old"))
  var old: String

  @Argument(help: ArgumentHelp("The later results.", valueName: "results-new"))
  var new: String

  @Option(
    help: ArgumentHelp("Share of a value and its spread that is rounding between machines.", valueName: "share"))
  var tolerance = 1e-9

  @Option(
    help: ArgumentHelp("Standard errors a difference must exceed when the draws are not the same.", valueName: "number")
  )
  var errors = 6.0

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Folder for diff.csv, diff_summary.csv and diff.svg.", valueName: "folder"))
  var output: String?

  @Option(help: "Language. (default: zh for the picture, the terminal's for the table)")
  var lang: Language?

  @Flag(name: [.short, .long], help: "Print nothing.")
  var quiet = false

  func validate() throws {
    guard tolerance >= 0, tolerance < 1 else {
      throw ValidationError("--tolerance \(tolerance): expected a share from 0 to less than 1")
    }
    guard errors >= 0, errors.isFinite else {
      throw ValidationError("--errors \(errors): expected a number of standard errors, at least 0")
    }
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  func run() throws {
    try Failure.reporting {
      let folder = output.map { OutputFolder($0) }
      try folder?.check(for: ResultsDifference.fileNames)
      let difference = ResultsDifference(
        old: try ResultSet(folder: old), new: try ResultSet(folder: new),
        limits: DifferenceLimits(tolerance: tolerance, errors: errors))
      try folder?.write(difference.files(lang ?? .zh))
      if !quiet { Console.output(DifferenceText(difference, language: Console.language(lang)).text) }
      if !difference.isEmpty { throw ExitStatus.somethingMoved }
    }
  }
}
