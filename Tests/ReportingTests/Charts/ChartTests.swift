import Foundation
import Testing

import Reporting

@Suite struct ChartTests {
  @Test func everyChartIsWellFormedAndNamesItselfForThoseWhoCannotSeeIt() {
    for svg in ExampleCharts.all() {
      let reading = ChartReading(svg)
      #expect(reading.isWellFormed)
      let root = reading.elements[0]
      #expect(root.name == "svg" && root.attributes["role"] == "img")
      let named = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
      for id in named {
        #expect(reading.elements.count { $0.attributes["id"] == id && !$0.words.isEmpty } == 1, "\(id)")
      }
      #expect(named.count == 2)
    }
  }

  /// Markup, quotes, emoji, control characters and marks of direction in a title are shown, never run.
  @Test(arguments: [
    "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "'; --", "]]>", "&lt;b&gt;", "🚜 丰收 👩‍🌾", "红寺堡",
    "a\u{0}b\u{1B}[31m\u{202E}c\u{FFFE}",
  ])
  func textOfUsersIsShownAsWritten(text: String) {
    let shown = String(
      String.UnicodeScalarView(
        DisplayWidth.printable(text).unicodeScalars.map { $0 == "\u{FFFE}" ? "\u{FFFD}" : $0 }))
    let plain = ExampleCharts.all()
    for (svg, plain) in zip(ExampleCharts.all(text), plain) {
      let reading = ChartReading(svg)
      #expect(reading.isWellFormed)
      #expect(reading.named("title").first?.words == shown)
      #expect(reading.named("desc").first?.words == shown)
      #expect(Set(reading.elements.map(\.name)) == Set(ChartReading(plain).elements.map(\.name)))
      #expect(!reading.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    }
  }

  @Test func theSameDataGivesTheSameBytes() {
    #expect(ExampleCharts.all() == ExampleCharts.all())
  }

  @Test func nothingIsDrawnOutsideTheDrawing() {
    for svg in ExampleCharts.all("a name of middling length") {
      let reading = ChartReading(svg)
      let (width, height) = (reading.elements[0].number("width"), reading.elements[0].number("height"))
      for text in reading.named("text") {
        let wide = 0.5 * Double(DisplayWidth.of(text.words)) * text.number("font-size")
        let start =
          switch text.attributes["text-anchor"] {
          case "end": text.number("x") - wide
          case "middle": text.number("x") - wide / 2
          default: text.number("x")
          }
        #expect(start >= 0 && start + wide <= width, "'\(text.words)' in \(width)")
        #expect((10...height).contains(text.number("y")), "'\(text.words)' in \(height)")
      }
    }
  }

  @Test func wordsHaveEnoughContrastOnWhite() {
    let shades = ChartColour.series.map(\.text) + [ChartColour.ink, ChartColour.grey]
    for shade in shades { #expect(contrast(shade, ChartColour.ground) >= 4.5, "\(shade)") }
  }

  @Test func wordsInsideBarsHaveEnoughContrast() {
    let values = ChartColour.series.map { _ in BarChart.Value(100) }
    let chart = BarChart(
      heading: ChartHeading(title: "stack"), axis: "%", series: values.indices.map(String.init),
      rows: [BarChart.Row(label: "all", values: values)], arrangement: .stacked)
    let reading = ChartReading(chart.svg())
    let bars = reading.named("rect").filter { !$0.hover.isEmpty }
    let words = reading.named("text").filter { $0.words == "100.0" }
    #expect(words.count == ChartColour.series.count)
    for (word, bar) in zip(words, bars) {
      #expect(contrast(word.attributes["fill"]!, bar.attributes["fill"]!) >= 4.5, "\(bar.attributes["fill"]!)")
    }
  }

  @Test func aFanNamesItsSeriesItsTargetAndItsProbabilityInPlace() {
    let texts = ChartReading(ExampleCharts.fan("Hongsibao").svg()).texts
    #expect(texts.contains("Hongsibao 90.0"))
    #expect(texts.contains("comparator 73.0"))
    #expect(texts.filter { $0 == "Hongsibao" }.count >= 2)
  }

  @Test func longWordsAreBrokenIntoLinesThatFit() {
    let title = "每个项目取消后，二〇二五年地区生产总值（现价）会减少多少：按占位与列名分别说明"
    var chart = ExampleCharts.fan()
    chart.heading.title = title
    chart.width = 330
    let lines = ChartReading(chart.svg()).named("text").filter { $0.attributes["font-size"] == "17" }.map(\.words)
    #expect(lines.joined() == title)
    #expect(lines.count > 1)
    for line in lines {
      #expect(Double(line.count * 17) <= 330)
      #expect(!"，。：）".contains(line.first!), "a line begins with '\(line.first!)'")
    }
    chart.heading.title = "one two three four five six seven eight nine ten"
    let words = ChartReading(chart.svg()).named("text").filter { $0.attributes["font-size"] == "17" }.map(\.words)
    #expect(words.joined(separator: " ") == chart.heading.title, "lines end between words")
  }

  /// Contrast of WCAG 2.1: relative luminance of the lighter over that of the darker.
  private func contrast(_ one: String, _ other: String) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16)!
    let channels = [16, 8, 0].map { Double((number >> $0) & 0xFF) / 255 }
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
