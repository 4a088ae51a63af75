import District
import Scenarios

extension RunPage {
  /// The method in a few sentences, its limits among them.
  func writeMethod(_ writer: inout HTMLWriter) {
    let district = run.district
    for sentence in [
      Label.methodDraws.text(language, String(district.sectors.count)),
      Label.methodSteps.text(
        language, String(district.parameters.count), NumberText.grouped(run.members), String(lastYear)),
      Label.methodProbability[language], Label.digitsNote[language], Label.methodLimits[language],
    ] {
      writer.element("p", text: sentence)
    }
  }

  /// The commands and the scenario that give the same numbers.
  func writeReproduction(_ writer: inout HTMLWriter) {
    writer.element("p", text: Label.reproduceText[language])
    let ids = runs.map(\.scenario.id)
    let runLine = "hsb run \(ids.map { "\($0).yaml" }.joined(separator: " ")) --output results"
    let folders = ids.map { runs.count == 1 ? "results" : "results/\($0)" }.joined(separator: " ")
    writer.element(
      "pre", [("tabindex", "0")], text: "\(runLine)\nhsb report \(folders) --output report.html --lang \(language)")
    let program = run.stored.manifest.program
    writer.element("p", text: Label.madeBy.text(language, program.name, program.version, program.commit))
    writer.element("p", text: Label.fingerprintIs.text(language, run.stored.manifest.district.fingerprint))
    for run in runs {
      writer.details("\(run.scenario.id).yaml") {
        $0.element("pre", [("tabindex", "0")], text: run.scenario.standaloneYAML)
      }
    }
  }
}
