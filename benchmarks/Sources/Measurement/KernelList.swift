/// Every kernel: what `bin/bench` times one by one.
public enum KernelList {
  /// The kernels, made anew.
  public static func all() -> [Kernel] {
    do {
      let experiment = try BenchmarkScenario.planned(members: 1 << 16)
      let matrices = try DistrictMatrices(experiment)
      let members = ElementKernels.members
      let loop = try GivenDrawsLoop(experiment)
      let sampling = try SamplingLoop(experiment)
      return [
        ElementKernels.exponential(), ElementKernels.logarithm(), ElementKernels.normalQuantile(),
        try ElementKernels.quantileTable(), try ElementKernels.sobolBlock(),
        ProductKernels.dense(matrices.correlation.lower, members: members),
        ProductKernels.sparse(matrices.correlation.lower, members: members),
        ProductKernels.factorModel(matrices.correlation, members: members),
        ProductKernels.sparse(matrices.income, members: members), MemoryKernels.secondLevelCache(),
        Kernel("model loop", unit: "trajectory", work: Double(loop.members)) { loop.run() },
        Kernel("draws", unit: "trajectory", work: Double(loop.members)) { sampling.run() },
        try RunKernels.summarised(members: 16_384, summaries: true),
        try RunKernels.summarised(members: 16_384, summaries: false),
      ]
    } catch { fatalError("the kernels: \(error)") }
  }
}
