// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// The widest x86-64 microarchitecture level of this machine, or nil for the portable baseline.
///
/// The element-wise lines of the model are written with `SIMD8<Double>`; the same source becomes one AVX-512
/// instruction, two AVX2 ones or four SSE2 ones. A default build is tuned to the machine that builds it;
/// `HSB_PORTABLE=1` asks for one that runs on every x86-64 machine, `HSB_ARCH=x86-64-v3` for a given level.
func vectorLevel() -> String? {
  let environment = ProcessInfo.processInfo.environment
  if environment["HSB_PORTABLE"] == "1" { return nil }
  if let chosen = environment["HSB_ARCH"], !chosen.isEmpty { return chosen }
  #if arch(x86_64) && os(Linux)
    guard let information = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let line = information.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
    else { return nil }
    let flags = Set(line.split(separator: " ").map(String.init))
    let level3 = ["avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"]
    let level4 = level3 + ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    if level4.allSatisfy(flags.contains) { return "x86-64-v4" }
    if level3.allSatisfy(flags.contains) { return "x86-64-v3" }
  #endif
  return nil
}

/// Flags of the modules with vector code. Levels 3 and 4 have fused multiply-add, which Swift never contracts to by
/// itself and which without the instruction would be a library call for each lane, hence the definition.
let tuned: [SwiftSetting] =
  vectorLevel().map { level in
    let fused: [SwiftSetting] =
      level == "x86-64-v3" || level == "x86-64-v4" ? [.define("FUSED_MULTIPLY_ADD")] : []
    let named: [SwiftSetting] = level == "x86-64-v4" ? [.define("VECTOR_LEVEL_4")] : []
    return [.unsafeFlags(["-Xcc", "-march=\(level)"])] + fused + named
  } ?? []
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "hongsibao",
  products: [
    .executable(name: "hsb", targets: ["hsb"]),
    // The model and its analytics without what is written of them: what the benchmarks measure.
    .library(
      name: "HongsibaoEngine",
      targets: [
        "ElementaryFunctions", "LinearAlgebra", "Sampling", "District", "Scenarios", "Projection", "Analysis",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPrefetch"),
    .systemLibrary(name: "CShuffle"),
    .systemLibrary(name: "CNLopt", providers: [.apt(["libnlopt-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "ElementaryFunctions", dependencies: ["CShuffle"], swiftSettings: strict + tuned),
    .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"], swiftSettings: strict + tuned),
    .target(
      name: "Sampling", dependencies: ["ElementaryFunctions", "LinearAlgebra", "CShuffle"],
      swiftSettings: strict + tuned),
    .target(
      name: "District",
      dependencies: ["Sampling", "LinearAlgebra", "COpenSSL"],
      resources: [.copy("Resources/hongsibao"), .copy("Resources/observations")], swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: ["District", "Sampling", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Projection",
      dependencies: ["Scenarios", "District", "Sampling", "LinearAlgebra", "ElementaryFunctions"],
      swiftSettings: strict + tuned),
    .target(name: "Optimization", dependencies: ["CNLopt"], swiftSettings: strict),
    .target(
      name: "Analysis",
      dependencies: [
        "Projection", "Scenarios", "District", "Sampling", "Optimization", "LinearAlgebra", "ElementaryFunctions",
        "CPrefetch",
      ],
      swiftSettings: strict + tuned),
    .target(
      name: "Reporting",
      dependencies: [
        "Analysis", "Projection", "Scenarios", "District", "Sampling", "CSQLite", "CXlsxWriter",
      ], swiftSettings: strict),
    .executableTarget(
      name: "hsb",
      dependencies: [
        "Reporting", "Analysis", "Projection", "Scenarios", "District", "Sampling", "Optimization", "LinearAlgebra",
        "ElementaryFunctions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Scenarios made in code, for the tests of the model.
    .target(
      name: "ExampleScenarios", dependencies: ["Scenarios", "District", "Sampling"],
      path: "Tests/ExampleScenarios", swiftSettings: strict),
    // Runs the smoother and the scoring rules on numbers in files, for comparison with other programs.
    .executableTarget(
      name: "learning-check", dependencies: ["Analysis", "LinearAlgebra"], path: "Tests/LearningCheck",
      swiftSettings: strict),
    // Makes Sobol' indices and elementary effects of numbers in files, for comparison with other programs.
    .executableTarget(
      name: "sensitivity-check", dependencies: ["Analysis", "LinearAlgebra"], path: "Tests/SensitivityCheck",
      swiftSettings: strict),
    // Says what a division of money is worth to an optimiser of another program.
    .executableTarget(
      name: "allocation-check", dependencies: ["Analysis", "Scenarios", "District", "Optimization"],
      path: "Tests/AllocationCheck", swiftSettings: strict),
    // Puts changed files before every reader, in processes that may fall over.
    .executableTarget(
      name: "fuzz-readers",
      dependencies: [
        "Reporting", "Analysis", "Projection", "Scenarios", "District", "Sampling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Fuzzing", swiftSettings: strict),
    // Counts allocations by thread, for the test that a step makes none.
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(
      name: "ElementaryFunctionsTests", dependencies: ["ElementaryFunctions"],
      resources: [.copy("Reference")], swiftSettings: strict + tuned),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"], swiftSettings: strict + tuned),
    .testTarget(name: "OptimizationTests", dependencies: ["Optimization"], swiftSettings: strict),
    .testTarget(
      name: "SamplingTests", dependencies: ["Sampling", "ElementaryFunctions"],
      resources: [.copy("Reference")], swiftSettings: strict + tuned),
    .testTarget(name: "DistrictTests", dependencies: ["District"], swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests", dependencies: ["Scenarios", "District"],
      resources: [.copy("Gallery")], swiftSettings: strict),
    .testTarget(
      name: "ProjectionTests",
      dependencies: [
        "Projection", "Scenarios", "District", "Sampling", "ExampleScenarios", "AllocationCounter",
      ],
      resources: [.copy("KnownAnswers")], swiftSettings: strict + tuned),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "Projection", "Scenarios", "District", "Sampling", "Optimization", "ElementaryFunctions",
        "LinearAlgebra", "ExampleScenarios",
      ], swiftSettings: strict + tuned),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Analysis", "Projection", "Scenarios", "District", "Sampling", "ExampleScenarios",
      ], swiftSettings: strict),
    .testTarget(name: "hsbTests", dependencies: ["District"], swiftSettings: strict),
  ]
)
