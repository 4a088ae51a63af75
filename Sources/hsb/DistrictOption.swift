import ArgumentParser
import District

/// Which district a command looks at, and in which language.
struct DistrictOption: ParsableArguments {
  @Option(help: ArgumentHelp("A built-in district, or the path of a district folder.", valueName: "name|folder"))
  var district = "hongsibao"

  @Option(help: "Language of names and headings. (default: the terminal's)")
  var lang: Language?

  /// The language of what is printed.
  var language: Language { Console.language(lang) }

  /// The district.
  func read() throws -> District { try District.named(district) }
}
