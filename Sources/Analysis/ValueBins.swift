import ElementaryFunctions

/// How values of one indicator fall into the bins of its histogram.
///
/// Bins are logarithmic in |x| + resolution with 1,024 to the octave, mirrored for negative values: a value is known
/// to within one part in 1,024 of |x| + resolution, before the interpolation inside the bin. Computed from the bits of
/// the number, without a logarithm: the exponent and the first ten bits of the mantissa, read as an integer, are a
/// monotone map (the idea of HdrHistogram and DDSketch, Masson et al. 2019).
package struct ValueBins: Sendable, Equatable {
  /// Bits of the mantissa below the bin.
  private static let shift: UInt64 = 42
  /// The widest a bin can be, relative to |x| + resolution.
  package static let relativeWidth = Double(1 << shift) * 0x1p-52
  /// Added to every magnitude: what lies below it is binned evenly.
  package let resolution: Double
  /// The bin of zero.
  private let zero: Int64

  /// Makes the bins for values whose differences below a resolution (> 0) do not matter.
  package init(resolution: Double) {
    precondition(resolution > 0)
    self.resolution = resolution
    zero = Int64(resolution.bitPattern >> Self.shift)
  }

  /// The bins of eight values.
  @inline(__always)
  package func bins(of x: Vector) -> SIMD8<Int64> {
    // Adding zero makes -0 into 0, which shares its bin.
    let raw = unsafeBitCast(x + 0, to: SIMD8<Int64>.self)
    let sign = raw &>> SIMD8<Int64>(repeating: 63)
    let magnitude = unsafeBitCast(raw & SIMD8<Int64>(repeating: .max), to: Vector.self)
    let bits = unsafeBitCast(magnitude + resolution, to: SIMD8<Int64>.self)
    let bin = (bits &>> SIMD8<Int64>(repeating: Int64(Self.shift))) &- zero
    return bin ^ sign
  }

  /// The bins of eight values none of which is below zero, counted from a bin.
  @inline(__always)
  package func bins(ofNonNegative x: Vector, from first: SIMD8<Int64>) -> SIMD8<Int64> {
    let bits = unsafeBitCast(x + resolution, to: SIMD8<Int64>.self)
    return (bits &>> SIMD8<Int64>(repeating: Int64(Self.shift))) &- (first &+ zero)
  }

  /// The bin of one value.
  package func bin(of x: Double) -> Int {
    let bin = Int((x.magnitude + resolution).bitPattern >> Self.shift) - Int(zero)
    return x < 0 ? ~bin : bin
  }

  /// The lower edge of a bin.
  package func lowerEdge(_ bin: Int) -> Double {
    if bin < 0 { return -edge(magnitudeBin: ~bin + 1) }
    return edge(magnitudeBin: bin)
  }

  /// The upper edge of a bin.
  package func upperEdge(_ bin: Int) -> Double {
    if bin < 0 { return -edge(magnitudeBin: ~bin) }
    return edge(magnitudeBin: bin + 1)
  }

  /// The lower and upper edges of eight bins.
  @_transparent
  func edges(_ bin: SIMD8<Int64>) -> (lower: Vector, upper: Vector) {
    let sign = bin &>> 63
    let magnitude = (bin ^ sign) &+ SIMD8<Int64>(repeating: zero)
    let near = edge(bits: magnitude &<< Int64(Self.shift))
    let far = edge(bits: (magnitude &+ 1) &<< Int64(Self.shift))
    let isNegative = sign .!= SIMD8<Int64>.zero
    return (
      near.replacing(with: Vector.zero - far, where: isNegative),
      far.replacing(with: Vector.zero - near, where: isNegative)
    )
  }

  @_transparent
  private func edge(bits: SIMD8<Int64>) -> Vector {
    maximum(Vector.zero, unsafeBitCast(bits, to: Vector.self) - Vector(repeating: resolution))
  }

  private func edge(magnitudeBin: Int) -> Double {
    max(0, Double(bitPattern: UInt64(magnitudeBin + Int(zero)) << Self.shift) - resolution)
  }
}
