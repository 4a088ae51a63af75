import Foundation

/// What `bin/bench --quick` does not let pass: figures that do not depend on the machine, with room for noise.
struct Thresholds: Codable {
  /// The worst value allowed of one figure.
  struct Limit: Codable {
    let most: Double?
    let least: Double?
    let why: String
  }

  let figures: [String: Limit]

  /// What is wrong, a line each: figures worse than allowed, and figures named here that were not measured.
  func complaints(_ measured: [Figure]) -> [String] {
    figures.sorted { $0.key < $1.key }.compactMap { id, limit in
      guard let value = measured.first(where: { $0.id == id })?.measured else {
        return "\(id): not measured"
      }
      if let most = limit.most, !(value <= most) { return "\(id): \(value), at most \(most) allowed (\(limit.why))" }
      if let least = limit.least, !(value >= least) {
        return "\(id): \(value), at least \(least) wanted (\(limit.why))"
      }
      return nil
    }
  }
}
