import District
import Foundation

/// The notebook of finished runs: code that reads their CSV files with pandas, and what it showed.
///
/// The stored outputs are what the code gives when it is run again on the same files: a check runs it and compares. Charts
/// are Vega-Lite with an SVG twin for viewers that do not know Vega-Lite.
public struct RunNotebook: Sendable {
  let runs: [ReportedRun]
  let language: Language
  /// Where the folders are, seen from the notebook.
  let folders: [String]
  let pictures: RunPictures

  /// Makes the notebook of runs.
  ///
  /// - Parameters:
  ///   - runs: at least one; the first is the subject.
  ///   - folders: where their folders are, seen from the notebook's own folder.
  ///   - language: of the text.
  public init(_ runs: [ReportedRun], folders: [String], language: Language) {
    precondition(runs.count == folders.count, "a folder for each run")
    self.runs = runs
    self.folders = folders
    self.language = language
    pictures = RunPictures(runs, language: language)
  }

  var run: ReportedRun { runs[0] }

  /// Titles of the runs, told apart by the id where two are the same.
  var titles: [String] {
    let titles = runs.map(pictures.title)
    return zip(runs, titles).map { run, title in
      titles.count { $0 == title } > 1 ? "\(title) (\(run.scenario.id))" : title
    }
  }

  /// The file.
  public func ipynb() -> [UInt8] {
    var notebook = Notebook()
    writeOpening(&notebook)
    writeCommitments(&notebook)
    for id in ["gdp_nominal", "income_all", "income_rural"] { writeCourse(id, &notebook) }
    writeProjects(&notebook)
    writeInputs(&notebook)
    return notebook.bytes
  }

  private func writeOpening(_ notebook: inout Notebook) {
    let title = Label.reportTitle.text(language, run.district.name[language], titles.joined(separator: " / "))
    let files = runs.map { "scenarios/\($0.scenario.id).yaml" }.joined(separator: " ")
    notebook.open(
      title, run.scenario, run.stored.manifest.program, rerun: Label.notebookRerun.text(language, files), language)
    notebook.code(
      "reading",
      NotebookCode.reading(folders: folders, titles: zip(runs.map(\.scenario.id), titles).map { ($0, $1) }))
  }

  private func writeCommitments(_ notebook: inout Notebook) {
    notebook.words("commitments", "## \(Label.probabilityPicture[language])\n\n\(Label.standardErrorNote[language])")
    let names = run.commitments.map { ($0.target.id, "\($0.target.title(language)) (\($0.target.yearText))") }
    let rows = names.map { id, name in
      [name]
        + runs.map { run in
          run.stored.targets.first { $0.id == id }.map { Self.probability($0) } ?? ""
        }
    }
    let headings = [Label.commitment[language]] + titles
    var values: [JSONTree] = []
    for (run, title) in zip(runs, titles) {
      for (id, name) in names {
        guard let probability = run.stored.targets.first(where: { $0.id == id })?.probability else { continue }
        values.append(["commitment": .text(name), "scenario": .text(title), "percent": .number(100 * probability)])
      }
    }
    let words = NotebookCode.Words(
      title: Label.probabilityPicture[language], unit: Label.probabilityUnit[language], first: headings[0])
    notebook.code(
      "commitments-table", NotebookCode.commitments(names: names, words: words),
      outputs: [
        NotebookTable(headings: headings, rows: rows).output,
        Notebook.Output(
          chart: VegaLite.bars(values, title: words.title, axis: words.unit), twin: pictures.commitments().svg()),
      ])
  }

  private static func probability(_ result: StoredTarget) -> String {
    guard let probability = result.probability else { return "" }
    let value = NotebookTable.fixed(100 * probability, 1)
    return result.standardError.map { "\(value) ± \(NotebookTable.fixed(100 * $0, 1))" } ?? value
  }

  private func writeCourse(_ id: String, _ notebook: inout Notebook) {
    guard let indicator = run.catalogue[id], let fan = pictures.fan(id) else { return }
    let unit = indicator.unitLabel
    let words = NotebookCode.Words(
      title: pictures.name(indicator), unit: unit.name[language], first: Label.yearColumn[language])
    notebook.words(
      id,
      "## \(Notebook.markdown(words.title))\n\n\(Label.unitIs.text(language, words.unit)). \(Label.medianAndRange[language])."
    )
    let digits = pictures.decimals(id, unit)
    let rows = run.years.map { year in
      [String(year)]
        + runs.map { run in
          guard let stored = run[id, year] else { return "" }
          let (median, outer) = (stored.median * unit.scale, stored.outer)
          let low = NotebookTable.fixed(outer.lowerBound * unit.scale, digits)
          let high = NotebookTable.fixed(outer.upperBound * unit.scale, digits)
          return "\(NotebookTable.fixed(median, digits)) (\(low)–\(high))"
        }
    }
    let level = fan.targets.first?.value
    let values = zip(runs, titles).flatMap { run, title -> [JSONTree] in
      run.years.compactMap { year in
        guard let stored = run[id, year] else { return nil }
        let quantiles = zip(["p05", "p25", "p50", "p75", "p95"], stored.quantiles).map {
          ($0, JSONTree.number($1 * unit.scale))
        }
        return .object([("scenario", .text(title)), ("year", .whole(year))] + quantiles)
      }
    }
    notebook.code(
      "\(id.replacingOccurrences(of: "_", with: "-"))-course",
      NotebookCode.course(id, words: words, scale: unit.scale, digits: digits, level: level),
      outputs: [
        NotebookTable(headings: [words.first] + titles, rows: rows).output,
        Notebook.Output(
          chart: VegaLite.fan(values, title: words.title, axis: words.unit, level: level), twin: fan.svg()),
      ])
  }

  private func writeProjects(_ notebook: inout Notebook) {
    var text = "## \(Label.pageProjects[language])"
    if run.district.projects.contains(where: \.isPlaceholder) { text += "\n\n\(Label.placeholderNote[language])" }
    notebook.words("projects", text)
    let names = run.district.projects.map { ($0.id, $0.markedName(language)) }
    let last = run.years.upperBound
    let headings = [
      Label.project[language], Label.moneyPlannedColumn[language],
      Label.completionColumn.text(language, String(last)),
    ]
    let rows = names.map { id, name in
      let own = run.stored.projects.filter { $0.id == id }
      let completion = own.first { $0.year == last }?.completion
      let range = completion.map {
        "\(NotebookTable.fixed(100 * $0.median, 0)) (\(NotebookTable.fixed(100 * $0.low, 0))–\(NotebookTable.fixed(100 * $0.high, 0)))"
      }
      return [name, NotebookTable.fixed(own.reduce(0) { $0 + $1.plannedNominal }, 1), range ?? ""]
    }
    notebook.code(
      "projects-table", NotebookCode.projects(names: names, headings: headings, scenario: run.scenario.id, year: last),
      outputs: [NotebookTable(headings: headings, rows: rows).output])
  }

  private func writeInputs(_ notebook: inout Notebook) {
    notebook.words("inputs", "## \(Label.pageLedger[language])\n\n\(Label.notebookInputs[language])")
    let names = InputStatus.allCases.map { ($0.rawValue, $0.label[language]) }
    let counts = run.stored.manifest.district.inputs
    let headings = [Label.status[language], Label.count[language]]
    notebook.code(
      "inputs-table", NotebookCode.inputs(names: names, headings: headings),
      outputs: [
        NotebookTable(headings: headings, rows: names.map { [$1, String(counts[$0] ?? 0)] }).output
      ])
  }
}
