import ArgumentParser
import District

/// Which observed figures a command uses.
struct ObservationOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A file of observed figures. (default: those built in)", valueName: "csv"))
  var observations: String?

  @Flag(help: "Use figures that are only recalled, no page seen, as well.")
  var useRecalled = false

  /// The figures, read against a district.
  func read(for district: District) throws -> ObservationSet {
    if let observations { return try ObservationSet.read(file: observations, district: district) }
    guard let builtIn = try ObservationSet.builtIn(for: district) else {
      throw ValidationError(
        "no figures are built in for the district '\(district.id)'; name a file: --observations CSV")
    }
    return builtIn
  }
}

extension YearMonth: ExpressibleByArgument {
  /// Reads `2023-11` from the command line.
  public init?(argument: String) { self.init(argument) }
}
