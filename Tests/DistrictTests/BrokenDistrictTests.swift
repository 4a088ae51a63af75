import District
import Testing

@Suite("Broken district folders")
struct BrokenDistrictTests {
  @Test(
    "are refused with place, offending text, what was expected and the nearest name",
    arguments: BrokenDistrictGallery.all)
  func isRefused(_ broken: BrokenDistrict) throws {
    let copy = try TemporaryDistrict()
    try copy.apply(broken.edit, to: broken.file)
    let messages = try copy.messages()
    let texts = messages.map(\.description)
    #expect(
      texts.contains { text in broken.words.allSatisfy(text.contains) },
      "expected \(broken.words), found:\n\(texts.joined(separator: "\n"))")
    if let count = broken.count {
      #expect(messages.count == count, "\(texts.joined(separator: "\n"))")
    }
    #expect(messages.allSatisfy { $0.severity == .error })
  }

  @Test("report the faults of all files in one pass, in the order of files and lines")
  func onePass() throws {
    let copy = try TemporaryDistrict()
    try copy.apply(.replace("gdp_nominal", "gdp_nominel"), to: "targets.csv")
    try copy.apply(.replace(",7.6,2.2,", ",7.6,two,"), to: "sectors.csv")
    try copy.apply(.replace("agriculture,min_ning", "agriculture,minning"), to: "funding_plan.csv")
    try copy.apply(.replace("19.78,wan_persons", "19.78,persons"), to: "aggregates.csv")
    try copy.apply(.delete, to: "pillars.csv")
    let files = try copy.messages().map { $0.file.split(separator: "/").last.map(String.init) ?? "" }
    #expect(files == ["sectors.csv", "funding_plan.csv", "pillars.csv", "aggregates.csv"])
    try copy.apply(.content(pillars), to: "pillars.csv")
    let more = try copy.messages().map { $0.file.split(separator: "/").last.map(String.init) ?? "" }
    #expect(more == ["sectors.csv", "funding_plan.csv", "aggregates.csv", "targets.csv"])
  }

  @Test("with very many faults stop listing them")
  func manyFaults() throws {
    let copy = try TemporaryDistrict()
    try copy.apply(.append(String(repeating: "x\n", count: 100_000)), to: "pillars.csv")
    let messages = try copy.messages()
    #expect(messages.count == 41)
    #expect(messages.last?.message == "more faults follow; they are not listed")
  }

  @Test("with very many faulty fields give a hundred messages and say how many more there are")
  func manyFaultyFields() throws {
    let copy = try TemporaryDistrict()
    let rows = (0..<2_000).map { "sector_\($0),infrastructure,0.1,assumed,why\n" }.joined()
    try copy.apply(.append(rows), to: "pillar_elasticities.csv")
    let messages = try copy.messages()
    #expect(messages.count == 101)
    #expect(messages.first?.message.contains("unknown sector 'sector_0'") == true)
    #expect(messages.last?.message == "and 1900 messages more")
  }

  private let pillars = """
    id,name_zh,name_en,base_2020,drift_per_year,status,source
    infrastructure,基础设施,Infrastructure,82.0,0.5,assumed,why
    public_services,公共服务,Public services,83.0,0.5,assumed,why
    environment,人居环境,Living environment,82.0,0.5,assumed,why
    skills,就业与技能,Skills and employment,85.0,0.4,assumed,why
    governance,基层治理,Grass-roots governance,90.0,0.2,assumed,why
    """
}
