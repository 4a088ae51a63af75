// Goals, in order: (1) error at most 1.5 ulp on the whole range, with correct limits; (2) a loop of vector code whose
// coefficients stay in registers, as loading them anew for eight lanes costs as much as multiplying by them; (3) speed.
//
// References: W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980), the two-part reduction by
// ln 2; P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic",
// ACM TOMS 15 (1989), the table of roots of two. Coefficients and table are printed by
// Tests/Python/sampling/make_coefficients.py.

#if VECTOR_LEVEL_4
  import CShuffle
#endif

/// The exponential of each lane of so many vectors, to 1.5 ulp; `y` may be `x`.
///
/// Overflows to infinity above 709.78, passes through the subnormals to zero below -745.13; NaN gives NaN. A lane's value
/// does not depend on its neighbours'.
public func exponentials(of x: UnsafePointer<Vector>, into y: UnsafeMutablePointer<Vector>, count: Int) {
  takeInRuns(of: x, into: y, count: count, quick: exponentialsWhileNormal, careful: exponentialOfAny)
}

/// Takes exponentials up to the first vector with one that is not a normal number, and returns how many vectors those are.
///
/// A function of its own, without a call, so that the coefficients stay in registers.
@inline(never)
private func exponentialsWhileNormal(
  of x: UnsafePointer<Vector>, into y: UnsafeMutablePointer<Vector>, count: Int
) -> Int {
  var i = 0
  while i < count, hasNormalExponential(x[i]) {
    y[i] = exponentialWhereNormal(x[i])
    i += 1
  }
  return i
}

/// Whether the exponential of every lane is a normal number. NaN has larger bits than any number.
@_transparent
private func hasNormalExponential(_ x: Vector) -> Bool {
  let magnitude = unsafeBitCast(x, to: SIMD8<Int64>.self) & SIMD8<Int64>(repeating: .max)
  return !anyLane(magnitude .> SIMD8<Int64>(repeating: Int64(bitPattern: (708.0).bitPattern)))
}

@_transparent
private func exponentialWhereNormal(_ x: Vector) -> Vector {
  let (steps, excess) = exponentialParts(x)
  let root = rootOfTwo(steps)
  // Whole steps, shifted to the place of the exponent, multiply by their power of two; what they leave in the place of the
  // fraction was taken off the root.
  let power = vector(fromBits: root &+ (steps &<< (52 - stepBits)))
  return multiplyAdd(power, excess, power)
}

/// Replaces each lane by its exponential, whatever it is: the same value where that is a normal number.
@inline(never)
private func exponentialOfAny(_ argument: UnsafeMutablePointer<Vector>) {
  // Beyond these the result is infinity or zero, and the power of two below would leave its range.
  let clamped = maximum(minimum(argument.pointee, Vector(repeating: 710)), Vector(repeating: -746))
  let (steps, excess) = exponentialParts(clamped)
  let part = steps & VectorBits(repeating: 1 &<< stepBits &- 1)
  let root = vector(fromBits: rootOfTwo(steps) &+ (part &<< (52 - stepBits)))
  let power =
    SIMD8<Int64>(truncatingIfNeeded: steps &- VectorBits(repeating: exponentShifter.bitPattern)) &>> Int64(stepBits)
  // 2^k in two factors: both are normal for every k in -1076 ... 1024, and only the last product rounds.
  let half = power &>> 1
  let bias = SIMD8<Int64>(repeating: 1023)
  let first = unsafeBitCast((half &+ bias) &<< 52, to: Vector.self)
  let second = unsafeBitCast((power &- half &+ bias) &<< 52, to: Vector.self)
  argument.pointee = multiplyAdd(root, excess, root) * first * second
}

/// Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
@_transparent
var exponentShifter: Double { 6_755_399_441_055_744.0 }

