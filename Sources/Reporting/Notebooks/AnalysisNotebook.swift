import District
import Foundation

/// The notebook of a finished analysis: code that reads its CSV files with pandas, and what it showed.
///
/// As for runs, the stored outputs are what the code gives when it is run again on the same files.
public struct AnalysisNotebook: Sendable {
  /// Kinds of analyses a notebook can be written of.
  public static let kinds = ["attribution", "sensitivity", "allocation", "backtest", "monitor"]

  let analysis: StoredAnalysis
  let language: Language
  /// Where the folder is, seen from the notebook.
  let folder: String

  /// Makes the notebook of an analysis of one of the `kinds`.
  ///
  /// - Parameters:
  ///   - analysis: a finished analysis.
  ///   - folder: where its folder is, seen from the notebook's own folder.
  ///   - language: of the text.
  public init(_ analysis: StoredAnalysis, folder: String, language: Language) {
    precondition(Self.kinds.contains(analysis.kind), "a kind that has a notebook")
    self.analysis = analysis
    self.language = language
    self.folder = folder
  }

  /// The file.
  ///
  /// - Throws: when a table of the analysis cannot be read or was changed.
  public func ipynb() throws -> [UInt8] {
    let (title, command, parts) =
      switch analysis.kind {
      case "attribution": try attribution()
      case "sensitivity": try sensitivity()
      case "allocation": try allocation()
      case "backtest": backtest()
      default: monitoring()
      }
    var notebook = Notebook()
    notebook.open(
      title, analysis.scenario, analysis.program, rerun: Label.analysisRerun.text(language, command), language)
    notebook.code("reading", NotebookCode.analysis(folder: folder))
    for part in parts {
      let note = part.note.isEmpty ? "" : "\n\n\(part.note)"
      notebook.words("\(part.id)-words", "## \(Notebook.markdown(part.heading))\(note)")
      notebook.code(part.id, NotebookCode.part(part), outputs: try part.outputs(analysis))
    }
    return notebook.bytes
  }

  /// A title, the command that makes the results again, and the parts.
  typealias Content = (title: String, command: String, parts: [NotebookPart])

  /// The number of members, as an option of a command.
  var members: String { " --members \(analysis.scenario.ensemble.members)" }

  func column(
    _ name: String, _ label: Label, _ suffix: String = "", digits: Int? = nil, scale: Double = 1,
    names: [(String, String)]? = nil
  ) -> NotebookPart.Column {
    NotebookPart.Column(
      name: name, heading: suffix.isEmpty ? label[language] : "\(label[language]) (\(suffix))", digits: digits,
      scale: scale, names: names)
  }
}
