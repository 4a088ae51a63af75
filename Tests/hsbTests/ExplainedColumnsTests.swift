import Foundation
import Testing

@Suite struct ExplainedColumnsTests {
  /// Commands that write CSV files for machines, at a small size; files for people have words for headings.
  private static let commands: [[String]] = [
    ["run", "baseline"], ["compare", "baseline", "no-funding"], ["attribute", "baseline"],
    ["sensitivity", "baseline", "--outcome", "gdp_100_yi"],
    ["robustness", "baseline", "no-funding", "--stress", "stress-drought"],
    ["solve", "baseline", "--target", "gdp_100_yi", "--vary", "funding multiply"],
    ["assimilate", "baseline"], ["backtest", "baseline", "--origin", "2020"],
    ["monitor", "baseline", "--as-of", "2022-11"],
    ["discover", "baseline", "--target", "gdp_100_yi"],
    ["sweep", "sweeps/enterprise-tourism"],
  ]

  @Test("every column of every file that a command writes for machines is explained", arguments: commands)
  func explained(_ command: [String]) throws {
    let folder = try TemporaryFolder()
    let scenarios = "\(Program.repository)/scenarios"
    let arguments = command.map { word in
      FileManager.default.fileExists(atPath: "\(scenarios)/\(word).yaml") ? "\(scenarios)/\(word).yaml" : word
    }
    let size = command[0] == "sweep" ? "64" : command[0] == "backtest" || command[0] == "monitor" ? "1000" : "512"
    let made = try Program.run(arguments + ["--members", size, "--quiet", "--output", "out"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    let files = try folder.names(in: "out").filter { $0.hasSuffix(".csv") }
    #expect(!files.isEmpty)
    var machine = 0
    for file in files {
      let bytes = try folder.bytes("out/\(file)")
      // A byte-order mark: a file for people.
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { continue }
      machine += 1
      let columns = try explainedColumns(of: file)
      for heading in rows(ofCSV: bytes)[0] {
        // The axes of a sweep are the analyst's words.
        if command[0] == "sweep", ["enterprise", "tourism"].contains(heading) { continue }
        // Parameters, which have words of their own.
        if file == "members.csv", !["member", "margin", "met"].contains(heading) { continue }
        #expect(columns.contains(heading), "\(file): \(heading)")
      }
    }
    #expect(machine > 0)
  }

  @Test func theTablesOfAnExportAreExplained() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      ["run", Program.scenario("baseline"), "--members", "64", "-q", "-o", "r"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    for format in ["datapackage", "iamc"] {
      let made = try Program.run(["export", "r", "--format", format, "--output", format], in: folder.path)
      #expect(made.status == 0, "\(made.errors)")
      for file in try folder.names(in: format).filter({ $0.hasSuffix(".csv") }) {
        let columns = try explainedColumns(of: file)
        for heading in rows(ofCSV: try folder.bytes("\(format)/\(file)"))[0] where Int(heading) == nil {
          #expect(columns.contains(heading), "\(file): \(heading)")
        }
      }
    }
  }

  private func explainedColumns(of file: String) throws -> Set<String> {
    let result = try Program.run(["explain", file, "--lang", "en"], in: "/")
    #expect(result.status == 0, "\(file): \(result.errors)")
    let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("  Column: ") }
    return Set(lines.map { String($0.dropFirst(10).prefix { $0 != " " && $0 != ":" }) })
  }
}
