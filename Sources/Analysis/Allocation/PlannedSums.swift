import District

/// Sums of a plan, nominal 亿元.
package struct PlannedSums {
  /// By project, over all years.
  package private(set) var byProject: [Double]
  /// By source, over all years.
  package private(set) var bySource: [Double]
  /// By year, from the first of the plan.
  package private(set) var byYear: [Double]
  /// By year, then project.
  private(set) var byProjectYear: [[Double]]
  /// All of it.
  var total: Double { byYear.reduce(0, +) }

  /// Adds up a plan.
  package init(_ plan: FundingPlan) {
    byProject = Array(repeating: 0, count: plan.projects)
    bySource = Array(repeating: 0, count: plan.sources)
    byYear = Array(repeating: 0, count: plan.years)
    byProjectYear = Array(repeating: byProject, count: plan.years)
    for t in 0..<plan.years {
      for p in 0..<plan.projects {
        for f in 0..<plan.sources {
          byProject[p] += plan[t, p, f]
          bySource[f] += plan[t, p, f]
          byYear[t] += plan[t, p, f]
          byProjectYear[t][p] += plan[t, p, f]
        }
      }
    }
  }

  /// The money of placeholder projects.
  package func ofPlaceholders(_ projects: [Project]) -> Double {
    zip(byProject, projects).reduce(0) { $0 + ($1.1.isPlaceholder ? $1.0 : 0) }
  }
}
