import Analysis
import Testing

/// The example of Savage-style decision tables: the four rules part ways on it.
private let table = RobustnessTable(
  scenarios: ["bold", "steady", "middle"], stresses: ["calm", "drought", "slump"],
  payoffs: [[0.9, 0.1, 0.5], [0.4, 0.4, 0.4], [0.7, 0.3, 0.55]], satisfactoryLevel: 0.5)

@Test func regretsAreMeasuredAgainstTheBestUnderTheSameStress() {
  let expected = [[0.0, 0.3, 0.05], [0.5, 0.0, 0.15], [0.2, 0.1, 0.0]]
  for (row, wanted) in zip(table.regrets, expected) {
    for (value, want) in zip(row, wanted) { #expect(abs(value - want) < 1e-15) }
  }
}

@Test func rulesChooseByTheirDefinitions() {
  #expect(table.choice(.maximin) == ["steady"])
  #expect(table.choice(.minimaxRegret) == ["middle"])
  #expect(table.choice(.expectedValue) == ["middle"])
  #expect(table.choice(.satisficing) == ["bold", "middle"])
  #expect(table.scores(.maximin) == [0.1, 0.4, 0.3])
}
