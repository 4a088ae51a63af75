import ArgumentParser
import District
import Reporting

/// `hsb notebook`.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Write a Jupyter notebook about finished results.",
    discussion: """
      The notebook reads the CSV files of the folders with pandas, by their path from the notebook, and comes with its \
      outputs: tables, and charts as Vega-Lite with an SVG twin. Run again on the same results it shows the same. A folder of \
      `hsb attribute`, `hsb sensitivity`, `hsb optimize`, `hsb backtest` or `hsb monitor` gives a notebook of its own.

      EXAMPLES
        hsb notebook results/baseline --output baseline.ipynb
        hsb notebook results/baseline results/funding-cut --output comparison.ipynb --lang en
        hsb notebook results/attribution --output attribution.ipynb
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
      if let kind = try folders.first.flatMap(StoredAnalysis.kind(ofFolder:)) {
        guard folders.count == 1, AnalysisNotebook.kinds.contains(kind) else {
          throw ValidationError(
            "'\(folders[0])' holds the results of '\(kind)'; expected runs, or one folder of "
              + AnalysisNotebook.kinds.joined(separator: ", "))
        }
        let analysis = try StoredAnalysis(folder: folders[0])
        try file.write(AnalysisNotebook(analysis, folder: paths[0], language: lang).ipynb())
        return
      }
      try file.write(RunNotebook(try ReportedFolders.runs(folders), folders: paths, language: lang).ipynb())
    }
  }
}
