// Goals, in order: (1) error at most 2 ulp for normal numbers; (2) one straight line of additions and multiplications,
// which leaves the unit for divisions and square roots free.
//
// References: the first approximation from the bits, C. Lomont, "Fast inverse square root" (2003), with the constant
// for doubles of M. Robertson, "A brief history of InvSqrt" (2012); the steps are the series of (1 - h)^(-1/2).

/// 1 / sqrt(x) in each lane, to 2 ulp, for positive normal numbers. Zero gives a large finite number.
@_transparent
public func reciprocalSquareRoot(_ x: Vector) -> Vector {
  // Halving the bits halves the exponent: right to 3.5 %.
  var y = vector(fromBits: VectorBits(repeating: 0x5fe6_eb50_c7b5_37a9) &- (bits(of: x) &>> 1))
  // With h = x y^2 - 1, 1/sqrt(x) = y (1 - h/2 + 3 h^2/8 - ...): two steps of third order, to 1e-4 and 3e-12, ...
  var h = excess(x, y)
  y = multiplyAdd(y * h, multiplyAdd(h, Vector(repeating: 0.375), -0.5), y)
  h = excess(x, y)
  y = multiplyAdd(y * h, multiplyAdd(h, Vector(repeating: 0.375), -0.5), y)
  // ... and one of second order to the last place.
  h = excess(x, y)
  return multiplyAdd(y * Vector(repeating: -0.5), h, y)
}

/// x y^2 - 1, by way of x y, which is a normal number whenever x is.
@_transparent @usableFromInline
func excess(_ x: Vector, _ y: Vector) -> Vector { multiplyAdd(x * y, y, -1) }
