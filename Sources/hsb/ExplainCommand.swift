import ArgumentParser
import Reporting

/// `hsb explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a term: its meaning, unit, equation, status and source.",
    discussion: """
      A term is an indicator, parameter, constant, project, funding source, commitment, sector, pillar or shock, a file \
      of results or a column of one, a column of a district, or a key of scenario files; its id, or its name in Chinese \
      or English. A word that is several things is explained as each. Without a term, all of them are listed.

      EXAMPLES
        hsb explain gdp_nominal
        hsb explain efficacy.tourism --lang zh
        hsb explain 移民文化旅游体验
        hsb explain funding.csv
        hsb explain                  what can be explained
      """)

  @Argument(help: ArgumentHelp("What to explain.", valueName: "term"))
  var term: String?

  @OptionGroup var option: DistrictOption

  func run() throws {
    try Failure.reporting {
      let glossary = Glossary(try option.read())
      let writer = GlossaryText(option.language)
      guard let term else {
        Console.output(writer.list(glossary.entries) + "\n" + Label.glossaryHint[option.language] + "\n")
        return
      }
      let found = glossary.entries(for: term)
      guard !found.isEmpty else {
        let hint = glossary.nearest(to: term).map { "did you mean '\($0)'?" } ?? "'hsb explain' lists what is known"
        throw ValidationError("'\(DisplayWidth.printable(term))': nothing of that name can be explained; \(hint)")
      }
      Console.output(found.map(writer.text).joined(separator: "\n"))
    }
  }
}
