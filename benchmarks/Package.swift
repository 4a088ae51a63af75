// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// The vector flags of the program's own modules (see `vectorLevel` in ../Package.swift): their
/// functions on vectors are inlined into the kernels measured here and must be compiled for the same instructions.
func tunedSettings() -> [SwiftSetting] {
  let environment = ProcessInfo.processInfo.environment
  var level: String?
  if environment["HSB_PORTABLE"] != "1" {
    level = environment["HSB_ARCH"]
    #if arch(x86_64) && os(Linux)
      if level ?? "" == "", let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
        let line = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
      {
        let flags = Set(line.split(separator: " ").map(String.init))
        let level3 = ["avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"]
        let level4 = level3 + ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
        level = level4.allSatisfy(flags.contains) ? "x86-64-v4" : level3.allSatisfy(flags.contains) ? "x86-64-v3" : nil
      }
    #endif
  }
  guard let level, !level.isEmpty else { return [] }
  let fused: [SwiftSetting] =
    level == "x86-64-v3" || level == "x86-64-v4" ? [.define("FUSED_MULTIPLY_ADD")] : []
  return [.unsafeFlags(["-Xcc", "-march=\(level)"])] + fused
}
let tuned = tunedSettings()
let hongsibao = Target.Dependency.product(name: "HongsibaoEngine", package: "hongsibao")

let package = Package(
  name: "hongsibao-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "hongsibao", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    // The products of BLAS, called directly: the floor must not depend on how the program calls them.
    .systemLibrary(name: "BLASKernels", providers: [.apt(["libopenblas-dev"])]),
    // The counting allocator of the tests (a link to ../Tests/AllocationCounter).
    .target(name: "CountedAllocations"),
    .target(name: "Measurement", dependencies: ["BLASKernels", hongsibao], swiftSettings: tuned),
    .executableTarget(name: "reach", dependencies: ["Measurement", "CountedAllocations", hongsibao]),
    .executableTarget(name: "variance", dependencies: ["Measurement", hongsibao]),
    .executableTarget(
      name: "Kernels",
      dependencies: ["Measurement", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Kernels", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
