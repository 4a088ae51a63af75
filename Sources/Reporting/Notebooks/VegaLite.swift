/// Charts as Vega-Lite specifications, the same that the notebooks' code makes.
enum VegaLite {
  private static let schema: (String, JSONTree) = ("$schema", "https://vega.github.io/schema/vega-lite/v5.json")

  /// A median with bands of 50 and 90 % by year, a colour for each scenario, a rule at a level.
  static func fan(_ values: [JSONTree], title: String, axis: String, level: Double?) -> JSONTree {
    let year: JSONTree = ["field": "year", "type": "ordinal", "title": .null]
    let colour: JSONTree = ["field": "scenario", "type": "nominal", "title": .null, "legend": ["orient": "bottom"]]
    func up(_ field: String) -> JSONTree {
      ["field": .text(field), "type": "quantitative", "title": .text(axis), "scale": ["zero": false]]
    }
    func band(_ low: String, _ high: String, _ opacity: Double) -> JSONTree {
      [
        "mark": ["type": "area", "opacity": .number(opacity)],
        "encoding": ["x": year, "y": up(low), "y2": ["field": .text(high)], "color": colour],
      ]
    }
    var layers = [
      band("p05", "p95", 0.2), band("p25", "p75", 0.3),
      [
        "mark": ["type": "line", "point": true, "tooltip": true],
        "encoding": ["x": year, "y": up("p50"), "color": colour],
      ],
    ]
    if let level {
      layers.append(["mark": ["type": "rule", "strokeDash": [6, 4]], "encoding": ["y": ["datum": .number(level)]]])
    }
    return .object([
      schema, ("title", .text(title)), ("width", 560), ("height", 300), ("data", ["values": .array(values)]),
      ("layer", .array(layers)), ("config", config),
    ])
  }

  /// Horizontal bars of percentages, grouped by scenario.
  static func bars(_ values: [JSONTree], title: String, axis: String) -> JSONTree {
    .object([
      schema, ("title", .text(title)), ("width", 420), ("data", ["values": .array(values)]),
      ("mark", ["type": "bar", "tooltip": true]),
      (
        "encoding",
        [
          "y": ["field": "commitment", "type": "nominal", "sort": .null, "title": .null, "axis": ["labelLimit": 400]],
          "yOffset": ["field": "scenario", "sort": .null],
          "x": ["field": "percent", "type": "quantitative", "title": .text(axis), "scale": ["domain": [0, 100]]],
          "color": [
            "field": "scenario", "type": "nominal", "sort": .null, "title": .null, "legend": ["orient": "bottom"],
          ],
        ]
      ), ("config", config),
    ])
  }

  /// Horizontal bars named by `label`, with a line from `low` to `high` where values have a range.
  static func rangedBars(_ values: [JSONTree], title: String, axis: String, hasRange: Bool) -> JSONTree {
    let y: JSONTree = [
      "field": "label", "type": "nominal", "sort": .null, "title": .null, "axis": ["labelLimit": 400],
    ]
    func x(_ field: String) -> JSONTree { ["field": .text(field), "type": "quantitative", "title": .text(axis)] }
    var layers: [JSONTree] = [
      ["mark": ["type": "bar", "tooltip": true], "encoding": ["y": y, "x": x("value")]]
    ]
    if hasRange {
      layers.append(["mark": "rule", "encoding": ["y": y, "x": x("low"), "x2": ["field": "high"]]])
    }
    return .object([
      schema, ("title", .text(title)), ("width", 420), ("data", ["values": .array(values)]),
      ("layer", .array(layers)), ("config", config),
    ])
  }

  /// Colours told apart by all readers, fonts with Chinese characters.
  private static var config: JSONTree {
    ["font": .text(SVGText.fonts), "range": ["category": .texts(ChartColour.series.map(\.fill))]]
  }
}
