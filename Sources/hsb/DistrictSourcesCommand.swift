import ArgumentParser
import District
import Reporting

/// `hsb district sources`.
struct DistrictSourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List every input number with its status and source, and count them by status.",
    discussion: """
      EXAMPLES
        hsb district sources --status assumed
        hsb district sources --file sectors.csv
        hsb district sources --csv > inputs.csv
      """)

  @OptionGroup var option: DistrictOption

  @Option(help: "Only numbers of this status.")
  var status: InputStatus?

  @Option(help: ArgumentHelp("Only numbers of this file of the district folder.", valueName: "name"))
  var file: String?

  @Flag(help: "Print CSV.")
  var csv = false

  func run() throws {
    try Failure.reporting {
      let district = try option.read()
      let inputs = district.inputs.filter {
        (status == nil || $0.status == status) && (file == nil || $0.file == file)
      }
      if let file { try requireKnown(file, district) }
      let listing = InputListing(inputs, language: option.language)
      if csv { Console.output(listing.csv) } else { Console.output(listing.text) }
    }
  }

  private func requireKnown(_ file: String, _ district: District) throws {
    let files = Set(district.inputs.map(\.file))
    guard !files.contains(file) else { return }
    throw ValidationError(
      "--file \(file): no input stands in a file of that name"
        + (nearestName(to: file, among: files.sorted()).map { "; did you mean '\($0)'?" } ?? ""))
  }
}
