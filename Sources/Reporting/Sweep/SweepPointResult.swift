/// What is kept of a point of a sweep: its rows of the table, and what the terminal shows of it.
public struct SweepPointResult: Sendable, Equatable, Codable {
  /// The probability of a commitment.
  struct Probability: Sendable, Equatable, Codable {
    let target: String
    let value: Double
    let error: Double?
  }

  /// Where a value is not a finite number.
  struct Place: Sendable, Equatable, Codable {
    let indicator: String
    let year: Int
  }

  /// Rows of `sweep.csv`.
  let rows: String
  let members: Int
  let targets: [Probability]
  let nonFinite: Place?
}
