import ElementaryFunctions
import Foundation
import LinearAlgebra

/// What `hsb doctor` finds.
struct MachineExamination {
  private static let candidates = ["SkylakeX", "Cooperlake", "Haswell", "Zen", "Sandybridge"]

  /// The findings, one a line.
  let lines: [String]

  init() {
    let blas = openBLASConfiguration()
    let flags = KernelChoice.processorFlags()
    let used = ProductRate.measure()
    let others = Self.candidates.compactMap { Self.rate(kernel: $0) }
    let best = others.max { $0.rate < $1.rate }
    var lines = [
      "processor          \(KernelChoice.processorName())",
      "processors         \(ProcessInfo.processInfo.activeProcessorCount)",
      "vector code        \(VectorLevel.build.rawValue)",
      "BLAS               \(blas.options)",
      "BLAS kernel        \(blas.kernel)\(Self.choice), \(Self.text(used)) GF/s in a product of order 256, one thread",
    ]
    if let best { lines.append("best kernel here   \(best.kernel), \(Self.text(best.rate)) GF/s") }
    var advice: [String] = []
    if let best, used < 0.8 * best.rate {
      advice.append(
        "set OPENBLAS_CORETYPE=\(best.kernel) in the environment: products run \(Self.text(best.rate / used)) times as fast"
      )
    }
    if flags.contains("avx512vl"), VectorLevel.build != .wide {
      advice.append(
        "this build's vector code is narrower than the processor's: remove .build/release/hsb and call bin/hsb without HSB_PORTABLE and HSB_ARCH"
      )
    }
    if !flags.contains("avx512vl"), VectorLevel.build == .wide {
      advice.append("this build needs AVX-512, which the processor lacks: build with HSB_PORTABLE=1")
    }
    lines += advice.isEmpty ? ["advice             nothing to improve"] : advice.map { "advice             \($0)" }
    self.lines = lines
  }

  /// Who chose the kernel.
  private static var choice: String {
    if let replaced = KernelRelaunch.replaced { return " (chosen by hsb; OpenBLAS by itself took \(replaced))" }
    return ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == nil
      ? " (chosen by OpenBLAS)" : " (chosen by OPENBLAS_CORETYPE)"
  }

  private static func text(_ rate: Double) -> String { String(format: "%.1f", rate) }

  /// The rate with another kernel, measured by this program in a process of its own; nil when it does not load.
  private static func rate(kernel: String) -> (kernel: String, rate: Double)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["doctor", "--measure-product"]
    var environment = ProcessInfo.processInfo.environment
    environment["OPENBLAS_CORETYPE"] = kernel
    environment["OPENBLAS_NUM_THREADS"] = "1"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(separator: " ")
    guard process.terminationStatus == 0, words.count == 2,
      let rate = Double(words[1].trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      return nil
    }
    // A kernel that is not there falls back to another: it goes by the name it loaded with.
    return (String(words[0]), rate)
  }
}
