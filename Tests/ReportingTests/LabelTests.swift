import District
import ExampleScenarios
import Reporting
import Testing

@Suite struct LabelTests {
  @Test(arguments: Label.allCases)
  func everyLabelHasWordsInBothLanguages(_ label: Label) {
    let words = label.words
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
    #expect(words.en.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) })
    // Both languages say the same things: their places for words are the same.
    for number in 1...6 { #expect(words.zh.contains("{\(number)}") == words.en.contains("{\(number)}")) }
  }

  @Test func everyUnitOfTheCatalogueAndOfTheInputsHasWords() {
    let district = ExampleScenarios.hongsibao
    let known = Set(UnitLabel.all.map(\.code))
    #expect(known.count == UnitLabel.all.count)
    for unit in Set(IndicatorCatalogue(district).indicators.map(\.unit) + district.inputs.map(\.unit)) {
      #expect(known.contains(unit), "no words for the unit '\(unit)'")
    }
    for unit in UnitLabel.all { #expect(!unit.name.zh.isEmpty && !unit.name.en.isEmpty) }
  }

  @Test func everyFileOfInputsHasWords() {
    for file in Set(ExampleScenarios.hongsibao.inputs.map(\.file)) {
      #expect(InputFileLabel(file: file).name.zh != file, "no words for \(file)")
    }
  }

  @Test func placesForWordsAreFilled() {
    #expect(Label.placeholderMark.text(.zh, "节水灌溉") == "节水灌溉（占位）")
    #expect(Label.horizon.text(.en, "2020", "2025") == "2020-2025")
    #expect(Label.horizon.text(.en, "{2}", "2025") == "{2}-2025")
  }

  @Test func theTerminalSpeaksTheLanguageOfItsLocale() {
    #expect(Language.ofLocale(["LANG": "zh_CN.UTF-8"]) == .zh)
    #expect(Language.ofLocale(["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .en)
    #expect(Language.ofLocale(["LANG": "en_GB.UTF-8", "LC_ALL": "", "LC_MESSAGES": "zh_CN"]) == .zh)
    #expect(Language.ofLocale([:]) == .en)
  }
}
