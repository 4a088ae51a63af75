// Goals, in order: (1) the points of Joe and Kuo's new-joe-kuo-6 exactly, to 52 bits; (2) no cost at program start.
//
// Reference: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
// Comput. 30 (2008) 2635-2654.

/// The Sobol' sequence with the direction numbers of Joe and Kuo, without randomisation.
///
/// The points come in Gray-code order, as in SciPy and in Joe and Kuo's own program: point i is the one whose natural
/// index is i XOR (i >> 1). An aligned run of 2^k points holds the same points in either order, so every such run of
/// the first 2^52 points is a digital net.
public enum SobolSequence {
  /// Number of dimensions in the table.
  public static let dimensions = 1024

  /// Binary digits of a coordinate.
  public static let digits = 52

  /// Coordinate `dimension`, counted from 1, of point `index`, counted from 0: a multiple of 2^-52 in [0, 1).
  public static func unscrambledPoint(index: UInt64, dimension: Int) -> Double {
    precondition(index < 1 &<< UInt64(digits), "the sequence has 2^52 points")
    let columns = directionNumbers(dimension: dimension)
    var gray = index ^ (index &>> 1)
    var bits: UInt64 = 0
    var column = 0
    while gray != 0 {
      if gray & 1 == 1 { bits ^= columns[column] }
      gray &>>= 1
      column += 1
    }
    return Double(bits) * 0x1p-52
  }

  /// The first direction numbers v, at most 52, of a dimension counted from 1, as 52-bit fractions: v[j] has its last one
  /// at 2^-(j+1).
  static func directionNumbers(dimension: Int, count: Int = digits) -> [UInt64] {
    precondition(dimension >= 1 && dimension <= dimensions, "outside the table of direction numbers")
    precondition(count <= digits, "a coordinate has no more digits")
    // The first dimension is van der Corput's sequence: the identity matrix.
    if dimension == 1 { return (0..<count).map { 1 &<< UInt64(digits - 1 - $0) } }

    // Dimensions are stored in order of degree, so the place of one follows from the sizes of the groups before it.
    var degree = 1
    var firstOfDegree = 2
    var position = 0
    for last in JoeKuoTable.lastDimensionOfDegree {
      if dimension <= last { break }
      position += (last - firstOfDegree + 1) * (degree + 1)
      firstOfDegree = last + 1
      degree += 1
    }
    position += (dimension - firstOfDegree) * (degree + 1)

    let coefficients = number(at: position)
    var columns = [UInt64](repeating: 0, count: count)
    for j in 0..<min(degree, count) {
      let m = 2 * number(at: position + 1 + j) + 1
      columns[j] = m &<< UInt64(digits - 1 - j)
    }
    if count <= degree { return columns }
    for j in degree..<count {
      var v = columns[j - degree] ^ (columns[j - degree] &>> UInt64(degree))
      for k in 1..<degree where (coefficients &>> UInt64(degree - 1 - k)) & 1 == 1 {
        v ^= columns[j - k]
      }
      columns[j] = v
    }
    return columns
  }

  /// Entry `position` of the table: two base-64 digits.
  private static func number(at position: Int) -> UInt64 {
    let digits = JoeKuoTable.digits.utf8Start + 2 * position
    return value(ofDigit: digits[0]) &<< 6 | value(ofDigit: digits[1])
  }

  private static func value(ofDigit digit: UInt8) -> UInt64 {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    default: 63
    }
  }
}
