/// Whether any lane of the mask is true.
///
/// The standard library's `any` takes the minimum of the lanes by a loop that is often left as a call; folding the
/// lanes in half twice is a few instructions.
@inlinable @inline(__always)
public func anyLane(_ mask: SIMDMask<SIMD8<Int64>>) -> Bool {
  let lanes = unsafeBitCast(mask, to: SIMD8<Int64>.self)
  let four = lanes.lowHalf | lanes.highHalf
  let two = four.lowHalf | four.highHalf
  return two[0] | two[1] != 0
}

/// Whether every lane of the mask is true.
@inlinable @inline(__always)
public func allLanes(_ mask: SIMDMask<SIMD8<Int64>>) -> Bool {
  let lanes = unsafeBitCast(mask, to: SIMD8<Int64>.self)
  let four = lanes.lowHalf & lanes.highHalf
  let two = four.lowHalf & four.highHalf
  return two[0] & two[1] != 0
}
