import Analysis
import Foundation
import Measurement
import Projection
import Scenarios

/// Whole summarised runs within this process: threads, cost a member.
enum RunFigures {
  /// Runs on one and on two threads.
  struct Threads {
    let figures: [Figure]
    /// Nanoseconds of processor time a member of a whole summarised run on one thread.
    let wholeNanoseconds: Double
  }

  /// Two threads against one, and what the summaries cost.
  ///
  /// - Throws: when results depend on threads, or what the engine throws.
  static func threads(rounds: Int, members: Int, loop: LoopFigures.Loop) throws -> Threads {
    // What all cores together can give: they share a clock and caches.
    let loopOnAllCores = try loop.nanoseconds / LoopFigures.nanosecondsOnAllCores()
    let experiment = try BenchmarkScenario.planned(members: members)
    let plan = try SummaryPlan(experiment)
    let bare = try EnsembleRun(
      experiment, plan: try SummaryPlan(experiment, indicators: [], targets: []), threads: 1)
    let runs = try [1, 2].map { try EnsembleRun(experiment, plan: plan, threads: $0) }
    var medians: Set<Double> = []
    var bodies: [() throws -> Void] = []
    for run in runs {
      bodies.append {
        medians.insert(try run.summarise()["gdp_nominal", year: experiment.years]!.moments.quantiles[2])
      }
    }
    let times = try bestInTurns(rounds: rounds, bodies + [{ _ = try bare.summarise() }])
    guard medians.count == 1 else { throw MeasurementError("results depend on threads: \(medians)") }
    let whole = times[0].cpu / Double(members) * 1e9
    let summaries = whole - times[2].cpu / Double(members) * 1e9
    let figures = [
      Figure(
        "threads", "two threads against one", unit: "times", .atLeast, reach: 1.9,
        measured: times[0].wall / times[1].wall,
        detail: String(
          format: "%d members; two threads took %.3f of the processor time of one, so %.2f times on idle cores; "
            + "the loop alone, which allocates and shares nothing, runs %.2f times as fast on all cores as on one",
          members, times[1].cpu / times[0].cpu, 2 * times[0].cpu / times[1].cpu, loopOnAllCores)),
      Figure(
        "summaries_over_loop", "time of the summaries over that of the loop", unit: "", .atMost, reach: nil,
        measured: summaries / loop.nanoseconds,
        detail: String(
          format: "%.0f of %.0f ns a member of a whole run on one thread; draws %.0f, loop %.0f", summaries, whole,
          loop.samplingNanoseconds, loop.nanoseconds)),
    ]
    return Threads(figures: figures, wholeNanoseconds: whole)
  }

  /// Cost a member at several sizes of a run: the largest over the smallest.
  ///
  /// Taken in turns, so that every size meets the fast spells of a shared machine.
  ///
  /// - Throws: what the engine throws.
  static func flatness(sizes: [Int]) throws -> [Figure] {
    let most = sizes.max()!
    let bodies = try sizes.map { members -> () throws -> Void in
      let run = try EnsembleRun(try BenchmarkScenario.planned(members: members))
      return { _ = try run.summarise() }
    }
    var costs = [Double](repeating: .infinity, count: sizes.count)
    var distances: [Double] = []
    for _ in 0..<2 {
      distances += [CoreDistance.nanoseconds()].compactMap { $0 }
      for (index, members) in sizes.enumerated() {
        // Short runs are repeated until some of them meet a fast spell.
        let time = try best(of: max(1, min(20, most / members / 3)), bodies[index])
        costs[index] = min(costs[index], time.cpu / Double(members) * 1e9)
      }
    }
    let list = zip(sizes, costs).map { String(format: "%.0f ns at %.0e", $1, Double($0)) }.joined(separator: ", ")
    distances += [CoreDistance.nanoseconds()].compactMap { $0 }
    // Small runs of a process hand more of their memory from core to core than large ones.
    let apart =
      distances.isEmpty
      ? ""
      : String(format: "; a cache line took %.0f to %.0f ns from core to core", distances.min()!, distances.max()!)
    return [
      Figure(
        "flatness", "cost a member, largest over smallest", unit: "", .atMost, reach: 1.1,
        measured: costs.max()! / costs.min()!, detail: "processor time: \(list)\(apart)")
    ]
  }
}
