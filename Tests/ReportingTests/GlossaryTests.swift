import District
import Foundation
import Reporting
import Testing

@Suite("What hsb explain knows") struct GlossaryTests {
  private static let district = try! District.builtIn("hongsibao")
  private static let glossary = Glossary(district)
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func document(_ name: String) throws -> String {
    try String(contentsOfFile: "\(repository)/docs/\(name)", encoding: .utf8)
  }

  /// The entry of a kind; it must be there and say something in both languages.
  private func explained(_ term: String, _ kind: GlossaryEntry.Kind) throws -> GlossaryEntry {
    let entry = try #require(Self.glossary.entries(for: term).first { $0.kind == kind }, "\(kind) \(term)")
    #expect(entry.meaning.en.count > 3 && entry.meaning.zh != entry.meaning.en, "\(term): \(entry.meaning)")
    #expect(entry.meaning.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(term)")
    return entry
  }

  @Test("every indicator, with unit and equation")
  func indicators() throws {
    let indicators = IndicatorCatalogue(Self.district).indicators
    #expect(indicators.count > 120)
    for indicator in indicators {
      let entry = try explained(indicator.id, .indicator)
      #expect(entry.unit == indicator.unit && entry.steps == [indicator.step] && entry.name == indicator.name)
    }
  }

  @Test("every parameter and constant, with unit, status and source, and the symbol and steps of the methodology")
  func numbers() throws {
    let rows = try Self.document("METHODOLOGY.md").split(separator: "\n").filter { $0.hasPrefix("| $`") }
    func row(_ id: String) -> Substring? { rows.first { $0.contains("`\(id)`") || $0.contains("`\(id).<") } }
    #expect(Self.district.parameters.count == 74)
    for parameter in Self.district.parameters {
      let entry = try explained(parameter.id, .parameter)
      #expect(entry.unit == parameter.unit && entry.inputs.count == 1 && entry.symbol != nil, "\(parameter.id)")
      let family = String(parameter.id.prefix { $0 != "." })
      let steps = try #require(row(family), "\(family)").split(separator: "|").last(where: {
        $0.contains { $0.isNumber }
      })
      let numbers = steps!.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(entry.steps == numbers, "\(family): \(numbers)")
      _ = try explained(family, .parameter)
    }
    for constant in ConstantForm.all {
      let entry = try explained(constant.id, .constant)
      #expect(entry.unit == constant.unit && entry.inputs.count == 1 && !entry.inputs[0].source.isEmpty)
      guard constant.id != "population_2020" else { continue }
      let written = constant.id.split(separator: "_")
      let family = written[0] == "deflator" ? written.dropLast().joined(separator: "_") + "_<industry>" : constant.id
      let found = try #require(rows.first { $0.contains("`\(family)`") }, "\(family)")
      let numbers = found.split(separator: "|").last!.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(entry.steps == numbers, "\(constant.id): \(numbers)")
    }
  }

  @Test("every project, source, commitment, sector, pillar and shock, by id and by name")
  func things() throws {
    for project in Self.district.projects {
      let entry = try explained(project.id, .project)
      #expect(!entry.inputs.isEmpty && entry.inputs.allSatisfy { !$0.source.isEmpty })
      #expect(entry.facts.contains { $0.text.zh.contains("占位") } == project.isPlaceholder, "\(project.id)")
      if !project.isPlaceholder { _ = try explained(project.name.zh, .project) }
    }
    for source in Self.district.sources {
      #expect(!(try explained(source.id, .source).inputs.isEmpty))
      _ = try explained(source.name.en, .source)
    }
    for target in Self.district.targets {
      let entry = try explained(target.id, .target)
      #expect(!entry.inputs.isEmpty && entry.facts.contains { $0.label == .reference }, "\(target.id)")
    }
    for sector in Self.district.sectors { #expect(!(try explained(sector.id, .sector).inputs.isEmpty)) }
    for pillar in Self.district.pillars { #expect(!(try explained(pillar.id, .pillar).inputs.isEmpty)) }
    for shock in Self.district.shocks { #expect(!(try explained(shock.id, .shock).steps.isEmpty), "\(shock.id)") }
  }

  @Test("every column of a result file", arguments: ResultFile.all)
  func columns(_ file: ResultFile) throws {
    #expect(!file.columns.isEmpty)
    let entries = Self.glossary.entries(for: file.name).filter { $0.kind == .file }
    let own = try #require(entries.first { $0.name.en.hasPrefix(file.command) })
    for (column, fact) in zip(file.columns, own.facts) {
      _ = try explained(column, .column)
      // Name, unit, and words in both languages.
      #expect(fact.text.en.hasPrefix(column) && !fact.text.en.hasSuffix(": "), "\(file.name): \(fact.text.en)")
      #expect(fact.text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(file.name): \(column)")
    }
  }

  @Test("every column of the district's files")
  func inputs() throws {
    let folder = "\(Self.repository)/Sources/District/Resources/hongsibao"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }
    #expect(files.count == 20)
    for file in files {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      for column in text.split(separator: "\n")[0].split(separator: ",").map(String.init) {
        // `base_2020_status` is the status of one column.
        let name = ["_status", "_source"].reduce(column) { $0.hasSuffix($1) ? String($1.dropFirst()) : $0 }
        _ = try explained(name, .input)
      }
    }
  }

  @Test("keys of scenario files, by path and by last word")
  func keys() throws {
    for key in ["horizon", "funding.adjust.multiply", "multiply", "question", "ensemble.seed", "targets.at_least"] {
      _ = try explained(key, .key)
    }
  }

  @Test("the steps are those of the methodology")
  func steps() throws {
    let text = try Self.document("METHODOLOGY.md")
    #expect(ModelStep.all.map(\.number) == Array(1...14))
    #expect(text.contains("## \(ModelStep.section). One year: steps 1 to 14"))
    for step in ModelStep.all {
      #expect(text.contains("### Step \(step.number): \(step.title.en)\n"), "\(step.title.en)")
      #expect(!step.equations.isEmpty)
    }
  }

  @Test("a word that is several things is explained as each; a misspelt one has a neighbour")
  func lookup() throws {
    let kinds = Self.glossary.entries(for: "public_services").map(\.kind)
    #expect(Set(kinds).isSuperset(of: [.project, .sector, .pillar]))
    #expect(Self.glossary.entries(for: "GDP_Nominal").count == 1)
    #expect(Self.glossary.entries(for: "nonsense").isEmpty)
    #expect(Self.glossary.nearest(to: "gdp_nominl") == "gdp_nominal")
    #expect(Self.glossary.nearest(to: "efficacy.turism") == "efficacy.tourism")
    #expect(Self.glossary.nearest(to: "cattle") != nil)
    #expect(Self.glossary.nearest(to: "xxxxxxxxxxxxx") == nil)
  }

  @Test("entries are printed with all they hold, in either language, and the list names every term")
  func printing() throws {
    let entry = try explained("absorption.tourism", .parameter)
    let english = GlossaryText(.en).text(entry)
    for words in [
      "absorption.tourism", "share a year", "PERT(0.3, 0.5, 0.7)", "step 2 (absorption)", "section 6", "x_p = b_p",
      "assumed",
    ] {
      #expect(english.contains(words), "\(words): \(english)")
    }
    let chinese = GlossaryText(.zh).text(entry)
    for words in ["不确定参数", "含义", "第 2 步", "假设"] { #expect(chinese.contains(words), "\(words)") }
    let list = GlossaryText(.en).list(Self.glossary.entries)
    for term in Self.glossary.entries.map(\.term) { #expect(list.contains(term), "\(term)") }
  }
}
