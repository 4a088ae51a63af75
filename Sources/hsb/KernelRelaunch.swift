import Foundation
import LinearAlgebra

/// Starts the program again with better OpenBLAS kernels, when it loaded with poor ones.
///
/// OpenBLAS reads its choice from the environment when it loads, so a process cannot change its own. The guard
/// variable keeps a kernel that will not load from starting the program for ever.
enum KernelRelaunch {
  private static let guardVariable = "HSB_KERNEL_REPLACED"

  /// The kernel that OpenBLAS took by itself and this program replaced; nil when it left the choice as it was.
  static var replaced: String? { ProcessInfo.processInfo.environment[guardVariable] }

  /// Replaces this process when another kernel is known to be better; returns when there is nothing to gain.
  static func relaunchIfWorthwhile() {
    let environment = ProcessInfo.processInfo.environment
    let loaded = openBLASConfiguration().kernel
    guard environment[guardVariable] == nil,
      let kernel = KernelChoice.better(
        than: loaded, flags: KernelChoice.processorFlags(),
        chosen: environment["OPENBLAS_CORETYPE"])
    else { return }
    setenv("OPENBLAS_CORETYPE", kernel, 1)
    setenv("OPENBLAS_NUM_THREADS", "1", 0)
    setenv(guardVariable, loaded, 1)
    // Only returns when it fails; then the program goes on with the kernels it has.
    execv("/proc/self/exe", CommandLine.unsafeArgv)
  }
}
