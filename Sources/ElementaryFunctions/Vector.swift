/// Eight doubles: one AVX-512 register, two AVX2 or four SSE2 ones, chosen when the package is built.
public typealias Vector = SIMD8<Double>

/// The bit patterns of a `Vector`.
public typealias VectorBits = SIMD8<UInt64>

/// `a * b + c`, rounded once where the target has fused multiply-add and twice elsewhere.
///
/// The fused form would be a library call for each lane on a target without the instruction, so the portable
/// build multiplies and adds. Every function of this module is accurate to its stated bound either way.
@_transparent
public func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
  #if FUSED_MULTIPLY_ADD
    return c.addingProduct(a, b)
  #else
    return a * b + c
  #endif
}

/// `a * b + c` for a coefficient `c`, as in a step of Horner's rule.
@_transparent
public func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Double) -> Vector {
  multiplyAdd(a, b, Vector(repeating: c))
}

/// The bit patterns of the eight lanes.
@_transparent
public func bits(of x: Vector) -> VectorBits {
  unsafeBitCast(x, to: VectorBits.self)
}

/// The doubles with these bit patterns.
@_transparent
public func vector(fromBits bits: VectorBits) -> Vector {
  unsafeBitCast(bits, to: Vector.self)
}

/// The smaller of two numbers in each lane; the first if either is NaN.
///
/// The standard library's `pointwiseMin` orders NaN by the IEEE rules and becomes a branch for each lane.
@_transparent
public func minimum(_ x: Vector, _ y: Vector) -> Vector {
  x.replacing(with: y, where: y .< x)
}

/// The larger of two numbers in each lane; the first if either is NaN.
@_transparent
public func maximum(_ x: Vector, _ y: Vector) -> Vector {
  x.replacing(with: y, where: y .> x)
}
