import Analysis
import ArgumentParser
import District
import Reporting
import Scenarios

/// `hsb solve`.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "What it would take for a commitment to be met with a given probability.",
    discussion: """
      Finds the smallest change of each lever with which the target is met with the probability, on the same draws at \
      every value. A lever is 'funding multiply', 'project ID multiply', 'source ID multiply' (money, as a factor) or \
      'parameter ID' (an uncertain parameter fixed at a value). When no lever is enough within its bounds, the answer \
      says so, gives the best that can be had, moves the levers together (one lever is joined by the money and by \
      efficacy and absorption of every project), and says in which year the target is reached on paths of growth to 2035. \
      docs/ANALYSIS.md has the method.

      Written to results/solve/ (or --output): solve.csv (the curves), solve_answers.csv, solve_paths.csv, \
      solve_leadership.csv, solve.svg, solution.yaml (the scenario of the answer, for `hsb run`), manifest.json.

      EXAMPLES
        hsb solve scenarios/baseline.yaml --target gdp_100_yi --probability 0.8 --vary "funding multiply"
        hsb solve scenarios/baseline.yaml --target income_rural_basic --vary "project employment multiply" \
      --vary "parameter efficacy.agriculture"
        hsb solve scenarios/baseline.yaml --target income_regional_parity --vary "funding multiply" --between 0,5
      """)

  @Argument(help: ArgumentHelp("A scenario file.", valueName: "file"))
  var scenario: String

  @Option(help: ArgumentHelp("Id of the target.", valueName: "id"))
  var target: String

  @Option(help: ArgumentHelp("Probability with which it is to be met, above 0 and at most 1.", valueName: "number"))
  var probability = 0.8

  @Option(help: ArgumentHelp("A lever; may be repeated.", valueName: "lever"))
  var vary: [String] = ["funding multiply"]

  @Option(
    help: ArgumentHelp(
      "Bounds LOW,HIGH of the lever of the same place; may be repeated. (default: 0,3 for money, the district's range "
        + "for a parameter)", valueName: "range"), transform: NumberInterval.read)
  var between: [NumberInterval] = []

  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    try options.check()
    if !(probability > 0 && probability <= 1) {
      throw ValidationError("--probability \(probability): expected a number above 0 and at most 1")
    }
    if between.count > vary.count { throw ValidationError("--between: expected at most one range for each --vary") }
  }

  func run() throws {
    KernelRelaunch.relaunchIfWorthwhile()
    try Failure.reporting {
      let watch = Stopwatch()
      let search = try LeverInputs(
        scenario, target: target, wanted: probability, levers: vary, bounds: between.map(\.range),
        overrides: options.overrides)
      let folder = options.folder("solve")
      try folder.check(for: LeverReport.fileNames)
      let progress = options.progress("solve", of: search.mostMembers)
      let report = try search.report(threads: options.threads, language: options.lang ?? .zh) {
        progress.update(members: $0)
      }
      progress.finish()
      try options.deliver(report.files, to: folder, since: watch) { LeverText(report, language: $0).text }
    }
  }
}

/// Two numbers `LOW,HIGH`, the first below the second.
struct NumberInterval {
  /// The numbers.
  let range: ClosedRange<Double>

  /// Reads an interval.
  ///
  /// - Throws: `ValidationError` with what was expected.
  static func read(_ text: String) throws -> NumberInterval {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 2, let low = numbers[0], let high = numbers[1], low.isFinite, high.isFinite, low < high
    else { throw ValidationError("found '\(text)', expected two numbers LOW,HIGH, the first below the second") }
    return NumberInterval(range: low...high)
  }
}
