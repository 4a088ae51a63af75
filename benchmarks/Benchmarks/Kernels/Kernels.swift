import Benchmark
import Measurement

/// The kernels one by one. Each is checked once before it is timed.
let benchmarks: @Sendable () -> Void = {
  for kernel in KernelList.all() {
    kernel.run()
    precondition(kernel.isRight(), "wrong answer of the kernel \(kernel.name)")
    let isShort = kernel.calls(milliseconds: 0.1) > 10
    let calls = UncheckedCalls(run: kernel.run)
    let configuration = Benchmark.Configuration(
      metrics: [.wallClock], warmupIterations: 1, scalingFactor: isShort ? .kilo : .one, maxDuration: .milliseconds(500)
    )
    Benchmark("\(kernel.name), \(Int(kernel.work)) x \(kernel.unit)", configuration: configuration) { benchmark in
      for _ in benchmark.scaledIterations { calls.run() }
    }
  }
}

/// A kernel is used by one benchmark at a time.
private struct UncheckedCalls: @unchecked Sendable {
  let run: () -> Void
}