/// k in the low bits of `steps`, and e^r - 1, for x = k ln(2)/n + r with |r| <= ln(2)/2n and n = 2^stepBits.
@_transparent
private func exponentialParts(_ x: Vector) -> (steps: VectorBits, excess: Vector) {
  let n = Double(1 &<< stepBits)
  let shifted = multiplyAdd(x, Vector(repeating: 1.442695040888963407 * n), exponentShifter)
  let k = shifted - Vector(repeating: exponentShifter)
  // The high part has 33 significant bits, so k times it is exact with or without fused multiply-add.
  var r = multiplyAdd(k, Vector(repeating: -6.93147180369123816490e-01 / n), x)
  r = multiplyAdd(k, Vector(repeating: -1.90821492927058770002e-10 / n), r)
  let r2 = r * r
  return (bits(of: shifted), multiplyAdd(exponentialRemainder(r, r2), r2, r))
}

#if VECTOR_LEVEL_4
  /// Sixteen steps to a factor of two.
  @_transparent
  private var stepBits: UInt64 { 4 }

  /// The bits of 2^(j/16), less j in the place of the highest bits of the fraction, where j are the lowest bits of `steps`.
  @_transparent
  private func rootOfTwo(_ steps: VectorBits) -> VectorBits {
    let first = VectorBits(
      0x3ff0_0000_0000_0000, 0x3fef_b558_6cf9_890f, 0x3fef_72b8_3c7d_517b, 0x3fef_387a_6e75_6238,
      0x3fef_06fe_0a31_b715, 0x3fee_dea6_4c12_3422, 0x3fee_bfda_d536_2a27, 0x3fee_ab07_dd48_5429)
    let second = VectorBits(
      0x3fee_a09e_667f_3bcd, 0x3fee_a114_73eb_0187, 0x3fee_ace5_422a_a0db, 0x3fee_c491_82a3_f090,
      0x3fee_e89f_995a_d3ad, 0x3fef_199b_dd85_529c, 0x3fef_5818_dcfb_a487, 0x3fef_a4af_a2a4_90da)
    return bits(of: look_up_in_sixteen(vector(fromBits: first), vector(fromBits: second), steps))
  }

  /// (e^r - 1 - r) / r^2, of degree 4.
  @_transparent
  private func exponentialRemainder(_ r: Vector, _ r2: Vector) -> Vector {
    let q01 = multiplyAdd(r, Vector(repeating: 0.16666666665301144), 0.5)
    let q23 = multiplyAdd(r, Vector(repeating: 0.008333449724528355), 0.041666666664959766)
    return multiplyAdd(multiplyAdd(r2, Vector(repeating: 0.0013889034377693012), q23), r2, q01)
  }
#else
  /// A factor of two is one step: no table.
  @_transparent
  private var stepBits: UInt64 { 0 }

  /// The bits of 1.
  @_transparent
  private func rootOfTwo(_ steps: VectorBits) -> VectorBits { VectorBits(repeating: (1.0).bitPattern) }

  /// (e^r - 1 - r) / r^2, of degree 9 evaluated by Estrin's scheme for short dependence chains.
  @_transparent
  private func exponentialRemainder(_ r: Vector, _ r2: Vector) -> Vector {
    let r4 = r2 * r2
    let q01 = multiplyAdd(r, Vector(repeating: 0.16666666666666669), 0.5000000000000001)
    let q23 = multiplyAdd(r, Vector(repeating: 0.008333333333330062), 0.04166666666662413)
    let q45 = multiplyAdd(r, Vector(repeating: 0.00019841269863053618), 0.0013888888917213717)
    let q67 = multiplyAdd(r, Vector(repeating: 2.7557268459997064e-06), 2.4801521295954376e-05)
    let q89 = multiplyAdd(r, Vector(repeating: 2.510038549551032e-08), 2.7620088445409746e-07)
    let low = multiplyAdd(q23, r2, q01)
    let middle = multiplyAdd(q67, r2, q45)
    return multiplyAdd(multiplyAdd(q89, r4, middle), r4, low)
  }
#endif
