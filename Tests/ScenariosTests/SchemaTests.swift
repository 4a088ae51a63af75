import District
import Foundation
import Scenarios
import Testing

@Suite("What is generated from the table of keys")
struct SchemaTests {
  private let district = try! District.named("hongsibao", relativeTo: ".")

  /// With `HSB_WRITE_GENERATED=1` the files are written instead of compared.
  private let writes = ProcessInfo.processInfo.environment["HSB_WRITE_GENERATED"] == "1"

  @Test(
    "docs/scenario.schema.json and its like are the schemas of the tables",
    arguments: [
      ScenarioSchema.Kind.scenario, .sweep, .limits,
    ])
  func schema(_ kind: ScenarioSchema.Kind) throws {
    let file = "docs/\(kind.rawValue).schema.json"
    let generated = ScenarioSchema.json(of: kind, for: district)
    #expect((try? JSONSerialization.jsonObject(with: Data(generated.utf8))) != nil)
    if writes { try generated.write(toFile: "\(Repository.root)/\(file)", atomically: true, encoding: .utf8) }
    #expect(try Repository.text(file) == generated)
    // A file without axes has a schema without them.
    #expect(generated.contains("axisReference") == (kind == .sweep))
  }

  @Test("the reference in docs/SCENARIOS.md is that of the table")
  func reference() throws {
    let file = "docs/SCENARIOS.md"
    let reference = ScenarioReference.markdown(for: district)
    var text = try Repository.text(file)
    let begin = try #require(text.range(of: ScenarioReference.begin + "\n"))
    let end = try #require(text.range(of: ScenarioReference.end))
    let committed = text[begin.upperBound..<end.lowerBound]
    if writes {
      text.replaceSubrange(begin.upperBound..<end.lowerBound, with: "\n" + reference + "\n")
      try text.write(toFile: "\(Repository.root)/\(file)", atomically: true, encoding: .utf8)
    } else {
      #expect(committed == "\n" + reference + "\n")
    }
  }

  @Test("every key is explained in both languages")
  func summaries() {
    func walk(_ section: KeySection) {
      for key in section.keys {
        #expect(!key.summary.en.isEmpty && !key.summary.zh.isEmpty, "\(section.path).\(key.name)")
        #expect(key.summary.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(key.name)")
        switch key.shape {
        case .section(let inner), .list(.section(let inner)), .scalarOrMap(_, .section(let inner)): walk(inner)
        default: break
        }
      }
    }
    walk(ScenarioKeys.file)
  }
}
