/// One row of the table: a figure, what it should reach, and what was measured.
struct Figure: Codable {
  /// Whether more or less is better.
  enum Sense: String, Codable {
    case atLeast, atMost
  }

  /// Name in the results and the thresholds.
  let id: String
  let what: String
  let unit: String
  let sense: Sense
  /// What the project set itself; nil for a figure that is only shown.
  let reach: Double?
  /// What was measured; nil when it could not be.
  let measured: Double?
  /// How it was measured, or why it was not.
  let detail: String

  init(
    _ id: String, _ what: String, unit: String, _ sense: Sense, reach: Double?, measured: Double?, detail: String = ""
  ) {
    self.id = id
    self.what = what
    self.unit = unit
    self.sense = sense
    self.reach = reach
    self.measured = measured
    self.detail = detail
  }

  /// A figure that could not be measured.
  init(_ id: String, _ what: String, unit: String, _ sense: Sense, reach: Double?, failure: any Error) {
    self.init(id, what, unit: unit, sense, reach: reach, measured: nil, detail: "not measured: \(failure)")
  }

  /// How far the reach is reached: 1 or more when it is.
  var ratio: Double? {
    guard let reach, let measured else { return nil }
    if reach == 0 { return measured <= 0 ? 1 : 0 }
    return sense == .atLeast ? measured / reach : reach / measured
  }
}
