import ElementaryFunctions

/// (k + 1/2) 2^-52 for eight whole numbers k below 2^52: strictly inside (0, 1), and so is one minus it.
///
/// 1 + k 2^-52 is the double with k as its fraction bits, and taking 1 - 2^-53 from it is exact.
@inline(__always)
func uniform(fromBits k: SIMD8<UInt64>) -> Vector {
  vector(fromBits: k | VectorBits(repeating: 0x3ff0_0000_0000_0000)) - Vector(repeating: 1 - 0x1p-53)
}
