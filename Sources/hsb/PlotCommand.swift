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

      EXAMPLES
        hsb plot results/baseline --chart fan --indicator gdp_nominal --output gdp.svg
        hsb plot results/baseline results/funding-cut --chart bars --output commitments.svg --lang en
        hsb plot results/baseline --chart projects --width 400 --output projects.svg
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(help: "What is drawn.")
  var chart = PictureKind.fan

  @Option(help: ArgumentHelp("The indicator of a fan, as in projections.csv.", valueName: "id"))
  var indicator = "gdp_nominal"

  @Option(help: ArgumentHelp("Width of the drawing; 400 reads well on a phone.", valueName: "units"))
  var width = 720

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; - for the standard output.", valueName: "file"))
  var output: String

  @Option(help: "Language of the words.")
  var lang = Language.zh

  func validate() throws {
    if folders.isEmpty { throw ValidationError("expected a folder of results") }
    guard (320...4000).contains(width) else { throw ValidationError("--width \(width): expected 320 to 4000") }
  }

  func run() throws {
    try Failure.reporting {
      if output != "-" { try OutputPath(output).check() }
      let pictures = RunPictures(try ReportedRuns.read(folders), language: lang, width: Double(width))
      guard let picture = pictures.picture(chart, indicator: indicator) else {
        throw ValidationError(Failure.unknownName("--indicator", indicator, among: pictures.indicators))
      }
      if output == "-" { Console.output(picture) } else { try OutputPath(output).write(Array(picture.utf8)) }
    }
  }
}
