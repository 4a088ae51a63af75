import ArgumentParser
import Foundation

/// Puts changed files before every reader of the program, a great many of them, each in a process that may fall over.
@main
struct FuzzReaders: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz-readers", abstract: "Put changed files before every reader of the program.",
    discussion: """
      Committed scenarios, broken files of the galleries, district files and the results of a small run are changed: nodes \
      and cells removed, doubled, swapped or replaced by hostile values, bytes flipped. Every input has to end in a result \
      or in a clean message, within 2 s of processor time and 300 MB, without a file opened that it does not name and \
      without one written. An input is a function of seed and number.

      EXAMPLES
        fuzz-readers --inputs 20000
        fuzz-readers --inputs 1000000 --jobs 8
        fuzz-readers --first 4711 --inputs 1 --keep found     one input again, its files kept
      """)

  @Option(help: "Inputs.")
  var inputs = 20_000

  @Option(help: "Number of the first input.")
  var first = 0

  @Option(help: "Seed of all inputs.")
  var seed: UInt64 = 20_210_410

  @Option(help: "Worker processes. (default: one a core)")
  var jobs: Int?

  @Option(help: "Only inputs of this reader.")
  var reader: String?

  @Option(help: "Folder to keep the files of inputs in that were handled badly.")
  var keep = "fuzz-findings"

  @Option(help: .hidden)
  var worker: String?

  func validate() throws {
    let names = ReaderList.names
    if let reader, !names.contains(reader) {
      throw ValidationError("--reader \(reader): expected one of \(names.joined(separator: ", "))")
    }
    guard first >= 0, inputs > 0, first + inputs < 1 << 40 else {
      throw ValidationError("--inputs: too few or too many")
    }
  }

  func run() throws {
    if let worker {
      try Worker(
        seed: seed, inputs: first..<(first + inputs), only: reader, scratch: worker, progress: "\(worker)/progress"
      ).run()
      return
    }
    let start = Date()
    let campaign = try Campaign(
      seed: seed, inputs: first..<(first + inputs), workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      only: reader
    ) { done in
      // About once in fifty thousand: workers report every few thousand.
      if done % 50_000 < 5_000 { Self.say("\(done) inputs, \(Int(Date().timeIntervalSince(start))) s") }
    }
    let account = campaign.run()
    report(account, seconds: Date().timeIntervalSince(start))
    if !account.findings.isEmpty { throw ExitCode.failure }
  }

  private func report(_ account: Campaign.Account, seconds: Double) {
    for (key, count) in account.counts.sorted(by: { $0.key < $1.key }) { Self.say("\(key): \(count)") }
    let only = reader.map { " --reader \($0)" } ?? ""
    for finding in account.findings {
      let folder = "\(keep)/\(finding.input)-\(finding.reader)"
      keep(Worker.input(finding.input, seed: seed, only: reader).input, in: folder)
      Self.say("input \(finding.input), \(finding.reader): \(finding.words)")
      Self.say("  again: fuzz-readers --seed \(seed) --first \(finding.input) --inputs 1\(only); files in \(folder)")
    }
    Self.say("\(account.done) inputs, seed \(seed), in \(Int(seconds)) s: \(account.findings.count) findings")
  }

  private func keep(_ input: HostileInput, in folder: String) {
    for (name, bytes) in input.files {
      let path = URL(fileURLWithPath: "\(folder)/\(name)")
      try? FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(bytes).write(to: path)
    }
  }

  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
