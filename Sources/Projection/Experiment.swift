import District
import Sampling
import Scenarios

/// A scenario resolved against a district and laid out for the engine: dense, complete, checked.
///
/// Nothing after it can fail on input. The equation blocks take their coefficients from it once, when a
/// `TileModel` is made.
public struct Experiment: Sendable {
  /// The scenario.
  public let scenario: ResolvedScenario
  /// Rows and names of the series.
  public let catalogue: IndicatorCatalogue
  /// Row of every uncertain parameter by its role in the equations.
  public let parameters: ParameterRows
  /// Row of every shock by its role in the equations.
  public let shocks: ShockRows
  /// Number of projected years, t = 1...years.
  public let years: Int
  /// Multiplies every draw of `value_added_scale`: 1, or the ratio of another assumed base level to the stated one.
  public let baseLevelFactor: Double

  /// Lays out a scenario.
  ///
  /// - Parameters:
  ///   - scenario: a scenario resolved against a checked district.
  ///   - baseLevelFactor: multiplies the draws of the base-year scale and changes nothing else.
  public init(_ scenario: ResolvedScenario, baseLevelFactor: Double = 1) {
    self.scenario = scenario
    catalogue = scenario.catalogue
    parameters = ParameterRows(scenario.district)
    shocks = ShockRows(scenario.district)
    years = scenario.horizon - scenario.district.baseYear
    self.baseLevelFactor = baseLevelFactor
  }

  /// The district, with the scenario's constants.
  public var district: District { scenario.district }
}
