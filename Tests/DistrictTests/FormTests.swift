import District
import Sampling
import Testing

@Suite("Forms of parameters and constants")
struct FormTests {
  @Test("hold every parameter of the built-in district to bounds it keeps")
  func parameters() throws {
    let district = try District.builtIn("hongsibao")
    for parameter in district.parameters {
      let form = try #require(district.form(of: parameter))
      #expect(form.unit == parameter.unit)
      #expect(form.problem(with: parameter.distribution) == nil)
    }
  }

  @Test("refuse distributions the model cannot use")
  func distributions() throws {
    let district = try District.builtIn("hongsibao")
    let absorption = try #require(district.parameters.first { $0.id == "absorption.tourism" })
    let form = try #require(district.form(of: absorption))
    let refused: [Distribution] = [
      .fixed(value: 0), .fixed(value: .nan), .uniform(low: 1, high: 1), .uniform(low: 0, high: 1),
      .pert(low: 0.5, mode: 0.4, high: 0.6), .triangular(low: 0.5, mode: 0.7, high: 0.6),
      .normal(mean: 0.5, standardDeviation: 0), .normal(mean: 0.5, standardDeviation: 0.1),
      .normal(mean: 0.5, standardDeviation: .infinity), .pert(low: 0.5, mode: 0.5, high: 0.5),
    ]
    for distribution in refused { #expect(form.problem(with: distribution) != nil, "\(distribution)") }
    let accepted: [Distribution] = [
      .fixed(value: 0.5), .uniform(low: 0.1, high: 0.9), .normal(mean: 0.5, standardDeviation: 0.05),
      .pert(low: 0.5, mode: 0.5, high: 0.6), .triangular(low: 0.4, mode: 0.6, high: 0.6),
    ]
    for distribution in accepted { #expect(form.problem(with: distribution) == nil, "\(distribution)") }
  }

  @Test("list the constants in the order of their fields")
  func constants() { #expect(ConstantForm.all.map(\.id) == Constants.fields.map(\.id)) }

  @Test("name every file and column once")
  func files() {
    #expect(DistrictForm.files.count == 20)
    #expect(Set(DistrictForm.files.map(\.name)).count == 20)
    for form in DistrictForm.files {
      #expect(Set(form.columns.map(\.name)).count == form.columns.count)
      #expect(form.key.allSatisfy { name in form.columns.contains { $0.name == name } })
    }
  }

  @Test("know the bounds of a number")
  func bounds() {
    #expect(NumberBounds.share.contains(0) && NumberBounds.share.contains(1) && !NumberBounds.share.contains(1.01))
    #expect(!NumberBounds.share.contains(.nan))
    let positive = NumberBounds(0, 2, excludingLow: true, excludingHigh: true)
    #expect(!positive.contains(0) && !positive.contains(2) && positive.contains(1))
    #expect(positive.description == "more than 0 and less than 2")
  }
}
