import Foundation
import Testing

@Suite struct DiffCommandTests {
  private let baseline = Program.scenario("baseline")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ files: [String], _ output: String, _ more: String...) throws {
    let result = try Program.run(
      ["run"] + files + ["-q", "-o", output, "--members", "1024", "--horizon", "2022"] + more, in: folder.path)
    try #require(result.status == 0, "\(result.errors)")
  }

  private func diff(_ arguments: String...) throws -> ProgramResult {
    try Program.run(["diff"] + arguments + ["--lang", "en"], in: folder.path)
  }

  @Test func equalResultsEndWithZero() throws {
    try run([baseline], "one")
    try run([baseline], "two", "--threads", "1")
    let result = try diff("one", "two")
    #expect(result.status == 0 && result.output.contains("Nothing moved"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("same draws"))
  }

  @Test func aSmallChangeOnTheSameDrawsIsFoundAndSortedByImportance() throws {
    // Half a percent of one project's money: far below the Monte Carlo error.
    try folder.write(
      "changed.yaml",
      """
      scenario: baseline
      extends: \(baseline)
      title: {zh: 改, en: changed}
      funding:
        adjust:
          - {project: tourism, multiply: 1.005}

      """)
    try run([baseline], "one")
    try run(["changed.yaml"], "two")
    let result = try diff("one", "two", "-o", "d")
    #expect(
      result.status == 1 && result.output.contains("changed inputs: scenario"), "\(result.output)\(result.errors)")
    let table = rows(ofCSV: try folder.bytes("d/diff.csv"))
    let column = Dictionary(uniqueKeysWithValues: table[0].enumerated().map { ($1, $0) })
    let shifts = table.dropFirst().compactMap { Double($0[column["shift_sd"]!]).map(abs) }
    #expect(shifts.count == table.count - 1 && shifts == shifts.sorted(by: >))
    let moved = Set(table.dropFirst().map { $0[column["id"]!] })
    #expect(moved.contains("tourism") && moved.contains("executed.tourism") && !moved.contains("executed.agriculture"))
    for row in table.dropFirst() {
      let (old, new) = (Double(row[column["old"]!])!, Double(row[column["new"]!])!)
      #expect(Double(row[column["difference"]!])! == new - old && row[column["test"]!] == "paired")
    }
  }

  @Test func otherDrawsOfTheSameScenarioAreNoMovement() throws {
    try run([baseline], "one")
    try run([baseline], "two", "--seed", "99")
    let result = try diff("one", "two")
    #expect(result.status == 0 && result.output.contains("other draws"), "\(result.output)\(result.errors)")
  }

  @Test func scenariosAddedAndRemovedAreNamed() throws {
    try run([baseline, Program.scenario("no-funding")], "one")
    try run([baseline, Program.scenario("funding-cut")], "two")
    let result = try diff("one", "two")
    #expect(result.status == 1)
    #expect(
      result.output.contains("scenario added: funding-cut") && result.output.contains("scenario removed: no-funding"))
  }

  @Test func resultsOfOtherCommandsAmongThoseOfRunsArePassedOver() throws {
    let files = [baseline, Program.scenario("no-funding")]
    try run(files, "one")
    try run(files, "two")
    let other = try Program.run(
      ["compare"] + files + ["-q", "-o", "two/comparison", "--members", "64"],
      in: folder.path)
    #expect(other.status == 0, "\(other.errors)")
    let result = try diff("one", "two")
    #expect(result.status == 0 && result.output.contains("Nothing moved"), "\(result.output)\(result.errors)")
  }

  @Test func resultsChangedByHandAreRefused() throws {
    try run([baseline], "one")
    try run([baseline], "two")
    var bytes = try folder.bytes("two/targets.csv")
    let digit = try #require(bytes.lastIndex { (UInt8(ascii: "1")...UInt8(ascii: "8")).contains($0) })
    bytes[digit] += 1
    try Data(bytes).write(to: URL(fileURLWithPath: folder("two/targets.csv")))
    let result = try diff("one", "two")
    #expect(result.status == 65 && result.errors.contains("two/targets.csv"), "\(result.errors)")
  }

  @Test func aFolderWithoutResultsIsBadInputAndNoneIsUnreadable() throws {
    try run([baseline], "one")
    try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: false)
    let empty = try diff("one", "empty")
    #expect(empty.status == 65 && empty.errors.contains("empty: error: no results in it"), "\(empty.errors)")
    let none = try diff("one", "none")
    #expect(none.status == 66 && none.errors.contains("none: cannot be read"), "\(none.errors)")
  }
}
