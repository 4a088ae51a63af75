// Goals, in order: (1) error at most 1.5 ulp on the whole range, with correct limits; (2) one straight line of vector
// code and no table where the result is a normal number, so that it inlines into the caller's loop; (3) speed.
//
// Reference: W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980), the two-part reduction by
// ln 2. The polynomial is printed by Tests/Python/sampling/make_coefficients.py.

/// e^x in each lane, to 1.5 ulp.
///
/// Overflows to infinity above 709.78, passes through the subnormals to zero below -745.13; NaN gives NaN.
@_transparent
public func exp(_ x: Vector) -> Vector {
  let (mantissa, shifted) = exponentialParts(x)
  // The low bits of `shifted` are k: shifted to the place of the exponent they multiply by 2^k.
  let result = vector(fromBits: bits(of: mantissa) &+ (bits(of: shifted) &<< 52))
  // Where the result is a normal number that is all. NaN has larger bits than any number.
  let magnitude = unsafeBitCast(x, to: SIMD8<Int64>.self) & SIMD8<Int64>(repeating: .max)
  let isSpecial = magnitude .> SIMD8<Int64>(repeating: Int64(bitPattern: (708.0).bitPattern))
  if !anyLane(isSpecial) { return result }
  // Through memory: see the logarithm.
  var argument = x
  withUnsafeMutablePointer(to: &argument) { exponentialOfAny($0) }
  return argument
}

/// Replaces each lane by its exponential, whatever it is.
@usableFromInline @inline(never)
func exponentialOfAny(_ argument: UnsafeMutablePointer<Vector>) {
  // Beyond these the result is infinity or zero, and the power of two below would leave its range.
  let clamped = maximum(minimum(argument.pointee, Vector(repeating: 710)), Vector(repeating: -746))
  let (mantissa, shifted) = exponentialParts(clamped)
  // 2^k in two factors: both are normal for every k in -1076 ... 1024, and only the last product rounds.
  let power = SIMD8<Int64>(truncatingIfNeeded: bits(of: shifted) &- VectorBits(repeating: exponentShifter.bitPattern))
  let half = power &>> 1
  let bias = SIMD8<Int64>(repeating: 1023)
  let first = unsafeBitCast((half &+ bias) &<< 52, to: Vector.self)
  let second = unsafeBitCast((power &- half &+ bias) &<< 52, to: Vector.self)
  argument.pointee = mantissa * first * second
}

/// Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
@_transparent @usableFromInline
var exponentShifter: Double { 6_755_399_441_055_744.0 }

/// e^r, and k plus `exponentShifter`, for x = k ln 2 + r with |r| <= ln(2)/2.
@_transparent @usableFromInline
func exponentialParts(_ x: Vector) -> (mantissa: Vector, shifted: Vector) {
  let shifted = multiplyAdd(x, Vector(repeating: 1.442695040888963407), exponentShifter)
  let k = shifted - Vector(repeating: exponentShifter)
  // The high part has 33 significant bits, so k times it is exact with or without fused multiply-add.
  var r = multiplyAdd(k, Vector(repeating: -6.93147180369123816490e-01), x)
  r = multiplyAdd(k, Vector(repeating: -1.90821492927058770002e-10), r)

  // e^r = 1 + r + r^2 Q(r), Q of degree 9 evaluated by Estrin's scheme for short dependence chains.
  let r2 = r * r
  let r4 = r2 * r2
  let q01 = multiplyAdd(r, Vector(repeating: 0.16666666666666669), 0.5000000000000001)
  let q23 = multiplyAdd(r, Vector(repeating: 0.008333333333330062), 0.04166666666662413)
  let q45 = multiplyAdd(r, Vector(repeating: 0.00019841269863053618), 0.0013888888917213717)
  let q67 = multiplyAdd(r, Vector(repeating: 2.7557268459997064e-06), 2.4801521295954376e-05)
  let q89 = multiplyAdd(r, Vector(repeating: 2.510038549551032e-08), 2.7620088445409746e-07)
  let low = multiplyAdd(q23, r2, q01)
  let middle = multiplyAdd(q67, r2, q45)
  let q = multiplyAdd(multiplyAdd(q89, r4, middle), r4, low)
  return (multiplyAdd(q, r2, r) + Vector(repeating: 1), shifted)
}
