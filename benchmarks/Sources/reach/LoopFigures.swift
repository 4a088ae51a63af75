import CountedAllocations
import Foundation
import Measurement
import Projection

/// The model loop alone against its floor, and the draws.
enum LoopFigures {
  /// What the loop cost and where the floor stands.
  struct Loop {
    let figures: [Figure]
    let floor: Floor
    /// Nanoseconds a member on one core.
    let nanoseconds: Double
    let samplingNanoseconds: Double
  }

  /// Nanoseconds a member on one core, the best of what was measured.
  struct Cost {
    var loop = Double.infinity
    var sampling = Double.infinity

    /// Measures loop and draws in turns, and keeps what is faster than before.
    ///
    /// - Throws: what the engine throws.
    mutating func measure(rounds: Int) throws {
      let bodies = try Bodies()
      let times = try bestInTurns(rounds: rounds, bodies.all)
      loop = min(loop, bodies.nanoseconds(times[0]))
      sampling = min(sampling, bodies.nanoseconds(times[1]))
    }
  }

  /// Some milliseconds of loop and of draws.
  private struct Bodies {
    let experiment: Experiment
    let all: [() throws -> Void]
    static let tile = Engine.defaultTileMembers
    private static let tiles = 16

    init() throws {
      experiment = try BenchmarkScenario.planned(members: 1 << 20)
      let loop = try GivenDrawsLoop(experiment, members: Self.tile)
      let sampling = try SamplingLoop(experiment, members: Self.tile)
      loop.run()
      all = [
        { for _ in 0..<Self.tiles { loop.run() } },
        { for _ in 0..<Self.tiles { sampling.run() } },
      ]
    }

    /// Nanoseconds a member of one call.
    func nanoseconds(_ time: Seconds) -> Double { time.cpu / Double(Self.tiles * Self.tile) * 1e9 }
  }

  /// Measures the loop, the draws and the kernels of the floor in turns.
  ///
  /// - Throws: when a kernel gives a wrong answer, or what the engine throws.
  static func measure(rounds: Int) throws -> Loop {
    let bodies = try Bodies()
    let (experiment, tile) = (bodies.experiment, Bodies.tile)
    let kernels = try Floor.Kernels(experiment, members: tile)
    for kernel in kernels.all {
      kernel.run()
      guard kernel.isRight() else { throw MeasurementError("wrong answer of the kernel \(kernel.name)") }
    }
    let calls = kernels.all.map { $0.calls(milliseconds: 0.3) }
    let times = try bestInTurns(rounds: rounds, bodies.all + zip(kernels.all, calls).map { $0.repeated($1) })
    let (loopTime, samplingTime) = (bodies.nanoseconds(times[0]), bodies.nanoseconds(times[1]))
    let floor = kernels.floor(zip(times.dropFirst(2), calls).map { $0.cpu / Double($1) * 1e9 })

    let figures = [
      Figure(
        "loop_rate", "model loop alone", unit: "trajectories/s/core", .atLeast, reach: 1e6, measured: 1e9 / loopTime,
        detail: "tiles of \(tile) members, 2021-2025, draws given"),
      Figure(
        "loop_floor_share", "floor over time of the loop", unit: "", .atLeast, reach: 0.6,
        measured: floor.nanoseconds / loopTime, detail: describe(floor, loop: loopTime)),
      Figure(
        "sampling_rate", "sampling", unit: "trajectories/s/core", .atLeast, reach: 1.5e6, measured: 1e9 / samplingTime,
        detail:
          "\(experiment.district.parameters.count) parameters + \(experiment.district.shocks.count) shocks a year, "
          + "scrambled Sobol through all quantiles"),
    ]
    return Loop(figures: figures, floor: floor, nanoseconds: loopTime, samplingNanoseconds: samplingTime)
  }

  private static func describe(_ floor: Floor, loop: Double) -> String {
    func total(_ choose: (String) -> Bool) -> Double {
      floor.parts.filter { choose($0.name) }.reduce(0) { $0 + $1.total }
    }
    return String(
      format: "%.0f ns a member over a floor of %.0f (products %.0f, exp %.0f, log %.0f, second-level cache %.0f)",
      loop,
      floor.nanoseconds, total { $0.contains("product") }, total { $0 == "exp" }, total { $0 == "log" },
      total { $0.hasPrefix("bytes") })
  }

  /// Allocations a step makes: those of 1,010 tiles less those of 10.
  ///
  /// - Throws: what the engine throws.
  static func allocations() throws -> Figure {
    let loop = try GivenDrawsLoop(try BenchmarkScenario.planned(members: 1024), members: 64)
    func count(_ tiles: Int) -> Int {
      let before = allocations_of_this_thread()
      for _ in 0..<tiles { loop.run() }
      return Int(allocations_of_this_thread() - before)
    }
    // BLAS keeps a buffer from its first product on.
    _ = count(1)
    let more = count(1_010) - count(10)
    return Figure(
      "step_allocations", "allocations of 1,000 tiles", unit: "", .atMost, reach: 0, measured: Double(more),
      detail: "those of 1,010 tiles less those of 10")
  }

  /// Nanoseconds a member on the wall with a loop on every core.
  ///
  /// - Throws: what the engine throws.
  static func nanosecondsOnAllCores() throws -> Double {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let experiment = try BenchmarkScenario.planned(members: 1024)
    let loops = CoreLoops(loops: try (0..<cores).map { _ in try GivenDrawsLoop(experiment) })
    let tiles = 200
    let time = best(of: 30) {
      DispatchQueue.concurrentPerform(iterations: cores) { core in
        for _ in 0..<tiles { loops.loops[core].run() }
      }
    }
    return time.wall / Double(cores * tiles * loops.loops[0].members) * 1e9
  }

  /// A loop for each core; each is used by one thread only.
  private struct CoreLoops: @unchecked Sendable {
    let loops: [GivenDrawsLoop]
  }
}
