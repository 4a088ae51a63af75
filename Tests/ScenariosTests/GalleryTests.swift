import District
import Foundation
import Scenarios
import Testing

/// A broken file of the gallery and the words its message must hold: from its first line, `# expect: a | b`, or from a
/// file beside it with the ending `.expect` where the bytes leave no room for a comment.
struct GalleryExhibit: Sendable, CustomTestStringConvertible {
  let file: String
  let words: [String]

  var testDescription: String { URL(fileURLWithPath: file).lastPathComponent }

  static let folder = Bundle.module.resourceURL!.appendingPathComponent("Gallery").path

  static let all: [GalleryExhibit] = {
    let names = try! FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    return names.map { name in
      let file = "\(folder)/\(name)"
      let sidecar = try? String(
        contentsOfFile: file.replacingOccurrences(of: ".yaml", with: ".expect"), encoding: .utf8)
      let text = sidecar ?? String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      let line = text.split(separator: "\n").first ?? ""
      let list = line.hasPrefix("# expect: ") ? line.dropFirst(10) : line
      return GalleryExhibit(file: file, words: list.components(separatedBy: " | "))
    }
  }()
}

@Suite("The gallery of broken scenario files")
struct GalleryTests {
  @Test("has at least forty exhibits, each with words to look for")
  func size() {
    #expect(GalleryExhibit.all.count >= 40)
    #expect(GalleryExhibit.all.allSatisfy { !$0.words.isEmpty && $0.words.allSatisfy { $0.count > 1 } })
  }

  @Test(
    "each file gives one error with the place, the offending text and what was expected", arguments: GalleryExhibit.all)
  func exhibit(_ exhibit: GalleryExhibit) {
    let readings = readScenarios(
      files: [exhibit.file], overrides: ScenarioOverrides(), library: SmallDistrict.library)
    let errors = readings.diagnostics.messages.errors
    #expect(readings.scenarios.isEmpty)
    #expect(errors.count == 1, "\(errors)")
    let message = errors.first?.description ?? ""
    for word in exhibit.words { #expect(message.contains(word), "'\(word)' is not in: \(message)") }
  }

  @Test("all files together give all their errors in one pass")
  func together() {
    let readings = readScenarios(
      files: GalleryExhibit.all.map(\.file), overrides: ScenarioOverrides(), library: SmallDistrict.library)
    #expect(Set(readings.diagnostics.messages.errors.map(\.file)).count >= GalleryExhibit.all.count - 2)
  }
}
