import Analysis
import Projection

/// Whole runs on one thread.
enum RunKernels {
  /// A run, with every indicator summarised or none: the difference is what the histograms cost.
  ///
  /// - Throws: what the engine throws.
  static func summarised(members: Int, summaries: Bool) throws -> Kernel {
    let experiment = try BenchmarkScenario.planned(members: members)
    let plan = summaries ? nil : try SummaryPlan(experiment, indicators: [], targets: [])
    let run = try EnsembleRun(experiment, plan: plan, threads: 1)
    return Kernel(summaries ? "whole run" : "run without summaries", unit: "member", work: Double(members)) {
      _ = try? run.summarise()
    }
  }
}
