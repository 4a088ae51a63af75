import Analysis
import Foundation
import Measurement
import Projection
import Scenarios

/// Whole summarised runs within this process: threads, cost a member.
enum RunFigures {
  /// Two threads against one.
  ///
  /// - Throws: what the engine throws.
  static func threads(rounds: Int, members: Int) throws -> [Figure] {
    let experiment = try BenchmarkScenario.planned(members: members)
    let plan = try SummaryPlan(experiment)
    let runs = try [1, 2].map { try EnsembleRun(experiment, plan: plan, threads: $0) }
    var medians: [Double] = []
    let times = try bestInTurns(
      rounds: rounds,
      runs.map { run in
        { medians.append(try run.summarise()["gdp_nominal", year: experiment.years]!.moments.quantiles[2]) }
      })
    guard Set(medians).count == 1 else {
      throw MeasurementError("results depend on threads: \(Set(medians))")
    }
    let bare = try EnsembleRun(
      experiment, plan: try SummaryPlan(experiment, indicators: [], targets: []), threads: 1)
    let withoutSummaries = try bestInTurns(rounds: max(2, rounds / 2), [{ _ = try bare.summarise() }])[0]
    let summaries = (times[0].cpu - withoutSummaries.cpu) / Double(members) * 1e9
    return [
      Figure(
        "threads", "two threads against one", unit: "times", .atLeast, reach: 1.9,
        measured: times[0].wall / times[1].wall,
        detail: String(
          format: "%d members; processor time of two threads %.3f of one's, so %.2f times on idle cores", members,
          times[1].cpu / times[0].cpu, 2 * times[0].cpu / times[1].cpu)),
      Figure(
        "summaries_cost", "summaries of every indicator", unit: "ns/member", .atMost, reach: nil, measured: summaries,
        detail: String(
          format: "of %.0f ns a member in all, one thread", times[0].cpu / Double(members) * 1e9)),
    ]
  }

  /// Cost a member at several sizes of a run: the largest over the smallest.
  ///
  /// - Throws: what the engine throws.
  static func flatness(sizes: [Int]) throws -> [Figure] {
    var costs: [Double] = []
    for members in sizes {
      let experiment = try BenchmarkScenario.planned(members: members)
      let run = try EnsembleRun(experiment)
      let rounds = members <= 10_000 ? 40 : members <= 100_000 ? 10 : members <= 1_000_000 ? 3 : 1
      let time = try bestInTurns(rounds: rounds, [{ _ = try run.summarise() }])[0]
      costs.append(time.cpu / Double(members) * 1e9)
    }
    let list = zip(sizes, costs).map { String(format: "%.0f ns at %.0e", $1, Double($0)) }.joined(separator: ", ")
    return [
      Figure(
        "flatness", "cost a member, largest over smallest", unit: "", .atMost, reach: 1.1,
        measured: costs.max()! / costs.min()!, detail: "processor time: \(list)")
    ]
  }
}
