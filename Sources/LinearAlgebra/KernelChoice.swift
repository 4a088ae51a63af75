import COpenBLAS

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which kernels OpenBLAS should use on this machine, when it may not choose them by itself.
///
/// OpenBLAS picks its kernels when it loads. Releases before 0.3.24 know few of the newer AMD processors and take
/// the AVX2 kernels (`Haswell`, `Zen`) on chips that have AVX-512, at a third of the rate. The choice can only be
/// made in the environment before the library loads (`OPENBLAS_CORETYPE`).
public enum KernelChoice {
  /// The kernel to ask for, or nil when the one in use is the best known or the user has chosen.
  public static func better(than loaded: String, flags: Set<Substring>, chosen: String?) -> String? {
    guard chosen == nil else { return nil }
    let wide: Set<Substring> = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    guard wide.isSubset(of: flags) else { return nil }
    let narrow = [
      "haswell", "zen", "excavator", "steamroller", "piledriver", "barcelona", "prescott", "core2", "nehalem",
      "sandybridge",
    ]
    return narrow.contains(loaded.lowercased()) ? "SkylakeX" : nil
  }

  /// The features of this machine's processor, as the system lists them.
  public static func processorFlags() -> Set<Substring> {
    Set(processorField("flags").split(separator: " "))
  }

  /// The name of this machine's processor.
  public static func processorName() -> String { String(processorField("model name")) }

  private static func processorField(_ name: String) -> Substring {
    guard let file = fopen("/proc/cpuinfo", "r") else { return "" }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 16_384)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
      if line.hasPrefix(name), let colon = line.firstIndex(of: ":") {
        return line[line.index(after: colon)...].drop { $0 == " " }.prefix { $0 != "\n" }
      }
    }
    return ""
  }
}
