import ArgumentParser
import District
import Reporting

/// `hsb notebook`.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Write a Jupyter notebook about finished results.",
    discussion: """
      The notebook reads the CSV files of the folders with pandas, by their path from the notebook, and comes with its \
      outputs: tables, and charts as Vega-Lite with an SVG twin. Run again on the same results it shows the same.

      EXAMPLES
        hsb notebook results/baseline --output baseline.ipynb
        hsb notebook results/baseline results/funding-cut --output comparison.ipynb --lang en
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: "Language of the text.")
  var lang = Language.zh

  func run() throws {
    try Failure.reporting {
      let file = OutputPath(output)
      try file.check()
      let paths = folders.map { FilePath.relative($0, toFolderOf: output) }
      try file.write(RunNotebook(try ReportedRuns.read(folders), folders: paths, language: lang).ipynb())
    }
  }
}
