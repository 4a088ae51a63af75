import ArgumentParser
import District
import Reporting

extension PictureKind: ExpressibleByArgument {}

/// `hsb plot`.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw a picture of finished results.",
    discussion: """
      Reads folders that `hsb run` wrote and draws an SVG picture that needs nothing else: browsers, office programs and \
      printers show it. Several folders stand beside each other in it, the first as the subject.

      CHARTS
        fan        an indicator by year with its ranges, the commitments on it and the region's series
        bars       the probability of each commitment
        projects   completion of each project by year
        money      planned money by project and source
        attribution  what makes up an effect of the funding, from a folder of `hsb attribute`
        tornado    an outcome with a parameter at its 10 and 90 % quantiles, from a folder of `hsb sensitivity`
        frontier   the best probability for each budget, or with `--outcome aims` GDP against rural income at one \
      budget, from a folder of `hsb optimize`

      EXAMPLES
        hsb plot results/baseline --chart fan --indicator gdp_nominal --output gdp.svg
        hsb plot results/baseline results/funding-cut --chart bars --output commitments.svg --lang en
        hsb plot results/attribution --chart attribution --outcome gdp_100_yi --output why.svg
        hsb plot results/sensitivity --chart tornado --outcome gdp_100_yi --output hangs-on.svg
        hsb plot results/allocation --chart frontier --outcome money --output frontier.svg
        hsb plot results/baseline --chart projects --width 400 --output projects.svg
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(help: "What is drawn.")
  var chart = PictureKind.fan

  @Option(help: ArgumentHelp("The indicator of a fan, as in projections.csv.", valueName: "id"))
  var indicator = "gdp_nominal"

  @Option(
    help: ArgumentHelp(
      "What a picture of an analysis is about: INDICATOR.YEAR, a target, money or aims. (default: the first)",
      valueName: "name"))
  var outcome: String?

  @Option(help: ArgumentHelp("Width of the drawing; 400 reads well on a phone.", valueName: "units"))
  var width = 720

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; - for the standard output.", valueName: "file"))
  var output: String

  @Option(help: "Language of the words.")
  var lang = Language.zh

  func validate() throws {
    if folders.isEmpty { throw ValidationError("expected a folder of results") }
    if chart.isOfAnalysis, folders.count > 1 { throw ValidationError("--chart \(chart.rawValue): expected one folder") }
    guard (320...4000).contains(width) else { throw ValidationError("--width \(width): expected 320 to 4000") }
  }

  func run() throws {
    try Failure.reporting {
      if output != "-" { try OutputPath(output).check() }
      let picture = try chart.isOfAnalysis ? pictureOfAnalysis() : pictureOfRuns()
      if output == "-" { Console.output(picture) } else { try OutputPath(output).write(Array(picture.utf8)) }
    }
  }

  private func pictureOfRuns() throws -> String {
    let pictures = RunPictures(try ReportedFolders.runs(folders), language: lang, width: Double(width))
    guard let picture = pictures.picture(chart, indicator: indicator) else {
      throw ValidationError(Failure.unknownName("--indicator", indicator, among: pictures.indicators))
    }
    return picture
  }

  private func pictureOfAnalysis() throws -> String {
    let analysis = try StoredAnalysis(folder: folders[0])
    let pictures = try AnalysisPictures(analysis, language: lang, width: Double(width))
    guard pictures.kind == chart else {
      throw ValidationError("--chart \(chart.rawValue): '\(folders[0])' holds \(analysis.kind)")
    }
    let name = outcome ?? pictures.names.first ?? ""
    guard let picture = pictures.svg(name) else {
      throw ValidationError(Failure.unknownName("--outcome", name, among: pictures.names))
    }
    return picture
  }
}
