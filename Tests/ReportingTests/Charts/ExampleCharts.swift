import Reporting

/// A chart of each kind, with one text in every place where a user's text can stand.
enum ExampleCharts {
  static func fan(_ text: String = "text") -> FanChart {
    FanChart(
      heading: heading(text),
      series: [
        FanSeries(
          name: text, firstYear: 2020, median: [72, 80, 90], inner: [72...72, 78...82, 86...94],
          outer: [72...72, 75...85, 80...100]),
        FanSeries(name: "comparator", firstYear: 2020, median: [60, 66, 73]),
      ],
      targets: [FanTarget(value: 95, label: text, detail: text, year: 2022)],
      observations: [FanObservation(year: 2021, value: 79, range: 77...81, label: text)])
  }

  static func bars(_ text: String = "text", _ arrangement: BarChart.Arrangement = .grouped) -> BarChart {
    BarChart(
      heading: heading(text), axis: text, series: ["first", text],
      rows: [
        BarChart.Row(label: text, values: [BarChart.Value(40, range: 30...45), BarChart.Value(10, text: text)]),
        BarChart.Row(label: "negative", values: [BarChart.Value(-20), BarChart.Value(5)], isPlaceholder: true),
      ], arrangement: arrangement)
  }

  static func tornado(_ text: String = "text") -> TornadoChart {
    TornadoChart(
      heading: heading(text), axis: text,
      swings: [
        TornadoChart.Swing(label: "narrow", low: 99, high: 102, lowText: text, highText: text),
        TornadoChart.Swing(label: text, low: 110, high: 90),
        TornadoChart.Swing(label: "one side", low: 101, high: 104),
        TornadoChart.Swing(label: "unmoved", low: 100, high: 100, lowText: "0.9", highText: "1.1"),
      ], centre: 100, centreLabel: text, lowName: text, highName: "high")
  }

  static func frontier(_ text: String = "text") -> FrontierChart {
    FrontierChart(
      heading: heading(text), xAxis: text, yAxis: text,
      series: [
        FrontierChart.Series(
          name: text,
          points: [
            FrontierChart.Point(label: text, x: 1, y: 10, yRange: 9...11), FrontierChart.Point(x: 2, y: 8),
            FrontierChart.Point(label: "end", x: 3, y: 4, xRange: 2.5...3.5),
          ]),
        FrontierChart.Series(
          name: "others", points: [FrontierChart.Point(label: "other", x: 1.5, y: 5, hover: text)], isLine: false),
      ])
  }

  static func grid(_ text: String = "text") -> SmallMultiples {
    SmallMultiples(
      heading: heading(text),
      panels: (0..<5).map { number in
        SmallMultiples.Panel(
          title: "\(text) \(number)", note: text,
          series: [FanSeries(name: text, firstYear: 2020, median: [0, 20, 50 + Double(number)])],
          targets: [FanTarget(value: 100, label: text)])
      })
  }

  /// All of them as SVG texts, at the width of a page and at that of a phone.
  static func all(_ text: String = "text") -> [String] {
    [720, 380].flatMap { (width: Double) -> [String] in
      var (fan, bars, stack, tornado) = (fan(text), bars(text), bars(text, .stacked), tornado(text))
      var (frontier, grid) = (frontier(text), grid(text))
      fan.width = width
      bars.width = width
      stack.width = width
      tornado.width = width
      frontier.width = width
      grid.width = width
      return [fan.svg(), bars.svg(), stack.svg(), tornado.svg(), frontier.svg(), grid.svg()]
    }
  }

  private static func heading(_ text: String) -> ChartHeading {
    ChartHeading(title: text, subtitle: text, notes: [text], description: text)
  }
}
