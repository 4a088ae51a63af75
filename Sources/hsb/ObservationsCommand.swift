import ArgumentParser
import District
import Reporting

/// `hsb observations`.
struct ObservationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "observations", abstract: "Check and list observed figures, with their errors and sources.",
    discussion: """
      Figures that match no indicator of the model are kept with the reason and not used. Those that are only recalled, \
      no page seen, are used when asked for. Where figures disagree all are kept and weighted by their errors.

      EXAMPLES
        hsb observations                          the built-in figures that match an indicator
        hsb observations --all                    those that match none too, with the reason
        hsb observations --csv > mine.csv         a start for a file of your own
        hsb observations --observations mine.csv  check it
      """)

  @OptionGroup var option: DistrictOption
  @OptionGroup var figures: ObservationOptions

  @Option(help: ArgumentHelp("Only what was known in this month.", valueName: "year-month"))
  var asOf: YearMonth?

  @Flag(help: "List figures that match no indicator too.")
  var all = false

  @Flag(help: "Print CSV in the form that is read.")
  var csv = false

  func run() throws {
    try Failure.reporting {
      let observations = try figures.read(for: option.read())
      let selection = ObservationSelection(usesRecalled: figures.useRecalled, knownBy: asOf)
      let listing = ObservationListing(observations, selection: selection, language: option.language)
      if csv { Console.output(listing.csv) } else { Console.output(listing.text(includesUnused: all)) }
    }
  }
}
