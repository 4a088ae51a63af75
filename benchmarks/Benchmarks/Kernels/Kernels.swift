import Benchmark
import Measurement

/// The kernels one by one. Each is checked once before it is timed.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuUser, .throughput], warmupIterations: 3, scalingFactor: .kilo, maxDuration: .milliseconds(500),
    maxIterations: 100_000)
  for kernel in KernelList.all() {
    kernel.run()
    precondition(kernel.isRight(), "wrong answer of the kernel \(kernel.name)")
    let calls = UncheckedCalls(run: kernel.run)
    Benchmark("\(kernel.name), \(Int(kernel.work)) x \(kernel.unit)") { benchmark in
      for _ in benchmark.scaledIterations { calls.run() }
    }
  }
}

/// A kernel is used by one benchmark at a time.
private struct UncheckedCalls: @unchecked Sendable {
  let run: () -> Void
}
