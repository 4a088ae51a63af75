// Goals, in order: (1) relative error at most 1e-14 for p from 1e-300 to 1 - 2^-53; (2) vector code
// without a branch for all but one draw in a thousand; (3) speed.
//
// References: M. B. Giles, "Approximating the erfinv function", GPU Computing Gems, Jade edition (2011), for the
// variable w = -log(1 - (2p - 1)^2), in which the whole centre is one polynomial without a division or a root;
// M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988),
// for the tails. The central polynomial is printed by Tests/Python/sampling/make_coefficients.py.

/// The standard normal quantile of each lane of so many vectors: z with Phi(z) = p, for p strictly inside (0, 1).
///
/// Relative error at most 1e-14 for p in 1e-300 ... 1 - 2^-53. Zero gives -infinity, one +infinity; NaN and numbers
/// outside [0, 1] give NaN. The vectors may lie at any address, and `z` may be `p`. A lane's value does not depend on its
/// neighbours'.
public func normalQuantiles(of p: UnsafeRawPointer, into z: UnsafeMutableRawPointer, count: Int) {
  // Logarithms in one loop, polynomials in the next: in one, the chain of both is longer than a processor looks ahead.
  let most = 8
  withUnsafeTemporaryAllocation(of: Vector.self, capacity: 2 * most) { memory in
    let arguments = memory.baseAddress!
    let kept = arguments + most
    var start = 0
    while start < count {
      let number = min(most, count - start)
      let (p, z) = (p + start * vectorBytes, z + start * vectorBytes)
      let areCentral = centralArguments(of: p, into: arguments, count: number)
      if !areCentral { UnsafeMutableRawPointer(kept).copyMemory(from: p, byteCount: number * vectorBytes) }
      centralNormalQuantiles(of: p, arguments: arguments, into: z, count: number)
      if !areCentral { replaceTails(of: kept, in: z, count: number) }
      start += number
    }
  }
}

/// The standard normal quantile of one number, as above.
public func normalQuantile(_ p: Double) -> Double {
  var value = Vector(repeating: p)
  withUnsafeMutableBytes(of: &value) { normalQuantiles(of: $0.baseAddress!, into: $0.baseAddress!, count: 1) }
  return value[0]
}

/// Writes w - 3.125; whether every lane is where the central polynomial holds.
@inline(never)
private func centralArguments(of p: UnsafeRawPointer, into t: UnsafeMutablePointer<Vector>, count: Int) -> Bool {
  var outside = SIMDMask<SIMD8<Int64>>(repeating: false)
  for i in 0..<count {
    let product = fourfoldVariance(p.loadUnaligned(fromByteOffset: i &* vectorBytes, as: Vector.self))
    outside .|= .!isCentral(product)
    let w = -logarithmOfNormal(product, exponentOfOne: Vector(repeating: exponentShifter))
    t[i] = w - Vector(repeating: 3.125)
  }
  return !anyLane(outside)
}

@inline(never)
private func centralNormalQuantiles(
  of p: UnsafeRawPointer, arguments t: UnsafePointer<Vector>, into z: UnsafeMutableRawPointer, count: Int
) {
  for i in 0..<count {
    let p = p.loadUnaligned(fromByteOffset: i &* vectorBytes, as: Vector.self)
    // 2p - 1 and not p - (1 - p): it is exact from 1/4 up, where 1 - p is not.
    let quantile = (p + p - Vector(repeating: 1)) * centralNormalQuantile(t[i])
    z.storeBytes(of: quantile, toByteOffset: i &* vectorBytes, as: Vector.self)
  }
}

/// Puts the quantiles of lanes in the tails in place of what the central polynomial gave for them.
@inline(never)
private func replaceTails(of p: UnsafePointer<Vector>, in z: UnsafeMutableRawPointer, count: Int) {
  for i in 0..<count {
    let inside = isCentral(fourfoldVariance(p[i]))
    if allLanes(inside) { continue }
    // Through memory: a vector passed by value to a function that is not inlined travels as four quarters, and the
    // compiler would then keep the whole computation in quarters.
    var tails = p[i]
    withUnsafeMutablePointer(to: &tails) { normalQuantileTails($0) }
    let central = z.loadUnaligned(fromByteOffset: i &* vectorBytes, as: Vector.self)
    z.storeBytes(
      of: tails.replacing(with: central, where: inside), toByteOffset: i &* vectorBytes, as: Vector.self)
  }
}

private let vectorBytes = MemoryLayout<Vector>.size

