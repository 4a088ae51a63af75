import Foundation
import LinearAlgebra
import Measurement

/// Measures the project's figures and prints them beside what they should reach.
@main struct Reach {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      setBLASThreads(1)
      let complaints = try options.quick ? quick(options) : all(options)
      for complaint in complaints { FileHandle.standardError.write(Data("bench: \(complaint)\n".utf8)) }
      exit(complaints.isEmpty ? 0 : 1)
    } catch let error as Options.UsageError {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(64)
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(70)
    }
  }

  /// What does not depend on the machine, against the committed thresholds.
  private static func quick(_ options: Options) throws -> [String] {
    var complaints = try checkCounts(options)
    let loop = try LoopFigures.measure(rounds: 60)
    var figures = [
      Figure(
        "loop_over_floor", "time of the loop over its floor", unit: "", .atMost, reach: nil,
        measured: loop.nanoseconds / loop.floor.nanoseconds, detail: loop.figures[1].detail),
      Figure(
        "sampling_over_loop", "time of the draws over that of the loop", unit: "", .atMost, reach: nil,
        measured: loop.samplingNanoseconds / loop.nanoseconds),
      try LoopFigures.allocations(),
    ]
    let runs = try RunFigures.threads(rounds: 4, members: 1 << 17, loop: loop)
    figures += runs.figures.filter { $0.id == "summaries_over_loop" }
    if let python = options.numPy {
      let peers = try peers(options, members: 4_096)
      defer { peers.draws.remove() }
      figures.append(try peers.numPyLoop(python: python))
    }
    print(FigureTable(figures: figures))
    let file = options.root.appending(path: "benchmarks/thresholds.json")
    let thresholds = try JSONDecoder().decode(Thresholds.self, from: Data(contentsOf: file))
    if thresholds.figures.isEmpty { complaints.append("benchmarks/thresholds.json names no figure") }
    return complaints + thresholds.complaints(figures)
  }

  /// The whole table.
  private static func all(_ options: Options) throws -> [String] {
    let complaints = try checkCounts(options)
    let loop = try LoopFigures.measure(rounds: 200)
    let program = ProgramFigures(root: options.root)
    let sizes = [10_000, 100_000, 1_000_000, 10_000_000]
    let runs = try RunFigures.threads(rounds: 16, members: 1 << 19, loop: loop)
    var figures = loop.figures + [try LoopFigures.allocations()] + runs.figures
    figures += try RunFigures.flatness(sizes: sizes)
    figures += program.measure(sizes: Array(sizes.dropFirst()))
    if options.peers != nil || options.workbench != nil {
      let peers = try peers(options, members: 8_192)
      defer { peers.draws.remove() }
      if let python = options.peers {
        figures += peers.numPy(python: python, whole: runs.wholeNanoseconds)
        let onAllCores = try LoopFigures.nanosecondsOnAllCores()
        figures.append(peers.jax(python: python, loopOnAllCores: onAllCores))
      }
      if let python = options.workbench {
        figures.append(peers.workbench(python: python, whole: runs.wholeNanoseconds))
      }
    }
    let machine = Machine()
    print(
      "\(machine.processor), \(machine.cores) cores, \(machine.secondLevelCache) second-level cache; \(machine.build)")
    print("\(machine.blas), kernels \(machine.blasKernel)\n")
    print(FigureTable(figures: figures))
    if let file = options.results {
      let commit = try? ChildProcess(["git", "-C", options.root.path, "describe", "--always", "--dirty"]).output
      let results = Results(
        date: Date().formatted(.iso8601), commit: commit?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown",
        machine: machine, figures: figures,
        floor: loop.floor.parts.map {
          Results.FloorPart(what: $0.name, countPerMember: $0.count, nanosecondsEach: $0.nanoseconds)
        })
      try results.write(to: file)
    }
    return complaints + figures.filter { $0.measured == nil }.map { "\($0.what): \($0.detail)" }
  }

  private static func checkCounts(_ options: Options) throws -> [String] {
    let operations = try StepOperations(BenchmarkScenario.planned(members: 64))
    return try SourceCheck.complaints(operations, projection: options.root.appending(path: "Sources/Projection"))
  }

  private static func peers(_ options: Options, members: Int) throws -> PeerFigures {
    let program = ProgramFigures(root: options.root)
    return PeerFigures(
      programs: options.root.appending(path: "benchmarks/peers"),
      draws: try DrawsFolder(program: program.program, scenario: program.scenario, members: members))
  }
}
