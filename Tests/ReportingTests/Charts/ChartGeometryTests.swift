import Testing

import Reporting

@Suite struct ChartGeometryTests {
  @Test func barsAreAsLongAsTheirValuesAndBeginAtZero() {
    let reading = ChartReading(ExampleCharts.bars("name").svg())
    let bars = reading.named("rect").filter { !$0.hover.isEmpty }
    let lengths = bars.map { $0.number("width") }
    let perUnit = lengths[0] / 40
    for (length, value) in zip(lengths, [40.0, 10, 20, 5]) { #expect(abs(length - value * perUnit) < 0.02) }
    let zero = bars[0].number("x")
    #expect(abs(bars[1].number("x") - zero) < 0.02)
    #expect(abs(bars[2].number("x") + bars[2].number("width") - zero) < 0.02, "a negative bar ends at zero")
  }

  @Test func stackedBarsFollowEachOther() {
    let bars = ChartReading(ExampleCharts.bars("name", .stacked).svg()).named("rect").filter { !$0.hover.isEmpty }
    let perUnit = (bars[0].number("width") + 1) / 40
    #expect(abs(bars[1].number("x") - bars[0].number("x") - 40 * perUnit) < 0.02)
    #expect(abs(bars[1].number("width") + 1 - 10 * perUnit) < 0.02)
  }

  @Test func barsTellTheirValuesWhenAPointerRestsOnThem() {
    let bars = ChartReading(ExampleCharts.bars("name").svg()).named("rect").filter { !$0.hover.isEmpty }
    #expect(bars[0].hover == "name, first: 40.0 [30.0–45.0] (name)")
  }

  @Test func bandsOfAFanEncloseEachOtherAndTheMedian() {
    var chart = ExampleCharts.fan()
    chart.series.removeLast()
    let paths = ChartReading(chart.svg()).named("path")
    let bands = paths.filter { ["0.16", "0.3"].contains($0.attributes["fill-opacity"] ?? "") }.map(places)
    let median = paths.filter { $0.attributes["stroke-width"] == "2.4" }.map(places)
    #expect(bands.count == 2 && median.count == 1)
    // A band's outline runs along its lower edge and back along the upper one. The screen counts downwards.
    for t in 1...2 {
      let heights = [bands[0][5 - t].y, bands[1][5 - t].y, median[0][t].y, bands[1][t].y, bands[0][t].y]
      #expect(heights == heights.sorted() && Set(heights).count == 5)
    }
    let across = median[0].map(\.x)
    #expect(abs((across[1] - across[0]) - (across[2] - across[1])) < 0.02, "a year is as wide as another")
  }

  @Test func aFanTellsTheValuesOfAYearAnywhereInIt() {
    let hovers = ChartReading(ExampleCharts.fan("name").svg()).named("rect").map(\.hover)
    #expect(hovers.contains("2021\nname: 80.0 [75.0–85.0]\ncomparator: 66.0\nname: 79.0 [77.0–81.0]"))
  }

  @Test func theWidestSwingOfATornadoComesFirst() {
    let reading = ChartReading(ExampleCharts.tornado("widest").svg())
    let bars = reading.named("rect").filter { !$0.hover.isEmpty }
    let widths = stride(from: 0, to: bars.count, by: 2).map { bars[$0].number("width") + bars[$0 + 1].number("width") }
    #expect(bars[0].hover.hasPrefix("widest"))
    #expect(bars[2].hover.hasPrefix("narrow") || bars[2].hover.hasPrefix("one side"))
    #expect(widths[0] >= widths[1])
  }

  @Test func pointsOfAFrontierStandWhereTheirNumbersSay() {
    let dots = ChartReading(ExampleCharts.frontier("p").svg()).named("circle")
    let line = dots.prefix(3)
    #expect(line.map { $0.number("cx") } == line.map { $0.number("cx") }.sorted())
    #expect(line.map { $0.number("cy") } == line.map { $0.number("cy") }.sorted(), "less is lower")
    let steps = zip(line, line.dropFirst()).map { $1.number("cx") - $0.number("cx") }
    #expect(abs(steps[0] - steps[1]) < 0.02)
    #expect(dots[3].hover == "p")
  }

  @Test func smallMultiplesShareTheirScale() {
    let dots = ChartReading(ExampleCharts.grid().svg()).named("circle")
    #expect(dots.count == 5)
    var alone = ExampleCharts.grid()
    alone.columns = 5
    let heights = ChartReading(alone.svg()).named("circle").map { $0.number("cy") }
    #expect(heights == heights.sorted(by: >), "a larger end value stands higher")
    #expect(Set(heights).count == 5)
  }

  @Test func labelsOfSeriesThatEndTogetherDoNotCoverEachOther() {
    let series = (0..<4).map { FanSeries(name: "series \($0)", firstYear: 2020, median: [10, 20 + Double($0) / 100]) }
    let reading = ChartReading(FanChart(heading: ChartHeading(title: "together"), series: series).svg())
    let heights = reading.named("text").filter { $0.words.hasPrefix("series") }.map { $0.number("y") }
    #expect(heights.count == 4)
    for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper >= 15) }
  }

  /// The places of a path made of straight lines.
  private func places(_ path: ChartReading.Element) -> [(x: Double, y: Double)] {
    path.attributes["d"]!.split(separator: " ").compactMap { step in
      let numbers = step.drop { "ML".contains($0) }.split(separator: ",").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
  }
}
