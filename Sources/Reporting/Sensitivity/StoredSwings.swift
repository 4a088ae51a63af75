import Analysis
import District
import Scenarios

/// The swings of a finished sensitivity analysis, read back from `tornado.csv`.
enum StoredSwings {
  /// Reads the tornado of each outcome of a folder.
  ///
  /// - Throws: as `StoredAnalysis.table`; `Diagnostic` when a row does not belong.
  static func read(_ analysis: StoredAnalysis) throws -> [SwingPicture] {
    let table = try analysis.table("tornado.csv", headings: SwingTable.headings)
    let scenario = analysis.scenario
    let inputs = SensitivityInput.all(of: scenario).filter { $0.kind == .parameter }
    var pictures: [SwingPicture] = []
    // Rows of an outcome stand together.
    var start = 0
    while start < table.rows.upperBound {
      let id = table.text(start, "outcome")
      let end = table.rows[start...].first { table.text($0, "outcome") != id } ?? table.rows.upperBound
      let outcome = try table.outcome(start, scenario)
      let rows = try (start..<end).map { row -> SwingPicture.Row in
        let name = table.text(row, "parameter")
        guard let input = inputs.first(where: { $0.id == name }) else {
          throw table.fault(row, "parameter", "'\(name)' is no uncertain parameter of the scenario")
        }
        return SwingPicture.Row(
          input: InputWords(input, scenario), ends: (try table.number(row, "p10"), try table.number(row, "p90")),
          outcome: (try table.number(row, "at_p10"), try table.number(row, "at_p90")))
      }
      pictures.append(
        SwingPicture(
          scenario: scenario, outcome: outcome, mean: try table.number(start, "mean"),
          meanError: try table.optionalNumber(start, "mean_se"), rows: rows))
      start = end
    }
    return pictures
  }
}
