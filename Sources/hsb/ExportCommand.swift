import ArgumentParser
import District
import Reporting

extension ExportFormat: ExpressibleByArgument {}

/// `hsb export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write finished results in a form that other tools take.",
    discussion: """
      FORMATS
        iamc         a folder: projections_iamc.csv for pyam, code lists for nomenclature
        datapackage  a folder: tables as CSV with datapackage.json (Frictionless)
        sqlite       a database: scenarios, indicators, projections, targets, funding, inputs with sources
        xlsx         a workbook for leaders, with charts

      EXAMPLES
        hsb export results/baseline results/funding-cut --format iamc --output iamc
        hsb export results/baseline --format datapackage --output package
        hsb export results/baseline --format sqlite --output baseline.sqlite
        hsb export results/baseline --format xlsx --output baseline.xlsx
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(help: "The form.")
  var format: ExportFormat

  @Option(name: [.short, .long], help: ArgumentHelp("The file or folder to write.", valueName: "path"))
  var output: String

  @Option(help: "Language of the workbook; the other forms are for machines.")
  var lang = Language.zh

  func run() throws {
    try Failure.reporting {
      let runs = try ReportedFolders.runs(folders)
      switch try format.export(runs, language: lang) {
      case .file(let bytes): try OutputPath(output).write(bytes)
      case .folder(let files): try OutputFolder(output).write(files)
      }
    }
  }
}
