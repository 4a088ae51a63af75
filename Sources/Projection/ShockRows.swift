import District

/// The row of every shock, by its role in the equations.
public struct ShockRows: Sendable {
  /// Productivity by sector.
  public let productivity: [Int]
  /// Arrival by funding source.
  public let arrival: [Int]
  /// Wage outside the district.
  public let outsideWage: Int
  /// Comparators: all residents, rural residents.
  public let comparators: [Int]
  /// Deflators by industry.
  public let deflators: [Int]
  /// Water.
  public let water: Int
  /// Sales outside the district.
  public let export: Int

  /// Finds the rows of a checked district.
  public init(_ district: District) {
    let rows = Dictionary(uniqueKeysWithValues: district.shocks.enumerated().map { ($1.id, $0) })
    func row(_ id: String) -> Int {
      guard let row = rows[id] else { preconditionFailure("a checked district has the shock \(id)") }
      return row
    }
    productivity = district.sectors.map { row("tfp_\($0.id)") }
    arrival = district.sources.map { row("arrival_\($0.id)") }
    outsideWage = row("outside_wage")
    comparators = district.comparators.map { row($0.id) }
    deflators = Industry.allCases.map { row("deflator_\($0.rawValue)") }
    water = row("water")
    export = row("export")
  }
}