/// 4p(1 - p).
@_transparent
private func fourfoldVariance(_ p: Vector) -> Vector { Vector(repeating: 4) * p * (Vector(repeating: 1) - p) }

/// Whether w = -log(4p(1 - p)) is at most 6.25; false for NaN, and for zero or less, whose logarithm is garbage.
@_transparent
private func isCentral(_ product: Vector) -> SIMDMask<SIMD8<Int64>> {
  product .> Vector(repeating: 0.0019304541362277093)
}

/// P(w - 3.125), where the quantile is (2p - 1) P and w = -log(4p(1 - p)) is at most 6.25.
@_transparent
private func centralNormalQuantile(_ t: Vector) -> Vector {
  // Four interleaved chains: Horner's rule alone would wait for the latency of 22 multiply-adds.
  let t2 = t * t
  let t4 = t2 * t2
  let c0 = multiplyAdd(t, Vector(repeating: 0.33963495870114085), 2.338620710026593)
  let c2 = multiplyAdd(t, Vector(repeating: -0.0010475115695030076), -0.00853289917726757)
  let c4 = multiplyAdd(t, Vector(repeating: -1.9632852817479085e-05), 0.00026408204954264024)
  let c6 = multiplyAdd(t, Vector(repeating: 5.988894294256318e-07), -1.9310650328765146e-06)
  let c8 = multiplyAdd(t, Vector(repeating: -5.8161415131622495e-09), -4.111173507827262e-08)
  let c10 = multiplyAdd(t, Vector(repeating: -7.658591205111031e-11), 1.486649926123177e-09)
  let c12 = multiplyAdd(t, Vector(repeating: 3.724433936330848e-12), -1.835296386245696e-11)
  let c14 = multiplyAdd(t, Vector(repeating: -5.735221444041998e-14), -1.1464455824953867e-13)
  let c16 = multiplyAdd(t, Vector(repeating: 3.064593190079847e-17), 9.308290460578683e-15)
  let c18 = multiplyAdd(t, Vector(repeating: 1.5734249840893945e-17), -1.825328774880696e-16)
  let c20 = multiplyAdd(t, Vector(repeating: -2.37408706321372e-19), 1.5595624147452077e-18)
  let d0 = multiplyAdd(c2, t2, c0)
  let d4 = multiplyAdd(c6, t2, c4)
  let d8 = multiplyAdd(c10, t2, c8)
  let d12 = multiplyAdd(c14, t2, c12)
  let d16 = multiplyAdd(c18, t2, c16)
  let d20 = multiplyAdd(t2, Vector(repeating: -3.3408952670514297e-22), c20)
  var high = multiplyAdd(d20, t4, d16)
  high = multiplyAdd(high, t4, d12)
  high = multiplyAdd(high, t4, d8)
  high = multiplyAdd(high, t4, d4)
  return multiplyAdd(high, t4, d0)
}

/// Replaces the lanes with min(p, 1 - p) below 4.9e-4 by their quantiles; the other lanes become meaningless.
@inline(never)
private func normalQuantileTails(_ argument: UnsafeMutablePointer<Vector>) {
  let p = argument.pointee
  let q = Vector(repeating: 1) - p
  let upper = p .> q
  let tail = p.replacing(with: q, where: upper)
  var r = tail
  logarithmOfAny(&r)
  for lane in 0..<Vector.scalarCount { r[lane] = (-r[lane]).squareRoot() }

  let near = r - Vector(repeating: 1.6)
  let nearTop = horner(
    near, 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
    3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734)
  let nearBottom = horner(
    near, 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
    6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1)
  let far = r - Vector(repeating: 5)
  let farTop = horner(
    far, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
    2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720)
  let farBottom = horner(
    far, 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
    1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1)
  var z = nearTop / nearBottom
  z.replace(with: farTop / farBottom, where: r .> Vector(repeating: 5))
  z.replace(with: Vector(repeating: .infinity), where: tail .== Vector.zero)
  z.replace(with: r, where: .!(tail .>= Vector.zero))
  argument.pointee = (-z).replacing(with: z, where: upper)
}

/// c0 x^7 + ... + c7.
@inline(__always)
private func horner(
  _ x: Vector, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double,
  _ c7: Double
) -> Vector {
  var sum = multiplyAdd(Vector(repeating: c0), x, c1)
  sum = multiplyAdd(sum, x, c2)
  sum = multiplyAdd(sum, x, c3)
  sum = multiplyAdd(sum, x, c4)
  sum = multiplyAdd(sum, x, c5)
  sum = multiplyAdd(sum, x, c6)
  return multiplyAdd(sum, x, c7)
}
