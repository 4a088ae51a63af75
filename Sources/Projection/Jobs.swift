import District
import ElementaryFunctions
import LinearAlgebra

/// Step 13: jobs.
struct JobCoefficients: Sendable {
  /// jobs_s(2020), 万人, and nu_s.
  let base: [Double]
  let elasticity: [Double]
  let total: Double
  /// SJ by project, percentage points, one row.
  let stableJobs: SparseTileProduct
  /// Response of the stable-job share to log jobs.
  let response = 0.10

  init(_ experiment: Experiment) {
    let district = experiment.district
    base = district.sectors.map(\.jobs)
    elasticity = district.sectors.map(\.employmentElasticity)
    total = base.reduce(0, +)
    stableJobs = SparseTileProduct(district.linkMatrix(.stableJob, targets: 1))
  }
}

extension TileModel {
  func beginJobs() {
    let w = workspace
    let c = experiment.catalogue
    w.series[c.jobs..<c.jobs + 1].fill(jobs.total)
    let base = w.parameters[experiment.parameters.stableJobBase]
    let share = w.series[c.stableJobShare]
    for i in 0..<w.series.vectors { share[i] = base[i] }
  }

  /// Step 13: jobs = sum jobs_s exp(nu_s v_s);
  /// stable_job_share = min(1, base + sum SJ gains/100 + 0.10 ln(jobs/jobs_2020)).
  func employ(_ t: Int) {
    let w = workspace
    let c = experiment.catalogue
    let vectors = w.series.vectors
    jobs.stableJobs.multiply(w.factors.numbers, into: w.stableJobGain.numbers, members: w.members)
    let total = w.series[c.jobs]
    for s in jobs.base.indices {
      let (base, nu) = (jobs.base[s], jobs.elasticity[s])
      let v = w.drivers[s]
      let employed = w.employment[0]
      for i in 0..<vectors { employed[i] = nu * v[i] }
      exponentials(of: employed, into: employed, count: vectors)
      for i in 0..<vectors { total[i] = s == 0 ? base * employed[i] : total[i] + base * employed[i] }
    }
    let stableJobBase = w.parameters[experiment.parameters.stableJobBase]
    let gain = w.stableJobGain[0]
    let share = w.series[c.stableJobShare]
    let one = Vector(repeating: 1)
    // Holds ln(jobs/jobs_2020) until the last line.
    for i in 0..<vectors { share[i] = total[i] * (1 / jobs.total) }
    logarithms(of: share, into: share, count: vectors)
    for i in 0..<vectors {
      share[i] = minimum(one, stableJobBase[i] + gain[i] * 0.01 + jobs.response * share[i])
    }
  }
}
