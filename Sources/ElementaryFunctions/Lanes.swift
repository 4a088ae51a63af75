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

/// The smallest lane; none may be NaN. For a vector that is loaded, not computed on the spot, for the reason above.
@_transparent
public func leastLane(_ x: Vector) -> Double {
  let four = x.lowHalf.replacing(with: x.highHalf, where: x.highHalf .< x.lowHalf)
  let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .< four.lowHalf)
  return two[1] < two[0] ? two[1] : two[0]
}

/// The largest lane, likewise.
@_transparent
public func greatestLane(_ x: Vector) -> Double {
  let four = x.lowHalf.replacing(with: x.highHalf, where: x.highHalf .> x.lowHalf)
  let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
  return two[1] > two[0] ? two[1] : two[0]
}
