/// A sampler could not be made.
public enum SamplerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The number of members is outside 1 ..< 2^32.
  case memberCount(Int)
  /// A dimension asks for a row outside the table of direction numbers.
  case sobolDimensionOutsideTable(name: String, dimension: Int)
  /// Two dimensions share a row of the table of direction numbers, so that their points would be dependent.
  case sobolDimensionRepeated(dimension: Int, names: [String])
  /// Two dimensions have one name, so that their draws would be the same.
  case nameRepeated(String)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .memberCount(let count):
      "the number of members must be at least 1 and below 2^32, not \(count)"
    case .sobolDimensionOutsideTable(let name, let dimension):
      "\(name) asks for Sobol' dimension \(dimension), outside 1...\(SobolSequence.dimensions)"
    case .sobolDimensionRepeated(let dimension, let names):
      "\(names.joined(separator: " and ")) both use Sobol' dimension \(dimension)"
    case .nameRepeated(let name):
      "two dimensions of the sample are named \(name)"
    }
  }
}
