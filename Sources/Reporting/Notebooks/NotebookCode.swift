/// The Python code of the notebooks.
///
/// Words are put in as literals of the reader's language; everything else is read from the CSV files.
enum NotebookCode {
  /// Words of a chart and its table.
  struct Words {
    let title: String
    let unit: String
    /// Heading of the first column.
    let first: String
  }

  /// Reads the files, and says how tables and charts are shown.
  static func reading(folders: [String], titles: [(String, String)]) -> String {
    """
    import json
    from pathlib import Path

    import pandas as pd

    FOLDERS = \(list(folders))
    TITLES = \(dictionary(titles))

    manifests = [json.loads((Path(folder) / "manifest.json").read_text(encoding="utf-8")) for folder in FOLDERS]
    projections, targets, projects = (
        pd.concat([pd.read_csv(Path(folder) / name) for folder in FOLDERS], ignore_index=True)
        for name in ("projections.csv", "targets.csv", "projects.csv")
    )
    \(showing)
    """
  }

  /// How tables and charts are shown.
  private static var showing: String {
    """
    pd.set_option("display.max_colwidth", None)
    CONFIG = {
        "font": \(literal(SVGText.fonts)),
        "range": {"category": \(list(ChartColour.series.map(\.fill)))},
    }


    def show(frame):
        html, text = frame.to_html(index=False), frame.to_csv(index=False, sep="\\t", lineterminator="\\n")
        display({"text/html": html, "text/plain": text}, raw=True)


    def chart(**specification):
        \"\"\"Vega-Lite, with a drawing of it when vl-convert-python is installed.\"\"\"
        specification = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", **specification, "config": CONFIG}
        forms = {"application/vnd.vegalite.v5+json": specification, "text/plain": "Vega-Lite"}
        try:
            import vl_convert

            forms["image/svg+xml"] = vl_convert.vegalite_to_svg(json.dumps(specification))
        except ImportError:
            pass
        display(forms, raw=True)
    """
  }

  /// Reads nothing yet, and says how the tables of an analysis and its charts are shown.
  static func analysis(folder: String) -> String {
    """
    import json
    from pathlib import Path

    import pandas as pd

    FOLDER = Path(\(literal(folder)))
    \(showing)


    def words(text, digits, scale, names):
        if names is not None:
            return names.get(text, text)
        return text if digits is None or text == "" else f"{float(text) * scale:,.{digits}f}"


    def added(frame, columns):
        \"\"\"Rows that have the same first column as one: their numbers added up in the order of the file.\"\"\"
        first, *rest = columns
        sums = {}
        for key, *texts in frame[columns].itertuples(index=False):
            sums[key] = [a + b for a, b in zip(sums.get(key, [0.0] * len(rest)), map(float, texts))]
        return pd.DataFrame([[key, *map(repr, own)] for key, own in sums.items()], columns=columns)


    def part(file, where, columns, total=False, sort=None, limit=None, bars=None):
        \"\"\"Chosen rows and columns of a CSV file as a table, and bars of one of its columns.\"\"\"
        frame = pd.read_csv(FOLDER / file, dtype=str, keep_default_na=False)
        for column, value in where.items():
            frame = frame[frame[column] == value]
        if total:
            frame = added(frame, [column[0] for column in columns])
        if sort is not None:
            size = frame[sort].astype(float).abs()
            frame = frame.loc[size.sort_values(ascending=False, kind="stable").index].head(limit)
        table = pd.DataFrame()
        for column, heading, digits, scale, names in columns:
            table[heading] = [words(text, digits, scale, names) for text in frame[column]]
        show(table)
        if bars is None:
            return
        labels, fields = list(table[columns[0][1]]), bars["fields"]
        values = [
            {"label": label, **{field: float(text) * bars["scale"] for field, text in zip(fields, row)}}
            for label, row in zip(labels, frame[list(fields.values())].itertuples(index=False))
        ]
        y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 400}}
        x = {"type": "quantitative", "title": bars["axis"]}
        layers = [{"mark": {"type": "bar", "tooltip": True}, "encoding": {"y": y, "x": {"field": "value", **x}}}]
        if "low" in fields:
            layers.append({"mark": "rule", "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}}})
        chart(title=bars["title"], width=420, data={"values": values}, layer=layers)
    """
  }

  /// Shows a part of an analysis.
  static func part(_ part: NotebookPart) -> String {
    func python(_ column: NotebookPart.Column) -> String {
      let digits = column.digits.map(String.init) ?? "None"
      let names = column.names.map(dictionary) ?? "None"
      return
        "(\(literal(column.name)), \(literal(column.heading)), \(digits), \(NumberText.shortest(column.scale)), \(names))"
    }
    var lines = ["part(", "    \(literal(part.file)),", "    where=\(dictionary(part.filters)),", "    columns=["]
    lines += part.columns.map { "        \(python($0))," } + ["    ],"]
    if part.isTotal { lines.append("    total=True,") }
    if let sort = part.sort { lines.append("    sort=\(literal(sort)),") }
    if let limit = part.limit { lines.append("    limit=\(limit),") }
    if let bars = part.bars {
      lines += [
        "    bars={", "        \"title\": \(literal(bars.title)),", "        \"axis\": \(literal(bars.axis)),",
        "        \"scale\": \(NumberText.shortest(bars.scale)),", "        \"fields\": \(dictionary(bars.fields)),",
        "    },",
      ]
    }
    return (lines + [")"]).joined(separator: "\n")
  }

