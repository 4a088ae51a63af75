import Foundation
import Testing

@Suite struct SweepCommandTests {
  private let baseline = Program.scenario("baseline")

  private func text(_ sweep: String) -> String {
    """
    scenario: pair
    extends: \(baseline)
    title: {zh: 成对, en: Pair}
    funding:
      adjust:
        - {source: enterprise, multiply: $enterprise}
        - {project: tourism, multiply: $tourism}
    sweep: \(sweep)

    """
  }

  @Test func everyRowOfAPointIsThatOfARunOfItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", text("{axes: {enterprise: [0, 1.5], tourism: [0.5, 2]}}"))
    let result = try Program.run(["sweep", "s.yaml", "--members", "700", "--lang", "en"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("4 points of 700 members") && result.output.contains("results/pair: 2 files"))
    let table = rows(ofCSV: try folder.bytes("results/pair/sweep.csv"))
    #expect(table[0].prefix(7) == ["sweep", "point", "enterprise", "tourism", "kind", "id", "unit"])
    let rowsOfThird = table.filter { $0[1] == "3" }
    #expect(rowsOfThird.allSatisfy { $0[2] == "1.5" && $0[3] == "0.5" })
    try folder.write(
      "one.yaml",
      text("").replacingOccurrences(of: "$enterprise", with: "1.5").replacingOccurrences(of: "$tourism", with: "0.5")
        .replacingOccurrences(of: "sweep: \n", with: ""))
    let single = try Program.run(["run", "one.yaml", "--members", "700", "-q", "-o", "one"], in: folder.path)
    #expect(single.status == 0, "\(single.errors)")
    let projections = rows(ofCSV: try folder.bytes("one/projections.csv"))
    let targets = rows(ofCSV: try folder.bytes("one/targets.csv"))
    for row in rowsOfThird where row[4] == "indicator" {
      let own = try #require(projections.first { $0[1] == row[5] && $0[3] == row[7] })
      // mean, sd, p05, p50, p95 and the errors of mean, p05, p50, p95
      #expect(Array(row[8..<17]) == [4, 5, 6, 8, 10, 11, 12, 14, 16].map { own[$0] }, "\(row)")
    }
    let rowsOfTargets = rowsOfThird.filter { $0[4] == "target" }
    #expect(rowsOfTargets.count == targets.count - 1)
    for (row, own) in zip(rowsOfTargets, targets.dropFirst()) {
      #expect(row[5] == own[1] && row[17] == own[7] && row[18] == own[8])
    }
  }

  @Test func threadsChangeNothingAndPairedAxesRunTogether() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", text("{axes: {enterprise: [0, 1, 2], tourism: [1, 1.5, 0]}, combine: paired}"))
    for threads in ["1", "3"] {
      let result = try Program.run(
        ["sweep", "s.yaml", "--members", "300", "--threads", threads, "-q", "-o", "t\(threads)"], in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    #expect(try folder.bytes("t1/sweep.csv") == folder.bytes("t3/sweep.csv"))
    let points = Set(rows(ofCSV: try folder.bytes("t1/sweep.csv")).dropFirst().map { Array($0[1...3]) })
    #expect(points == [["1", "0", "1"], ["2", "1", "1.5"], ["3", "2", "0"]])
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.bytes("t1/manifest.json"))) as? [String: Any])
    #expect(manifest["schema"] as? String == "hsb/manifest/sweep/1" && manifest["points"] as? Int == 3)
  }

  @Test func faultsAreReportedAndNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", text("{axes: {enterprise: [0, -1], tourism: [1]}}"))
    for command in [["sweep", "s.yaml"], ["validate", "s.yaml"]] {
      let result = try Program.run(command, in: folder.path)
      #expect(result.status == 65 && result.errors.contains("s.yaml:8:32: error:"), "\(result.errors)")
    }
    #expect(try Program.run(["sweep", "none.yaml"], in: folder.path).status == 66)
    let plain = try Program.run(["sweep", baseline], in: folder.path)
    #expect(plain.status == 65 && plain.errors.contains("has no `sweep`"))
    let run = try Program.run(["run", "s.yaml"], in: folder.path)
    #expect(run.status == 65 && run.errors.contains("run it with `hsb sweep`"))
    #expect(try folder.names() == ["s.yaml"])
  }

  @Test func validateSaysHowManyPointsASweepHas() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", text("{axes: {enterprise: [0, 1], tourism: [1, 2, 3]}}"))
    let result = try Program.run(["validate", "s.yaml", baseline], in: folder.path)
    #expect(result.status == 0 && result.output.contains("s.yaml: valid: sweep 'pair', 6 points"), "\(result.errors)")
  }
}
