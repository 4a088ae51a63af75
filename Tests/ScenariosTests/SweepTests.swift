import District
import Foundation
import Scenarios
import Testing

/// A broken sweep file and the words its message must hold, from its first line.
private struct SweepExhibit: Sendable, CustomTestStringConvertible {
  let file: String
  let words: [String]

  var testDescription: String { URL(fileURLWithPath: file).lastPathComponent }

  static let all: [SweepExhibit] = {
    let folder = GalleryExhibit.folder + "/sweeps"
    return try! FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let text = try! String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let words = text.split(separator: "\n")[0].dropFirst("# expect: ".count).components(separatedBy: " | ")
      return SweepExhibit(file: "\(folder)/\(name)", words: words)
    }
  }()
}

@Suite("Sweeps")
struct SweepTests {
  private static let head = "scenario: test\ntitle: {zh: 测试, en: Test}\n"

  private func read(_ body: String) throws -> (sweep: Sweep?, messages: [Diagnostic]) {
    let folder = try ScenarioFolder()
    let file = try folder.write(Self.head + body)
    let (sweep, diagnostics) = try readSweep(file: file, overrides: ScenarioOverrides(), library: SmallDistrict.library)
    return (sweep, diagnostics.messages)
  }

  @Test(
    "each broken sweep gives one error with the place, the offending text and what was expected",
    arguments: SweepExhibit.all)
  private func exhibit(_ exhibit: SweepExhibit) throws {
    let (sweep, diagnostics) = try readSweep(
      file: exhibit.file, overrides: ScenarioOverrides(), library: SmallDistrict.library)
    #expect(sweep == nil)
    #expect(diagnostics.messages.errors.count == 1, "\(diagnostics)")
    let message = diagnostics.messages.errors.first?.description ?? ""
    for word in exhibit.words { #expect(message.contains(word), "'\(word)' is not in: \(message)") }
  }

  @Test("a grid runs through every pair of values, the last axis fastest")
  func grid() throws {
    let (found, messages) = try read(
      """
      funding:
        adjust:
          - {source: enterprise, multiply: $a}
          - {project: tourism, multiply: $b}
      sweep: {axes: {a: {from: 0, to: 2, by: 0.1}, b: [0, 0.5]}}
      """)
    let sweep = try #require(found, "\(messages)")
    #expect(sweep.points.count == 42 && !sweep.isPaired)
    #expect(sweep.points[3].positions == [1, 1] && sweep.points[3].number == 4)
    // Steps read as a person writes them.
    #expect(sweep.axes[0].values.map(\.text)[3] == "0.3" && sweep.axes[0].values[7].number == 0.7)
    #expect(sweep.axes.map(\.unit) == ["factor", "factor"])
    #expect(sweep.axes.map(\.paths) == [["funding.adjust[0].multiply"], ["funding.adjust[1].multiply"]])
  }

  @Test("a point is the scenario a person would write with its values")
  func point() throws {
    let (found, _) = try read(
      """
      funding: {adjust: [{source: enterprise, multiply: $a}]}
      events: [{year: 2022, shock: tfp_hospitality, sd: $size}]
      sweep: {axes: {a: [0.5, 2], size: [-1, -2]}, combine: paired}
      """)
    let sweep = try #require(found)
    #expect(sweep.points.count == 2 && sweep.isPaired && sweep.axes[1].unit == "standard_deviations")
    for (point, values) in zip(sweep.points, [("0.5", "-1"), ("2", "-2")]) {
      let folder = try ScenarioFolder()
      let (written, _) = try folder.resolve(
        "funding: {adjust: [{source: enterprise, multiply: \(values.0)}]}\n"
          + "events: [{year: 2022, shock: tfp_hospitality, sd: \(values.1)}]\n")
      let same = try #require(written)
      #expect(point.scenario.plan == same.plan && point.scenario.events == same.events)
      #expect(point.scenario.parameters == same.parameters && point.scenario.targets == same.targets)
    }
  }

  @Test("an axis may run over names, years and thresholds, and stand in several places")
  func scalars() throws {
    let (found, messages) = try read(
      """
      funding:
        adjust:
          - {source: $who, year: $when, multiply: 0.5}
          - {source: $who, project: tourism, multiply: 0.5}
      targets: [{id: t, indicator: gdp_nominal, at_least: $level, year: 2025}]
      sweep:
        axes:
          who: [enterprise, min_ning]
          when: [2022, 2023]
          level: {values: [90, 100], title: {zh: 目标, en: Target}}
        indicators: gdp_real
      """)
    let sweep = try #require(found, "\(messages)")
    #expect(sweep.points.count == 8 && sweep.indicators == ["gdp_real"])
    #expect(sweep.axes.map(\.unit) == ["", "year", "yi_yuan"])
    #expect(sweep.axes[0].values.map(\.number) == [nil, nil] && sweep.axes[0].paths.count == 2)
    #expect(sweep.axes[2].title.en == "Target")
    #expect(sweep.points[7].scenario.targets.last?.threshold == .number(100))
  }

  @Test("a warning that every point has is told once, one that some have is not")
  func warnings() throws {
    let (found, messages) = try read(
      """
      funding: {adjust: [{source: enterprise, multiply: $a}]}
      targets: [{id: late, indicator: gdp_nominal, at_least: 1, year: 2030}]
      sweep: {axes: {a: [1, 2]}}
      """)
    #expect(found != nil)
    #expect(messages.count == 1 && messages[0].message.contains("lies past the horizon"), "\(messages)")
  }

  @Test("a sweep is neither run as a scenario nor extended")
  func misplaced() throws {
    let folder = try ScenarioFolder()
    let sweep = try folder.write(
      Self.head + "funding: {adjust: [{multiply: $a}]}\nsweep: {axes: {a: [1, 2]}}\n", as: "sweep.yaml")
    let child = try folder.write("scenario: child\nextends: sweep.yaml\n", as: "child.yaml")
    for (file, words) in [(sweep, "run it with `hsb sweep`"), (child, "no file can extend a sweep")] {
      let readings = readScenarios(files: [file], overrides: ScenarioOverrides(), library: SmallDistrict.library)
      #expect(readings.diagnostics.messages.errors.count == 1)
      #expect(readings.diagnostics.messages.errors[0].message.contains(words))
    }
  }

  @Test("the sweeps shipped resolve")
  func shipped() throws {
    let folder = "\(Repository.root)/scenarios/sweeps"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.isEmpty)
    for name in names {
      let (sweep, diagnostics) = try readSweep(file: "\(folder)/\(name)")
      #expect(sweep != nil && diagnostics.messages.isEmpty, "\(diagnostics)")
    }
  }
}
