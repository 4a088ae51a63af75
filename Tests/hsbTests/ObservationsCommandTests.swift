import Foundation
import Testing

@Suite struct ObservationsCommandTests {
  @Test func builtInFiguresAreListedWithTheirUseAndConflicts() throws {
    let result = try Program.run(["observations", "--lang", "en"], in: "/")
    #expect(result.status == 0, "\(result.errors)")
    for words in [
      "ningxia_income_rural_growth", "recalled, not used", "Figures that disagree (1", "outcome.grape_area@2021",
    ] {
      #expect(result.output.contains(words), "\(words)")
    }
    #expect(!result.output.contains("daylily_area"))
    let all = try Program.run(["observations", "--all", "--lang", "zh"], in: "/")
    #expect(all.output.contains("daylily_area") && all.output.contains("无对应指标，未用"))
  }

  @Test func theFileItPrintsReadsBackAsTheSame() throws {
    let folder = try TemporaryFolder()
    let first = try Program.run(["observations", "--csv"], in: folder.path)
    try first.outputBytes.write(to: URL(fileURLWithPath: "\(folder.path)/mine.csv"))
    let second = try Program.run(["observations", "--observations", "mine.csv", "--csv"], in: folder.path)
    #expect(second.status == 0 && second.outputBytes == first.outputBytes)
  }

  @Test func aFaultIsNamedWithItsPlaceAndEndsWith65() throws {
    let folder = try TemporaryFolder()
    let text = "indicator,year,value,unit,status,source\nincome_rurall,2021,12000,yuan_per_person,sourced,x\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/bad.csv"))
    let result = try Program.run(["observations", "--observations", "bad.csv"], in: folder.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.csv:2:1: error: unknown indicator 'income_rurall'"), "\(result.errors)")
    #expect(result.errors.contains("did you mean 'income_rural'?"))
    let missing = try Program.run(["observations", "--observations", "none.csv"], in: folder.path)
    #expect(missing.status == 66)
  }
}
