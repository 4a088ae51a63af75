import Foundation
import Testing

@Suite struct SensitivityCommandTests {
  /// The rows of a table below its heading, by column name.
  private func table(_ folder: TemporaryFolder, _ path: String) throws -> [[String: String]] {
    let lines = rows(ofCSV: try folder.bytes(path))
    #expect(Set(lines.map(\.count)).count == 1, "\(path)")
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func tablesPicturesAndTextSayTheSame() throws {
    let folder = try TemporaryFolder()
    let outcomes = ["gdp_nominal.2025", "gdp_100_yi"]
    let result = try Program.run(
      ["sensitivity", Program.scenario("baseline"), "--members", "1024", "--lang", "en"]
        + outcomes.flatMap { ["--outcome", $0] }, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("not an official forecast") && result.output.contains("all parameters"))
    let place = "results/sensitivity"
    let indices = try table(folder, "\(place)/sensitivity.csv")
    let swings = try table(folder, "\(place)/tornado.csv")
    let information = try table(folder, "\(place)/information.csv")
    let screening = try table(folder, "\(place)/morris.csv")
    let parameters = Set(indices.filter { $0["kind"] == "parameter" }.compactMap { $0["input"] })
    #expect(parameters.count > 70)
    for rows in [swings, information, screening] {
      #expect(Set(rows.compactMap { $0["parameter"] }) == parameters && rows.count == parameters.count * outcomes.count)
    }
    #expect(Set(indices.compactMap { $0["kind"] }) == ["parameter", "block", "year", "all"])
    for row in indices {
      let values = try ["first_low", "first", "first_high"].map { try #require(Double(row[$0] ?? "")) }
      #expect(values == values.sorted())
    }
    // What swings a commitment widely is worth knowing, and nothing is worth more than knowing everything.
    for row in information where row["outcome"] == "gdp_100_yi" {
      let shift = try #require(Double(row["expected_shift"] ?? ""))
      let most = try #require(Double(row["most"] ?? ""))
      #expect(shift >= 0 && shift <= most + 0.02)
    }
    let widest = swings.filter { $0["outcome"] == "gdp_100_yi" }.max {
      abs(Double($0["swing"]!)!) < abs(Double($1["swing"]!)!)
    }
    let first = information.filter { $0["outcome"] == "gdp_100_yi" }.max {
      Double($0["expected_shift"]!)! < Double($1["expected_shift"]!)!
    }
    #expect(widest?["parameter"] == first?["parameter"])
    #expect(swings.allSatisfy { $0["status"] == "assumed" })
    #expect(swings.filter { $0["is_placeholder"] == "1" }.count == 5 * 3 * outcomes.count)
    for outcome in outcomes {
      #expect(try folder.text("\(place)/tornado_\(outcome.replacing(".", with: "_")).svg").contains("</svg>"))
    }
    let people = try folder.bytes("\(place)/sensitivity_leadership.csv")
    #expect(people.starts(with: [0xEF, 0xBB, 0xBF]) && Set(rows(ofCSV: people).map(\.count)).count == 1)
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.bytes("\(place)/manifest.json"))) as? [String: Any])
    #expect(manifest["bootstrap_resamples"] as? Int == 1000 && manifest["information_members"] as? Int == 16_384)
  }

  @Test func threadsChangeNothing() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let result = try Program.run(
        [
          "sensitivity", Program.scenario("funding-cut"), "--members", "300", "--threads", threads, "-q", "-o",
          "t\(threads)", "--outcome", "jobs.2024", "--outcome", "gdp_100_yi",
        ], in: folder.path)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    }
    for name in ["sensitivity.csv", "tornado.csv", "information.csv", "morris.csv", "tornado_jobs_2024.svg"] {
      #expect(try folder.bytes("t1/\(name)") == folder.bytes("t2/\(name)"))
    }
  }

  @Test func plotDrawsTheTornadoOfAFinishedAnalysis() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(
      [
        "sensitivity", Program.scenario("baseline"), "--members", "128", "-q", "-o", "found", "--outcome", "jobs.2024",
        "--outcome", "gdp_100_yi",
      ], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    func plot(_ arguments: String...) throws -> ProgramResult {
      try Program.run(["plot", "found", "--chart", "tornado"] + arguments, in: folder.path)
    }
    let drawn = try plot("--outcome", "gdp_100_yi", "--output", "-")
    let picture = try folder.bytes("found/tornado_gdp_100_yi.svg")
    #expect(drawn.status == 0 && Array(drawn.outputBytes) == picture)
    let narrow = try plot("--lang", "en", "--width", "400", "--output", "-")
    #expect(narrow.status == 0 && narrow.output.contains("At its 10 % quantile") && narrow.output.contains("Jobs"))
    let wrong = try plot("--outcome", "gdp_100_y", "--output", "-")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'gdp_100_yi'?"), "\(wrong.errors)")
    #expect(try Program.run(["plot", "found", "--output", "-"], in: folder.path).status == 65)
    var table = try folder.text("found/tornado.csv")
    table.replace("assumed", with: "sourced")
    try Data(table.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/found/tornado.csv"))
    let changed = try plot("--output", "-")
    #expect(changed.status == 65 && changed.errors.contains("changed since the analysis"), "\(changed.errors)")
  }

  @Test func wrongUseStopsBeforeAnythingIsRun() throws {
    let folder = try TemporaryFolder()
    let scenario = Program.scenario("baseline")
    let wrong = try Program.run(["sensitivity", scenario, "--outcome", "gdp_100_y"], in: folder.path)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'gdp_100_yi'?"), "\(wrong.errors)")
    #expect(try Program.run(["sensitivity", scenario, "--bootstrap", "1"], in: folder.path).status == 64)
    #expect(try Program.run(["sensitivity", "none.yaml"], in: folder.path).status == 66)
    #expect(try folder.names().isEmpty)
  }
}
