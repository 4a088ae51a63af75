import ExampleScenarios
import Reporting
import Testing

@Suite struct LibraryListingTests {
  @Test func titlesMoneyAndQuestionsAreListedInEitherLanguage() {
    var asked = ExampleScenarios.planned(members: 64)
    asked.question = .init(zh: "问什么？\n再问。", en: "What is asked?")
    asked.reference = .init(zh: "第20条", en: "item 20")
    var silent = asked
    silent.id = "silent"
    silent.question = nil
    let english = LibraryListing([asked, silent], language: .en).text
    #expect(english.contains("Scenarios (2)") && english.contains("106.44") && english.contains("2025"))
    #expect(english.contains("    What is asked?\n    (item 20)\n") && english.contains(silent.title.en))
    #expect(english.components(separatedBy: "silent").count == 2)
    let chinese = LibraryListing([asked], language: .zh).text
    #expect(chinese.contains("    问什么？ 再问。\n    (第20条)\n") && chinese.contains("情景（1 个）"))
  }
}
