import District
import Scenarios
import Testing

@Suite("Looking over the text before the YAML reader")
struct YAMLGuardTests {
  @Test(
    "refuses anchors, aliases, tags, tabs, second documents and deep nesting",
    arguments: [
      ("a: &x 1", "1:4", "anchor '&x'"), ("a: *x", "1:4", "alias '*x'"), ("- *x", "1:3", "alias"),
      ("{a: [1, *x]}", "1:9", "alias"), ("? *x\n: 1", "1:3", "alias"),
      ("a: !!python/object x", "1:4", "tag '!!python/object'"),
      ("!local", "1:1", "tag"), ("a:\n\tb: 1", "2:1", "tab"), ("a: 1\n---\nb: 2", "2:1", "second document"),
      ("---\na: 1\n...\nb: 2", "4:1", "after the end"), ("'k': &x 1", "1:6", "anchor"),
      ("a: 'q'\nb: *x", "2:4", "alias"), ("a: |\n  text\nb: &x 1", "3:4", "anchor"), ("[\n*x ]", "2:1", "alias"),
      ("a: \"x\ny\"\nb: *x", "3:4", "alias"), ("中文: &锚 1", "1:5", "anchor"),
    ])
  func refuses(_ text: String, _ place: String, _ word: String) {
    let faults = YAMLGuard.faults(in: text, file: "f")
    #expect(faults.count == 1)
    #expect(faults.first?.description.hasPrefix("f:\(place): ") == true)
    #expect(faults.first?.message.contains(word) == true)
  }

  @Test(
    "takes the same signs for text inside quotes, comments, block scalars and plain text",
    arguments: [
      "a: 'x &y *z !t'", "a: \"&y *z\\\" &w\"", "# &x *y", "a: b # *x", "a: |\n  &x\n  *y\n\n  !z\nb: 1",
      "a: R&D *sic* wow!", "a: some text\n  &continued here\nb: 1", "a: >-\n  - *x\n", "a: 5*3",
      "title: {zh: 一&二, en: a*b}",
      "---\na: 1", "a: 1\n...\n", "a: [b, 'c &d']", "a: it's\nb: don't *x", "- |\n  &x\n- y", "a: 1\n\t\n",
      "a: 1\n\t# comment",
    ])
  func accepts(_ text: String) {
    #expect(YAMLGuard.faults(in: text, file: "f").isEmpty)
  }

  @Test("counts nesting of every form", arguments: ["[", "{a: ", "- ", "? "])
  func nesting(_ opening: String) {
    let shallow = String(repeating: opening, count: 30)
    let deep = String(repeating: opening, count: 10_000)
    #expect(YAMLGuard.faults(in: shallow, file: "f").isEmpty)
    #expect(YAMLGuard.faults(in: deep, file: "f").first?.message.contains("nested deeper than 32") == true)
  }

  @Test("counts nesting by indentation")
  func indentation() {
    let text = (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let faults = YAMLGuard.faults(in: text, file: "f")
    #expect(faults.count == 1)
    #expect(faults.first?.line == 33)
  }
}
