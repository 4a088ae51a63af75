import Foundation
import LinearAlgebra

/// The machine and the build a result was measured on.
public struct Machine: Codable, Sendable {
  /// Processor, as the system names it.
  public let processor: String
  /// Cores in use.
  public let cores: Int
  /// Second-level cache of a core, as the system writes it.
  public let secondLevelCache: String
  /// Memory, GiB.
  public let memoryGiB: Int
  /// Vector level of the build.
  public let build: String
  /// BLAS library.
  public let blas: String
  /// The kernels it chose.
  public let blasKernel: String
  /// Operating system.
  public let system: String

  /// Looks at this machine.
  public init() {
    let blas = openBLASConfiguration()
    processor = KernelChoice.processorName()
    cores = ProcessInfo.processInfo.activeProcessorCount
    let cache = try? String(contentsOfFile: "/sys/devices/system/cpu/cpu0/cache/index2/size", encoding: .utf8)
    secondLevelCache = cache?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
    memoryGiB = Int((Double(ProcessInfo.processInfo.physicalMemory) / 0x1p30).rounded())
    #if FUSED_MULTIPLY_ADD
      let wide =
        KernelChoice.processorFlags().contains("avx512vl") && ProcessInfo.processInfo.environment["HSB_ARCH"] == nil
      build = wide ? "AVX-512" : "AVX2 or as HSB_ARCH says"
    #else
      build = "portable"
    #endif
    self.blas = blas.options
    blasKernel = blas.kernel
    system = ProcessInfo.processInfo.operatingSystemVersionString
  }
}
