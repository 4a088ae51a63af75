import District

/// The page of finished runs: what leaders and their analysts read, in one file that needs nothing else.
///
/// Plain HTML without scripts or references: it reads the same from a mail, a stick or a web server, on a phone, on a desk
/// and on paper. The first run is the subject; further ones are compared with it.
public struct RunPage: Sendable {
  let runs: [ReportedRun]
  let language: Language
  let pictures: RunPictures
  let analyses: [AnalysisPictures]

  /// Makes the page of runs.
  ///
  /// - Parameters:
  ///   - runs: at least one.
  ///   - analyses: finished analyses whose pictures the page shows.
  ///   - language: of all words.
  /// - Throws: when a table of an analysis cannot be read or was changed.
  public init(_ runs: [ReportedRun], analyses: [StoredAnalysis] = [], language: Language) throws {
    self.runs = runs
    self.analyses = try analyses.map { try AnalysisPictures($0, language: language, width: 400) }
    self.language = language
    // At this width the words of a picture are still legible when a phone shrinks it.
    pictures = RunPictures(runs, language: language, width: 400)
  }

  var run: ReportedRun { runs[0] }
  var lastYear: Int { run.years.upperBound }

  /// A section: its id, its heading, its content.
  private struct Section {
    let id: String
    let heading: Label
    let write: (inout HTMLWriter) -> Void
  }

  /// The page.
  public func html() -> String {
    let title = Label.reportTitle.text(language, run.district.name[language], pictures.title(run))
    return HTMLWriter.document(language: language == .zh ? "zh-CN" : "en", title: title, style: PageStyle.css) {
      $0.element("a", [("class", "skip"), ("href", "#content")], text: Label.skipToContent[language])
      $0.element("header") { writeHeader(title, &$0) }
      $0.element("nav", [("aria-label", Label.contents[language])]) { writer in
        writer.element("ul") { writer in
          for section in sections {
            writer.element("li") { $0.element("a", [("href", "#\(section.id)")], text: section.heading[language]) }
          }
        }
      }
      $0.element("main", [("id", "content")]) { writer in
        for section in sections {
          writer.element("section", [("id", section.id), ("aria-labelledby", "\(section.id)-heading")]) { writer in
            writer.element("h2", [("id", "\(section.id)-heading")], text: section.heading[language])
            section.write(&writer)
          }
        }
      }
      $0.element("footer") { writeFooter(&$0) }
    }
  }

  private var sections: [Section] {
    var list = [
      Section(id: "in-short", heading: .headlineSection) { writeHeadline(&$0) },
      Section(id: "course", heading: .courseSection) { writeCourse(&$0) },
    ]
    if runs.count > 1 {
      list.append(Section(id: "comparison", heading: .pageComparison) { writeComparison(&$0) })
    }
    if !analyses.isEmpty { list.append(Section(id: "why", heading: .pageWhy) { writeAnalyses(&$0) }) }
    return list + [
      Section(id: "projects", heading: .pageProjects) { writeProjects(&$0) },
      Section(id: "funding", heading: .pageFunding) { writeFunding(&$0) },
      Section(id: "ledger", heading: .pageLedger) { writeLedger(&$0) },
      Section(id: "method", heading: .pageMethod) { writeMethod(&$0) },
      Section(id: "reproduce", heading: .pageReproduce) { writeReproduction(&$0) },
    ]
  }

  private func writeHeader(_ title: String, _ writer: inout HTMLWriter) {
    writer.element("h1", text: title)
    let description = run.scenario.description?[language] ?? ""
    if !description.isEmpty { writer.element("p", text: description) }
    let facts = [
      Label.scenarioNamed.text(language, run.scenario.id),
      Label.horizon.text(language, String(run.years.lowerBound), String(lastYear)),
      Label.members.text(language, NumberText.grouped(run.members)),
    ]
    writer.element("p", [("class", "quiet")], text: pictures.joined(facts))
    writer.element("p", [("class", "caution")], text: Label.notOfficialPage[language])
  }

  private func writeFooter(_ writer: inout HTMLWriter) {
    let program = run.stored.manifest.program
    writer.element(
      "p", [("class", "quiet")],
      text:
        "\(Label.madeBy.text(language, program.name, program.version, program.commit)) · \(Label.notOfficial[language])"
    )
  }
}
