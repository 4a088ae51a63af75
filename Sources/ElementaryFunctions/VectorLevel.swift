/// The instruction set this build's vector code is made for.
public enum VectorLevel: String, Sendable {
  /// 512-bit registers (x86-64-v4).
  case wide = "x86-64-v4 (AVX-512, 8 doubles)"
  /// 256-bit registers and fused multiply-add (x86-64-v3).
  case medium = "x86-64-v3 (AVX2, 4 doubles)"
  /// 128-bit registers: runs on every machine of the architecture.
  case portable = "portable (128-bit, 2 doubles)"

  /// The level of this build.
  public static var build: VectorLevel {
    #if VECTOR_LEVEL_4
      .wide
    #elseif FUSED_MULTIPLY_ADD
      .medium
    #else
      .portable
    #endif
  }
}
