import ArgumentParser
import District
import Reporting
import Scenarios

/// `hsb new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented scenario file that extends another.",
    discussion: """
      The file runs as it is, like the scenario it extends, and shows in comments what it could say, with the names of \
      projects, sources and shocks. It stands beside the scenario it extends unless --folder says otherwise. A file of \
      that name is never replaced.

      EXAMPLES
        hsb new enterprise-late --extends baseline
        hsb new my-drought --extends scenarios/stress-drought.yaml --folder mine --lang zh
      """)

  @Argument(help: ArgumentHelp("Id of the scenario; the file is <name>.yaml.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("The scenario to start from: a file, or a name from 'hsb list'.", valueName: "scenario"))
  var extends = "baseline"

  @Option(help: ArgumentHelp("Folder of the new file. (default: that of --extends)", valueName: "folder"))
  var folder: String?

  @Option(help: "Language of the comments. (default: the terminal's)")
  var lang: Language?

  func validate() throws {
    if let problem = ScenarioTemplate.problem(withId: name) {
      throw ValidationError("'\(DisplayWidth.printable(name))': \(problem)")
    }
    if folder?.isEmpty == true { throw ValidationError("--folder: expected the name of a folder") }
  }

  func run() throws {
    try Failure.reporting {
      let parent = try ScenarioFiles.path(of: extends)
      let file = OutputPath("\(folder ?? FilePath.folder(of: parent))/\(name).yaml")
      try file.checkIsNew()
      let readings = readScenarios(files: [parent])
      try ScenarioInputs.check(readings, printsWarnings: false)
      let template = ScenarioTemplate(
        id: name, extends: FilePath.relative(parent, toFolderOf: file.path), parent: readings.scenarios[0],
        language: Console.language(lang))
      try file.write(Array(template.text.utf8))
      let shown = DisplayWidth.printable(file.path)
      Console.output("\(shown): written; check it with 'hsb validate \(shown)'\n")
    }
  }
}
