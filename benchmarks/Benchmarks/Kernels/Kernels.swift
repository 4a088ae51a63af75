import Benchmark
let benchmarks: @Sendable () -> Void = {
  Benchmark("nothing") { b in for _ in b.scaledIterations { blackHole(1) } }
}
