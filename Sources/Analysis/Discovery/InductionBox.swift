/// One box of a trajectory: limits on the parameters, and what lies within them.
public struct InductionBox: Sendable, Equatable {
  /// How a box came from the one before it.
  public enum Phase: String, Sendable {
    /// The first of a trajectory: no limits.
    case start
    /// A slice was cut off.
    case peel
    /// A slice was taken in again.
    case paste
    /// Limits the data do not support were dropped.
    case drop
  }

  /// A parameter that the box limits.
  public struct Restriction: Sendable, Equatable {
    /// Position of the parameter in the sample.
    public let parameter: Int
    /// Quasi-p-value of the lower limit; nil when there is none.
    public let lowerQuasiP: Double?
    /// Quasi-p-value of the upper limit; nil when there is none.
    public let upperQuasiP: Double?

    /// The larger of the quasi-p-values: that of the limit the data support least.
    public var quasiP: Double { max(lowerQuasiP ?? 0, upperQuasiP ?? 0) }
  }

  /// How it came about.
  public let phase: Phase
  /// Lower limit of every parameter, in its unit; the sample's smallest value where it is not restricted.
  public let lower: [Double]
  /// Upper limit of every parameter.
  public let upper: [Double]
  /// The parameters it restricts, in the order of the sample.
  public let restrictions: [Restriction]
  /// Members within the box.
  public let members: Int
  /// Members of interest within it.
  public let cases: Int
  /// Share of all members of interest that lie in the box.
  public let coverage: Double
  /// Share of the members in the box that are of interest.
  public let density: Double
  /// Share of all members that lie in the box.
  public let mass: Double

  /// True when a member lies within the limits (which are inclusive).
  public func contains(_ values: [[Double]], member: Int) -> Bool {
    restrictions.allSatisfy { restriction in
      let value = values[restriction.parameter][member]
      return lower[restriction.parameter] <= value && value <= upper[restriction.parameter]
    }
  }
}
