import Analysis
import District

/// A finished attribution, read back from `attribution.csv`.
enum StoredAttribution {
  /// Reads the attribution of a folder.
  ///
  /// - Throws: as `StoredAnalysis.table`; `Diagnostic` when a row does not belong.
  static func read(_ analysis: StoredAnalysis) throws -> Attribution {
    let table = try analysis.table("attribution.csv", headings: AttributionTable.headings)
    guard let axis = analysis.details.axis.flatMap(AttributionAxis.init) else {
      throw Diagnostic(file: "\(analysis.folder)/\(OutputFolder.manifestName)", message: "the manifest names no axis")
    }
    let players = PlayerWords.all(axis, analysis.scenario.district).map(\.id)
    var order: [ExplainedOutcome] = []
    var effects: [String: [String: AttributedEffect]] = [:]
    for row in table.rows {
      let outcome = table.text(row, "outcome")
      let player = table.text(row, "player")
      guard player.isEmpty || players.contains(player) else {
        throw table.fault(row, "player", "'\(player)' is none of the attribution's \(players.count) parts")
      }
      if effects[outcome] == nil { order.append(try table.outcome(row, analysis.scenario)) }
      effects[outcome, default: [:]]["\(table.text(row, "part")):\(player)"] = try effect(table, row)
    }
    let outcomes = try order.map { outcome in
      func one(_ part: String, _ player: String = "") throws -> AttributedEffect {
        guard let effect = effects[outcome.id]?["\(part):\(player)"] else {
          throw table.fault(0, "outcome", "the row '\(part)' of '\(outcome.id)' \(player) is missing")
        }
        return effect
      }
      return AttributedOutcome(
        outcome: outcome, base: try one("base"), total: try one("total"), interaction: try one("interaction"),
        shares: try players.map { try one("share", $0) }, solo: try players.map { try one("solo", $0) },
        last: try players.map { try one("last", $0) })
    }
    return Attribution(
      axis: axis, players: players, isExact: analysis.details.shares == "every coalition", scenario: analysis.scenario,
      outcomes: outcomes)
  }

  private static func effect(_ table: StoredTable, _ row: Int) throws -> AttributedEffect {
    let quantiles = try ["p05", "p25", "p50", "p75", "p95"].compactMap { try table.optionalNumber(row, $0) }
    return AttributedEffect(
      mean: try table.number(row, "mean"), quantiles: quantiles,
      standardError: try table.optionalNumber(row, "mean_se"))
  }
}
