import Foundation
import Testing

@Suite struct CompareCommandTests {
  private let baseline = Program.scenario("baseline")
  private let cut = Program.scenario("funding-cut")

  private func table(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
    let all = rows(ofCSV: try folder.bytes(name))
    return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }
  }

  @Test func writesDifferencesChangesAndCostsWithTheirErrors() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["compare", baseline, cut, Program.scenario("no-funding"), "--members", "1024", "-o", "c", "--lang", "en"],
      in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("funding-cut") && result.output.contains("c: 9 files"))
    #expect(
      try folder.names(in: "c") == [
        "comparison.csv", "comparison_commitments.svg", "comparison_costs.csv", "comparison_gdp_nominal.svg",
        "comparison_income_all.svg", "comparison_income_rural.svg", "comparison_leadership.csv",
        "comparison_targets.csv", "manifest.json",
      ])
    let differences = try table(folder, "c/comparison.csv")
    #expect(Set(differences.map { $0["scenario"]! }) == ["funding-cut", "no-funding"])
    for row in differences {
      let (before, now, mean) = (
        Double(row["reference_mean"]!)!, Double(row["scenario_mean"]!)!, Double(row["mean"]!)!
      )
      #expect(abs(now - before - mean) <= 1e-9 * max(1, abs(before)), "\(row)")
      #expect(!row["unit"]!.isEmpty && !row["mean_se"]!.isEmpty)
    }
    let costs = try table(folder, "c/comparison_costs.csv")
    let gdp = try #require(costs.first { $0["scenario"] == "no-funding" && $0["outcome"] == "gdp_real" })
    let ratio = Double(gdp["extra_executed_yi_2020"]!)! / Double(gdp["change"]!)!
    #expect(abs(Double(gdp["cost_yi_2020_per_step"]!)! - ratio) < 1e-9 * ratio && gdp["verdict"] == "trade_off")
    let leadership = rows(ofCSV: try folder.bytes("c/comparison_leadership.csv"))
    #expect(try folder.bytes("c/comparison_leadership.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(Set(leadership.map(\.count)).count == 1)
  }

  @Test func aScenarioComparedWithItselfDiffersByExactlyZero() throws {
    let folder = try TemporaryFolder()
    try folder.write("twin.yaml", "scenario: twin\nextends: \(baseline)\ntitle: {zh: 同, en: twin}\n")
    let result = try Program.run(
      ["compare", baseline, "twin.yaml", "--members", "512", "-q", "-o", "c"], in: folder.path)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    for row in try table(folder, "c/comparison.csv") {
      for column in ["mean", "sd", "p05", "p95", "mean_se", "probability_higher", "probability_lower"] {
        #expect(row[column] == "0", "\(row["indicator"]!) \(column)")
      }
    }
    for row in try table(folder, "c/comparison_targets.csv") { #expect(["", "0"].contains(row["change"]!)) }
    for row in try table(folder, "c/comparison_costs.csv") { #expect(row["verdict"] == "undecided") }
  }

  @Test func finishedRunsGiveWhatTheirFilesGiveWhateverTheThreads() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["run", baseline, cut, "--members", "700", "-q", "-o", "r"], in: folder.path)
    #expect(
      try Program.run(["compare", "r/baseline", "r/funding-cut/", "-q", "-o", "folders"], in: folder.path).status == 0)
    let files = try Program.run(
      ["compare", baseline, cut, "--members", "700", "--threads", "1", "-q", "-o", "files"], in: folder.path)
    #expect(files.status == 0)
    for name in ["comparison.csv", "comparison_targets.csv", "comparison_costs.csv", "comparison_leadership.csv"] {
      #expect(try folder.bytes("folders/\(name)") == folder.bytes("files/\(name)"), "\(name)")
    }
    // A file beside a folder takes on the draws of the folder.
    #expect(try Program.run(["compare", "r/baseline", cut, "-q", "-o", "mixed"], in: folder.path).status == 0)
    #expect(try folder.bytes("mixed/comparison.csv") == folder.bytes("files/comparison.csv"))
  }

  @Test func whatWasNotRunWithTheSameDrawsIsRefusedInASentence() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["run", baseline, "--members", "128", "-q", "-o", "a"], in: folder.path)
    _ = try Program.run(["run", cut, "--members", "128", "--seed", "7", "-q", "-o", "b"], in: folder.path)
    let seeds = try Program.run(["compare", "a", "b"], in: folder.path)
    #expect(seeds.status == 65 && seeds.errors.contains("its seed is 7, not 20210410"), "\(seeds.errors)")
    let years = try Program.run(["compare", baseline, Program.scenario("long-horizon-2035")], in: folder.path)
    #expect(years.status == 65 && years.errors.contains("its last year is 2035, not 2025"), "\(years.errors)")
    #expect(try Program.run(["compare", "a", "b", "--seed", "7"], in: folder.path).status == 64)
    #expect(try Program.run(["compare", "a"], in: folder.path).status == 64)
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func aFolderThatNoLongerIsWhatWasRunIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["run", baseline, "--members", "128", "-q", "-o", "a"], in: folder.path)
    let table = try folder.text("a/projections.csv")
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var cells = lines[9].split(separator: ",").map(String.init)
    cells[4] = "12"
    try folder.write(
      "a/projections.csv", (lines[..<9] + [cells.joined(separator: ",")] + lines[10...]).joined(separator: "\n"))
    let changed = try Program.run(["compare", "a", cut], in: folder.path)
    #expect(changed.status == 65 && changed.errors.contains("a/projections.csv:10: error:"), "\(changed.errors)")
    #expect(changed.errors.contains("hsb run a/scenario.yaml"))
    try folder.write("a/projections.csv", table)
    try folder.write("a/scenario.yaml", try folder.text("a/scenario.yaml") + "# a note\n")
    let edited = try Program.run(["compare", "a", cut], in: folder.path)
    #expect(edited.status == 65 && edited.errors.contains("a/scenario.yaml: error:"), "\(edited.errors)")
    try folder.makeFolder("empty")
    let none = try Program.run(["compare", "empty", cut], in: folder.path)
    #expect(none.status == 66 && none.errors.contains("empty/manifest.json: cannot be read: no such file"))
    _ = try Program.run(["compare", baseline, cut, "--members", "64", "-q", "-o", "c"], in: folder.path)
    let other = try Program.run(["compare", "c", cut], in: folder.path)
    #expect(other.status == 65 && other.errors.contains("the manifest of a folder 'hsb run' wrote"), "\(other.errors)")
  }
}
