// Goals, in order: (1) error at most 1.5 ulp on the whole range, subnormals included; (2) a loop of vector
// code whose coefficients stay in registers, as in the exponential; (3) speed.
//
// Reference: the argument reduction and the order of summation of fdlibm's e_log.c (Sun Microsystems, 1993), after
// P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic", ACM TOMS
// 16 (1990). The polynomial is printed by Tests/Python/sampling/make_coefficients.py.

/// The natural logarithm of each lane of so many vectors, to 1.5 ulp; `y` may be `x`.
///
/// 0 gives -infinity, a number below it NaN, +infinity itself. A lane's value does not depend on its neighbours'.
public func logarithms(of x: UnsafePointer<Vector>, into y: UnsafeMutablePointer<Vector>, count: Int) {
  takeInRuns(of: x, into: y, count: count, quick: logarithmsWhileNormal, careful: logarithmOfAny)
}

/// Takes logarithms up to the first vector with a lane that is not a positive normal number, and returns how many vectors
/// those are.
@inline(never)
private func logarithmsWhileNormal(
  of x: UnsafePointer<Vector>, into y: UnsafeMutablePointer<Vector>, count: Int
) -> Int {
  let exponentOfOne = Vector(repeating: exponentShifter)
  var i = 0
  while i < count, isNormal(x[i]) {
    y[i] = logarithmOfNormal(x[i], exponentOfOne: exponentOfOne)
    i += 1
  }
  return i
}

/// Whether every lane is a positive normal number: as unsigned bits, everything else lies above them once the least of
/// them is taken off.
@_transparent
private func isNormal(_ x: Vector) -> Bool {
  let least = Double.leastNormalMagnitude.bitPattern
  let offset = bits(of: x) &- VectorBits(repeating: least)
  return !anyLane(offset .>= VectorBits(repeating: Double.infinity.bitPattern - least))
}

/// Replaces each lane by its natural logarithm, whatever it is.
@inline(never)
func logarithmOfAny(_ argument: UnsafeMutablePointer<Vector>) {
  let x = argument.pointee
  // A subnormal has no implicit bit: scale it into the normal range and take the 54 back from the exponent.
  let subnormal = x .< Vector(repeating: .leastNormalMagnitude)
  let scaled = x.replacing(with: x * Vector(repeating: 0x1p54), where: subnormal)
  let exponentOfOne = Vector(repeating: exponentShifter).replacing(
    with: Vector(repeating: exponentShifter + 54), where: subnormal)
  var result = logarithmOfNormal(scaled, exponentOfOne: exponentOfOne)
  result.replace(with: Vector(repeating: -.infinity), where: x .== Vector.zero)
  result.replace(with: Vector(repeating: .nan), where: x .< Vector.zero)
  // Infinity and NaN are their own logarithms.
  result.replace(with: x, where: .!(x .< Vector(repeating: .infinity)))
  argument.pointee = result
}

/// Natural logarithm of positive, normal, finite numbers, less ln 2 for each whole number that `exponentOfOne` lies above
/// `exponentShifter`.
@_transparent
func logarithmOfNormal(_ x: Vector, exponentOfOne: Vector) -> Vector {
  // x = 2^k m with m in [sqrt(1/2), sqrt(2)): subtracting the bits of sqrt(1/2) carries into the exponent exactly
  // where m would pass sqrt(2).
  let root = VectorBits(repeating: 0x3fe6_a09e_667f_3bcd)
  let distance = unsafeBitCast(bits(of: x) &- root, to: SIMD8<Int64>.self) &>> 52
  let mantissaBits = bits(of: x) &- unsafeBitCast(distance &<< 52, to: VectorBits.self)
  let f = vector(fromBits: mantissaBits) - Vector(repeating: 1)
  // A small whole number becomes a double by joining it to the bits of 1.5 * 2^52.
  let joined = unsafeBitCast(distance, to: VectorBits.self) &+ VectorBits(repeating: exponentShifter.bitPattern)
  let k = vector(fromBits: joined) - exponentOfOne

  // log(1 + f) = f - (f^2/2 - s (f^2/2 + z R(z))), s = f / (2 + f), z = s^2.
  let s = f / (Vector(repeating: 2) + f)
  let z = s * s
  let z2 = z * z
  let r01 = multiplyAdd(z, Vector(repeating: 0.39999999999899444), 0.666666666666667)
  let r23 = multiplyAdd(z, Vector(repeating: 0.22222211130259878), 0.2857142862600327)
  let r45 = multiplyAdd(z, Vector(repeating: 0.15331710618210773), 0.18182889455674947)
  let high = multiplyAdd(z2, Vector(repeating: 0.14616585424888623), r45)
  let r = multiplyAdd(multiplyAdd(high, z2, r23), z2, r01)
  let halfSquare = Vector(repeating: 0.5) * f * f
  let correction = multiplyAdd(
    s, multiplyAdd(r, z, halfSquare), k * Vector(repeating: 1.90821492927058770002e-10))
  return multiplyAdd(k, Vector(repeating: 6.93147180369123816490e-01), f - (halfSquare - correction))
}