  /// The probability of each commitment by scenario.
  static func commitments(names: [(String, String)], words: Words) -> String {
    """
    NAMES = \(dictionary(names))


    def percent(row):
        if pd.isna(row.probability):
            return ""
        error = "" if pd.isna(row.standard_error) else f" ± {100 * row.standard_error:,.1f}"
        return f"{100 * row.probability:,.1f}{error}"


    table = pd.DataFrame({\(literal(words.first)): list(NAMES.values())})
    values = []
    for scenario, title in TITLES.items():
        own = targets[targets["scenario"] == scenario].set_index("target")
        table[title] = [percent(own.loc[target]) if target in own.index else "" for target in NAMES]
        for target, name in NAMES.items():
            if target in own.index and not pd.isna(own.loc[target].probability):
                values.append({"commitment": name, "scenario": title, "percent": float(100 * own.loc[target].probability)})
    show(table)
    scenario = {"field": "scenario", "sort": None}
    chart(
        title=\(literal(words.title)),
        width=420,
        data={"values": values},
        mark={"type": "bar", "tooltip": True},
        encoding={
            "y": {"field": "commitment", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 400}},
            "yOffset": scenario,
            "x": {"field": "percent", "type": "quantitative", "title": \(literal(words.unit)), "scale": {"domain": [0, 100]}},
            "color": {**scenario, "type": "nominal", "title": None, "legend": {"orient": "bottom"}},
        },
    )
    """
  }

  /// An indicator by year and scenario.
  static func course(_ id: String, words: Words, scale: Double, digits: Int, level: Double?) -> String {
    """
    scale, quantiles = \(NumberText.shortest(scale)), ["p05", "p25", "p50", "p75", "p95"]
    rows = projections[projections["indicator"] == \(literal(id))]
    years = sorted(int(year) for year in rows[rows["scenario"] == list(TITLES)[0]]["year"])
    table = pd.DataFrame({\(literal(words.first)): [str(year) for year in years]})
    values = []
    for scenario, title in TITLES.items():
        own = rows[rows["scenario"] == scenario].set_index("year").sort_index()
        texts = {
            year: f"{row.p50 * scale:,.\(digits)f} ({row.p05 * scale:,.\(digits)f}–{row.p95 * scale:,.\(digits)f})"
            for year, row in own.iterrows()
        }
        table[title] = [texts.get(year, "") for year in years]
        for year, row in own.iterrows():
            values.append({"scenario": title, "year": int(year), **{q: float(row[q] * scale) for q in quantiles}})
    show(table)
    year = {"field": "year", "type": "ordinal", "title": None}
    colour = {"field": "scenario", "type": "nominal", "title": None, "legend": {"orient": "bottom"}}
    up = {"type": "quantitative", "title": \(literal(words.unit)), "scale": {"zero": False}}


    def band(low, high, opacity):
        encoding = {"x": year, "y": {"field": low, **up}, "y2": {"field": high}, "color": colour}
        return {"mark": {"type": "area", "opacity": opacity}, "encoding": encoding}


    line = {"type": "line", "point": True, "tooltip": True}
    layers = [
        band("p05", "p95", 0.2),
        band("p25", "p75", 0.3),
        {"mark": line, "encoding": {"x": year, "y": {"field": "p50", **up}, "color": colour}},
    ]\(level.map { """

    layers.append({"mark": {"type": "rule", "strokeDash": [6, 4]}, "encoding": {"y": {"datum": \(NumberText.shortest($0))}}})
    """ } ?? "")
    chart(title=\(literal(words.title)), width=560, height=300, data={"values": values}, layer=layers)
    """
  }

  /// Money and completion of each project.
  static func projects(names: [(String, String)], headings: [String], scenario: String, year: Int) -> String {
    """
    NAMES = \(dictionary(names))
    own = projects[projects["scenario"] == \(literal(scenario))]
    last = own[own["year"] == \(year)].set_index("project")
    planned = own.groupby("project")["planned_yi"].sum()
    low, median, high = (100 * last[f"completion_share_{q}"] for q in ("p05", "p50", "p95"))
    show(
        pd.DataFrame(
            {
                \(literal(headings[0])): list(NAMES.values()),
                \(literal(headings[1])): [f"{planned[p]:,.1f}" for p in NAMES],
                \(literal(headings[2])): [f"{median[p]:,.0f} ({low[p]:,.0f}–{high[p]:,.0f})" for p in NAMES],
            }
        )
    )
    """
  }

  /// How many inputs there are of each status.
  static func inputs(names: [(String, String)], headings: [String]) -> String {
    """
    NAMES = \(dictionary(names))
    counts = manifests[0]["district"]["inputs"]
    show(
        pd.DataFrame(
            {
                \(literal(headings[0])): list(NAMES.values()),
                \(literal(headings[1])): [str(counts[status]) for status in NAMES],
            }
        )
    )
    """
  }

  /// A text as a Python literal: whatever it holds, it stays a text.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 0x20 || scalar.properties.generalCategory == .format {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(literal).joined(separator: ", "))]" }

  private static func dictionary(_ entries: [(String, String)]) -> String {
    "{\n" + entries.map { "    \(literal($0)): \(literal($1)),\n" }.joined() + "}"
  }
}
