import District
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  private let names = ["agriculture", "tourism", "employment", "crops", "min_ning"]

  @Test(
    "is found for slips of the keys",
    arguments: [
      ("agricultur", "agriculture"), ("toursim", "tourism"), ("Employment", "employment"), ("cropz", "crops"),
      ("minning", "min_ning"),
    ])
  func found(_ written: String, _ name: String) { #expect(nearestName(to: written, among: names) == name) }

  @Test("is not made up for anything else", arguments: ["", "x", "governance", "种植业", "aaaaaaaaaaaaaaaaaaaaaaaa"])
  func notFound(_ written: String) { #expect(nearestName(to: written, among: names) == nil) }
}
