import District
import Scenarios

/// A Jupyter notebook: nbformat 4.5, every cell with an id.
struct Notebook {
  /// What a code cell showed when it was run.
  struct Output {
    /// The same thing in several forms; a viewer takes the best it knows. By media type.
    let forms: [(type: String, content: JSONTree)]

    init(forms: [(type: String, content: JSONTree)]) { self.forms = forms }

    /// A chart as Vega-Lite, with a drawing for viewers that do not know it.
    init(chart specification: JSONTree, twin: String) {
      forms = [
        ("application/vnd.vegalite.v5+json", specification), ("image/svg+xml", .text(twin)),
        ("text/plain", "Vega-Lite"),
      ]
    }
  }

  private var cells: [JSONTree] = []
  private var codeCells = 0

  /// Adds the first cell: what the notebook is about, that it is no official forecast, who made it, how to make it again.
  mutating func open(
    _ title: String, _ scenario: ResolvedScenario, _ program: StoredManifest.Program, rerun: String,
    _ language: Language
  ) {
    let lines = [
      "# \(Self.markdown(title))", Label.notOfficialNotebook[language],
      Self.markdown(scenario.description?[language] ?? ""),
      Label.madeBy.text(language, program.name, program.version, program.commit), rerun,
    ]
    words("opening", lines.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// Adds words in Markdown.
  mutating func words(_ id: String, _ text: String) {
    cells.append(["cell_type": "markdown", "id": .text(id), "metadata": [:], "source": .text(text)])
  }

  /// Adds code with what it shows.
  mutating func code(_ id: String, _ source: String, outputs: [Output] = []) {
    codeCells += 1
    cells.append([
      "cell_type": "code", "id": .text(id), "metadata": [:], "execution_count": .whole(codeCells),
      "source": .text(source),
      "outputs": .array(
        outputs.map { output in
          [
            "output_type": "display_data", "metadata": [:],
            "data": .object(output.forms.map { ($0.type, $0.content) }),
          ]
        }),
    ])
  }

  /// The file.
  var bytes: [UInt8] {
    let document: JSONTree = [
      "cells": .array(cells),
      "metadata": [
        "kernelspec": ["display_name": "Python 3", "language": "python", "name": "python3"],
        "language_info": ["name": "python"],
      ],
      "nbformat": 4, "nbformat_minor": 5,
    ]
    return document.bytes
  }

  /// Words as Markdown shows them, without the meaning its marks would have.
  static func markdown(_ words: String) -> String {
    var result = ""
    for character in DisplayWidth.printable(words) {
      if "\\`*_{}[]<>()#+!|&~$".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
