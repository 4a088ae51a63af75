import District
import Foundation
import Testing

@Suite("Observed figures")
struct ObservationTests {
  private let home = try! TemporaryDistrict()
  private static let head = "indicator,year,half,value,unit,standard_error,rounding,published,status,source,note\n"

  private func read(_ text: String) throws -> ObservationSet {
    try home.write("../observations.csv", Array(text.utf8))
    return try ObservationSet.read(
      file: home.home + "/observations.csv", named: "o.csv", district: District.builtIn("hongsibao"))
  }

  private func faults(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.messages.map(\.description)
    }
  }

  @Test("carry the error of rounding beside the stated one")
  func errors() throws {
    let set = try read(
      Self.head + "income_rural,2021,,12000,yuan_per_person,120,1000,2022-10,sourced,paper,\n"
        + "jobs,2022,1,10.2,wan_persons,,0.1,,sourced,paper,\n")
    #expect(set.figures.count == 2)
    #expect(abs(set.figures[0].error - (120 * 120 + 1e6 / 12).squareRoot()) < 1e-9)
    #expect(abs(set.figures[1].error - 0.1 / 12.0.squareRoot()) < 1e-12)
    #expect(set.figures[0].key == "income_rural@2021" && set.figures[1].key == "jobs@2022H1")
  }

  @Test("count as known from the month they were published, or from when such figures are out")
  func known() throws {
    let set = try read(
      Self.head + "income_rural,2021,,12000,yuan_per_person,120,,2022-10,sourced,paper,\n"
        + "jobs,2022,1,10.2,wan_persons,,0.1,,sourced,paper,\njobs,2022,2,10.3,wan_persons,,0.1,,sourced,paper,\n")
    #expect(set.figures.map(\.known.description) == ["2022-10", "2022-10", "2023-04"])
    let selection = ObservationSelection(knownBy: YearMonth("2022-11"))
    #expect(set.compared(selection, horizon: 2025).count == 2)
    #expect(set.compared(selection, horizon: 2021).count == 1)
  }

  @Test("that are only recalled are used when asked for and not otherwise")
  func recalled() throws {
    let set = try read(Self.head + "ningxia_income_all,2021,,27904.5,yuan_per_person,279,,,recalled,memory,\n")
    #expect(set.compared(ObservationSelection(), horizon: 2025).isEmpty)
    #expect(set.use(of: set.figures[0], ObservationSelection(), horizon: 2025) == .recalled)
    #expect(set.compared(ObservationSelection(usesRecalled: true), horizon: 2025).count == 1)
  }

  @Test("that disagree are all kept and named")
  func conflicts() throws {
    let set = try read(
      Self.head
        + "outcome.grape_area,2021,,10.6,wan_mu,0.1,,,sourced,a,\noutcome.grape_area,2021,,10.8,wan_mu,0.1,,,sourced,b,\n"
        + "outcome.grape_area,2022,,10.8,wan_mu,0.1,,,sourced,c,\n")
    let conflicts = set.conflicts(among: set.compared(ObservationSelection(), horizon: 2025))
    #expect(conflicts.map(\.key) == ["outcome.grape_area@2021"])
    #expect(conflicts[0].figures.map(\.source) == ["a", "b"])
    #expect(abs(conflicts[0].ratio - 0.2 / 0.02.squareRoot()) < 1e-9)
  }

  @Test(
    "are refused with the place",
    arguments: [
      ("income_rurall,2021,,1,yuan_per_person,1,,,sourced,x,\n", "o.csv:2:1: error: unknown indicator 'income_rurall'"),
      ("income_rural,2021,,1,yuan,1,,,sourced,x,\n", "o.csv:2:22: error: unit 'yuan' of 'income_rural'; expected"),
      ("income_rural,2021,1,1,yuan_per_person,1,,,sourced,x,\n", "o.csv:2:19: error: half 1 of 'income_rural'"),
      ("income_rural,2021,3,1,yuan_per_person,1,,,sourced,x,\n", "o.csv:2:19: error: unknown half '3'"),
      ("income_rural,2021,,1,yuan_per_person,,,,sourced,x,\n", "o.csv:2:20: error: the figure '1' states no error"),
      ("income_rural,2021,,1,yuan_per_person,0,,,sourced,x,\n", "o.csv:2:38: error: 0 in 'standard_error' is out of"),
      ("income_rural,2021,,nan,yuan_per_person,1,,,sourced,x,\n", "o.csv:2:20: error: 'nan' in 'value'; expected"),
      ("income_rural,2021,,1,yuan_per_person,1,,2022,sourced,x,\n", "o.csv:2:41: error: '2022' in 'published'"),
      ("income_rural,2021,,1,yuan_per_person,1,,2020-12,sourced,x,\n", "o.csv:2:41: error: published 2020-12, before"),
      ("income_rural,2036,,1,yuan_per_person,1,,,sourced,x,\n", "o.csv:2:14: error: year 2036 is out of range"),
      ("income_rural,2021,,1,yuan_per_person,1,,,official,x,\n", "o.csv:2:42: error: unknown status 'official'"),
      ("income_rural,2021,,1,yuan_per_person,1,,,sourced,,\n", "o.csv:2:50: error: 'source' is empty"),
      (",2021,,1,yuan,,,,sourced,x,\n", "o.csv:2:1: error: a figure without an indicator; expected the reason"),
      (
        "jobs,2021,,1,wan_persons,1,,,sourced,x,\njobs,2021,,1,wan_persons,1,,,sourced,x,\n",
        "o.csv:3:38: error: 'jobs.2021..1.x' stands twice"
      ),
    ])
  func refused(row: String, message: String) throws {
    let found = try faults(Self.head + row)
    #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
  }

  @Test("of an unknown column are refused with the nearest")
  func unknownColumn() throws {
    let found = try faults("indicator,year,value,unit,standard_eror,status,source\n")
    #expect(found.count == 1 && found[0].contains("did you mean 'standard_error'?"), "\(found)")
  }

  @Test("that are built in are sound, each with source and status, none before a page was seen presented as sourced")
  func builtIn() throws {
    let set = try #require(try ObservationSet.builtIn(for: District.builtIn("hongsibao")))
    #expect(set.figures.count > 400)
    #expect(set.figures.allSatisfy { $0.status == .sourced || $0.status == .recalled })
    #expect(set.figures.filter { $0.status == .recalled }.allSatisfy { $0.source.contains("recalled") })
    #expect(set.figures.filter { $0.area == "hongsibao" }.allSatisfy { $0.status == .sourced })
    #expect(set.figures.filter { $0.indicator == nil }.allSatisfy { !$0.note.isEmpty })
    let compared = set.compared(ObservationSelection(), horizon: 2025)
    #expect(compared.count == 12)
    #expect(compared.allSatisfy { $0.error > 0 })
    // The district publishes no half-year figure of the model's terms; parts of a year are kept aside.
    #expect(set.figures.filter { $0.quantity.contains("_q1") }.allSatisfy { $0.indicator == nil })
  }
}
