import ArgumentParser
import District
import Foundation
import LinearAlgebra
import Reporting
import Scenarios

/// Options of the commands that run several scenarios and write one folder.
struct AnalysisOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Number of members drawn.", valueName: "number"))
  var members: Int?

  @OptionGroup var ensemble: EnsembleOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("Folder of the results. (default: in results/)", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Workers; results do not depend on them. (default: one a core)", valueName: "number"))
  var threads: Int?

  @Option(help: "Language of tables for people. (default: zh for files, the terminal's for what is printed)")
  var lang: Language?

  @Flag(name: [.short, .long], help: "Print no progress and no table.")
  var quiet = false

  /// Refuses numbers out of range.
  func check() throws {
    try OptionLimits.check(members: members)
    try OptionLimits.check(threads: threads)
    if output?.isEmpty == true { throw ValidationError("--output: expected the name of a folder") }
  }

  /// What stands over the scenario files.
  var overrides: ScenarioOverrides { ensemble.overrides(members: members) }

  /// The folder named, or one in `results`.
  func folder(_ name: String) -> OutputFolder {
    output.map { OutputFolder($0) } ?? OutputFolder("results/\(name)", makesParent: true)
  }

  /// A progress line for so many members.
  func progress(_ label: String, of members: Int) -> ProgressLine {
    ProgressLine(label, members: members, isShown: !quiet)
  }

  /// Writes the files of an analysis and, unless it is to be quiet, prints what was found.
  ///
  /// - Parameters:
  ///   - files: the files, for a record of how they were made.
  ///   - folder: where they go.
  ///   - watch: started with the command.
  ///   - text: what was found, in a language.
  func deliver(
    _ files: (RunRecord) -> [OutputFile], to folder: OutputFolder, since watch: Stopwatch, text: (Language) -> String
  ) throws {
    try Self.deliver(files, to: folder, since: watch, threads: threads, lang: lang, quiet: quiet, text: text)
  }

  /// The same without the options of one command.
  static func deliver(
    _ files: (RunRecord) -> [OutputFile], to folder: OutputFolder, since watch: Stopwatch, threads: Int?,
    lang: Language?, quiet: Bool, text: (Language) -> String
  ) throws {
    let files = files(.of(threads: threads, seconds: watch.seconds))
    try folder.write(files)
    guard !quiet else { return }
    Console.output(text(Console.language(lang)))
    Console.output(closingLine(folder, files: files.count, seconds: watch.seconds))
  }

  /// `results/comparison: 5 files in 0.31 s`.
  static func closingLine(_ folder: OutputFolder, files: Int, seconds: Double) -> String {
    "\n" + DisplayWidth.printable(folder.path) + ": \(files) files in \(NumberText.fixed(seconds, decimals: 2)) s\n"
  }
}

extension RunRecord {
  /// The record of an analysis by this program on this machine.
  static func of(threads: Int?, seconds: Double) -> RunRecord {
    let library = openBLASConfiguration()
    return RunRecord(
      program: Version.program, version: Version.number, commit: Version.commit,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      tileMembers: 0, linearAlgebra: library.kernel, linearAlgebraOptions: library.options, readSeconds: 0,
      ensembleSeconds: seconds, baseLevelSeconds: 0)
  }
}
