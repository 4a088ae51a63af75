import ArgumentParser
import District

/// Options of the commands that learn from observed figures.
struct LearningOptions: ParsableArguments {
  @OptionGroup var figures: ObservationOptions

  @Option(help: ArgumentHelp("Number of members drawn.", valueName: "number"))
  var members: Int?

  @OptionGroup var ensemble: EnsembleOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("Folder of the results. (default: in results/)", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Workers; results do not depend on them. (default: one a core)", valueName: "number"))
  var threads: Int?

  @Option(help: "Language of what leaders read and of the table printed. (default: zh, and the terminal's)")
  var lang: Language?

  @Flag(name: [.short, .long], help: "Print no progress and no table.")
  var quiet = false

  func validate() throws {
    if let members, !(2...1_000_000).contains(members) {
      throw ValidationError("--members \(members): expected a whole number from 2 to 1000000")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024")
    }
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }
}
