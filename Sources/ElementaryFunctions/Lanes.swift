/// Whether any lane of the mask is true.
///
/// The standard library's `any` takes the minimum of the lanes by a loop that is often left as a call; folding the
/// lanes in half twice is a few instructions.
@_transparent
public func anyLane(_ mask: SIMDMask<SIMD8<Int64>>) -> Bool {
  let lanes = unsafeBitCast(mask, to: SIMD8<Int64>.self)
  let four = lanes.lowHalf | lanes.highHalf
  let two = four.lowHalf | four.highHalf
  return two[0] | two[1] != 0
}

/// Whether every lane of the mask is true.
@_transparent
public func allLanes(_ mask: SIMDMask<SIMD8<Int64>>) -> Bool {
  let lanes = unsafeBitCast(mask, to: SIMD8<Int64>.self)
  let four = lanes.lowHalf & lanes.highHalf
  let two = four.lowHalf & four.highHalf
  return two[0] & two[1] != 0
}

/// The sum of the lanes, in one fixed order.
///
/// A call, and through memory: where lanes are added in line, the compiler computes all that leads to the sum in the
/// narrow pieces that are added.
@_transparent
public func sumOfLanes(_ x: Vector) -> Double {
  withUnsafePointer(to: x) { sumOfLanes(at: $0) }
}

/// The sum of the lanes of a vector in memory.
@usableFromInline @inline(never)
func sumOfLanes(at x: UnsafePointer<Vector>) -> Double {
  let four = x.pointee.lowHalf + x.pointee.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}

/// The sum of the lanes modulo 2^64; a call, as for doubles.
@_transparent
public func sumOfLanes(_ x: VectorBits) -> UInt64 {
  withUnsafePointer(to: x) { sumOfLanes(at: $0) }
}

/// The sum modulo 2^64 of the lanes of a vector in memory.
@usableFromInline @inline(never)
func sumOfLanes(at x: UnsafePointer<VectorBits>) -> UInt64 {
  let four = x.pointee.lowHalf &+ x.pointee.highHalf
  let two = four.lowHalf &+ four.highHalf
  return two[0] &+ two[1]
}

/// The smallest lane, in memory for the reason above; none may be NaN.
@inline(never)
public func leastLane(at x: UnsafePointer<Vector>) -> Double {
  let four = x.pointee.lowHalf.replacing(with: x.pointee.highHalf, where: x.pointee.highHalf .< x.pointee.lowHalf)
  let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .< four.lowHalf)
  return two[1] < two[0] ? two[1] : two[0]
}

/// The largest lane; none may be NaN.
@inline(never)
public func greatestLane(at x: UnsafePointer<Vector>) -> Double {
  let four = x.pointee.lowHalf.replacing(with: x.pointee.highHalf, where: x.pointee.highHalf .> x.pointee.lowHalf)
  let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
  return two[1] > two[0] ? two[1] : two[0]
}
