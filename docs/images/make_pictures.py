"""Draws the pictures of the READMEs from a folder of results, in Chinese and English.

    python3 docs/images/make_pictures.py [RESULTS] [--output FOLDER]

RESULTS (results/baseline when left out) holds projections.csv, targets.csv and manifest.json of one run. Written are
gdp.zh.svg, gdp.en.svg, incomes.zh.svg and incomes.en.svg, beside this script unless --output names another folder.
Standard library only; the same results give the same bytes.

Colours: blue and vermilion of Okabe and Ito (2008), told apart by readers with any common colour blindness.
"""

import argparse
import csv
import json
import math
from pathlib import Path
from xml.sax.saxutils import escape

BLUE, VERMILION, INK, GREY, RULE = "#0072B2", "#D55E00", "#1a1a1a", "#595959", "#d9d9d9"
FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Helvetica Neue',Arial,sans-serif"
FIRST, LAST = 2020, 2025
TARGET = "gdp_100_yi"
QUANTILES = ("p05", "p25", "p50", "p75", "p95")

WORDS = {
    "gdp_title": {
        "zh": "红寺堡区地区生产总值（现价）",
        "en": "GDP of Hongsibao District, current prices",
    },
    "unit_gdp": {"zh": "单位：亿元", "en": "亿元 (100 million yuan)"},
    "bands": {
        "zh": "深色为 50% 区间，浅色为 90% 区间，线为中位数",
        "en": "dark: 50 % range, light: 90 % range, line: median",
    },
    "goal": {"zh": "目标：2025 年突破 100 亿元", "en": "commitment: above 100 in 2025"},
    "probability": {"zh": "达到的概率 {p}%", "en": "met with probability {p} %"},
    "error": {"zh": "（抽样标准误 {e} 个百分点）", "en": " (sampling error {e} points)"},
    "upper": {"zh": "95% 分位 {v}", "en": "95 %: {v}"},
    "middle": {"zh": "中位数 {v}", "en": "median {v}"},
    "lower": {"zh": "5% 分位 {v}", "en": "5 %: {v}"},
    "income_title": {
        "zh": "人均可支配收入：红寺堡区与宁夏全区",
        "en": "Disposable income a head: Hongsibao and Ningxia",
    },
    "unit_income": {"zh": "单位：元/人，现价", "en": "yuan a head, current prices"},
    "rural": {"zh": "农村居民（文件第一部分）", "en": "Rural residents (section 1)"},
    "all": {"zh": "全体居民（文件第 20 条）", "en": "All residents (item 20)"},
    "district": {"zh": "红寺堡 {v}", "en": "Hongsibao {v}"},
    "region": {"zh": "宁夏 {v}", "en": "Ningxia {v}"},
    "ratio": {"zh": "{year} 年为全区的 {p}%", "en": "{year}: {p} % of Ningxia"},
    "base": {"zh": "2020 年的水平也是假设", "en": "the level of 2020 is assumed, too"},
    "note": {
        "zh": "模型测算，非官方预测；{total} 项输入中有 {assumed} 项为假设。{members} 次模拟，情景：{scenario}。",
        "en": "Model projection, not an official forecast; {assumed} of {total} inputs are assumed. "
        "{members} members, scenario {scenario}.",
    },
}


class Results:
    """What the pictures need of a run."""

    def __init__(self, folder):
        self.rows = {}
        with open(folder / "projections.csv", newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                self.scenario = row["scenario"]
                self.rows[row["indicator"], int(row["year"])] = row
        with open(folder / "targets.csv", newline="", encoding="utf-8-sig") as file:
            targets = {row["target"]: row for row in csv.DictReader(file)}
        self.probability = 100 * float(targets[TARGET]["probability"])
        error = targets[TARGET]["standard_error"]
        self.error = 100 * float(error) if error else None
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        inputs = manifest["district"]["inputs"]
        self.assumed, self.total = inputs["assumed"], inputs["total"]
        self.members = manifest["ensemble"]["members"]

    def series(self, indicator):
        """{quantile: [values from FIRST to LAST]}."""
        rows = [self.rows[indicator, year] for year in range(FIRST, LAST + 1)]
        return {quantile: [float(row[quantile]) for row in rows] for quantile in QUANTILES}

    def note(self, language):
        return WORDS["note"][language].format(
            assumed=self.assumed, total=self.total, members=f"{self.members:,}", scenario=self.scenario
        )


class Drawing:
    """An SVG text under construction."""

    def __init__(self, width, height, title, description):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" role="img" aria-labelledby="title description" font-family="{FONTS}">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        ]

    def text(self, x, y, words, size=12, colour=INK, anchor="start", weight="normal"):
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}" '
            f'font-weight="{weight}">{escape(words)}</text>'
        )

    def line(self, points, colour, width=1.0, dash=None):
        path = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>')

    def area(self, lower, upper, colour, opacity):
        path = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in lower + upper[::-1]) + " Z"
        self.parts.append(f'<path d="{path}" fill="{colour}" fill-opacity="{opacity}"/>')

    def dot(self, x, y, colour):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')

    def finish(self):
        return "\n".join(self.parts) + "\n</svg>\n"


class Panel:
    """A plot area with years across and a linear scale up."""

    def __init__(self, left, top, width, height, low, high, step):
        self.left, self.top, self.right, self.bottom = left, top, left + width, top + height
        self.low, self.high, self.step = low, high, step

    def x(self, year):
        return self.left + (self.right - self.left) * (year - FIRST) / (LAST - FIRST)

    def y(self, value):
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def points(self, values):
        return [(self.x(FIRST + i), self.y(value)) for i, value in enumerate(values)]

    def axes(self, drawing):
        value = self.low
        while value <= self.high + 1e-9:
            drawing.line([(self.left, self.y(value)), (self.right, self.y(value))], RULE)
            drawing.text(self.left - 8, self.y(value) + 4, f"{value:,.0f}", 11, GREY, "end")
            value += self.step
        for year in range(FIRST, LAST + 1):
            drawing.text(self.x(year), self.bottom + 18, str(year), 11, GREY, "middle")

    def fan(self, drawing, series, colour):
        drawing.area(self.points(series["p05"]), self.points(series["p95"]), colour, 0.16)
        drawing.area(self.points(series["p25"]), self.points(series["p75"]), colour, 0.28)
        drawing.line(self.points(series["p50"]), colour, 2.2)
        drawing.dot(*self.points(series["p50"])[-1], colour)


def scale(low, high):
    """Round ends and step of an axis that holds low to high in four to eight steps."""
    raw = (high - low) / 6
    power = 10 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw)
    return step * math.floor((low - 0.3 * step) / step), step * math.ceil(high / step), step


def spread(places, gap):
    """Heights of labels, moved apart to at least a gap, in the order given from top to bottom."""
    moved = list(places)
    for i in range(1, len(moved)):
        moved[i] = max(moved[i], moved[i - 1] + gap)
    overshoot = (moved[-1] - places[-1]) / 2
    return [place - overshoot for place in moved]


def hundreds(value):
    """Rounded to hundreds: more digits than the ranges support would mislead."""
    return f"{round(value, -2):,.0f}"


def draw_gdp(results, language):
    def words(key, **values):
        return WORDS[key][language].format(**values)

    series = results.series("gdp_nominal")
    width, height = 760, 430
    goal = words("probability", p=f"{results.probability:.0f}")
    if results.error is not None:
        goal += words("error", e=f"{results.error:.1f}")
    summary = " ".join(
        [words("lower", v=f"{series['p05'][-1]:.0f}"), words("middle", v=f"{series['p50'][-1]:.0f}")]
        + [words("upper", v=f"{series['p95'][-1]:.0f}"), "/", words("goal"), goal]
    )
    drawing = Drawing(width, height, words("gdp_title"), f"{FIRST}-{LAST}: {summary}")
    drawing.text(24, 32, words("gdp_title"), 17, weight="bold")
    drawing.text(24, 53, f"{words('unit_gdp')}; {words('bands')}" if language == "en"
                 else f"{words('unit_gdp')}；{words('bands')}", 12, GREY)
    panel = Panel(64, 76, 560, 282, *scale(min(series["p05"]), max(max(series["p95"]), 100)))
    panel.axes(drawing)
    panel.fan(drawing, series, BLUE)
    drawing.line([(panel.left, panel.y(100)), (panel.right, panel.y(100))], VERMILION, 1.8, "7 4")
    drawing.text(panel.left + 6, panel.y(100) - 25, words("goal"), 12.5, VERMILION, weight="bold")
    drawing.text(panel.left + 6, panel.y(100) - 8, goal, 12.5, VERMILION)
    drawing.text(panel.left + 6, panel.y(series["p05"][0]) + 22, words("base"), 12, GREY)
    ends = [panel.y(series[quantile][-1]) for quantile in ("p95", "p50", "p05")]
    for key, quantile, y in zip(("upper", "middle", "lower"), ("p95", "p50", "p05"), spread(ends, 18)):
        weight = "bold" if key == "middle" else "normal"
        drawing.text(panel.right + 10, y + 4, words(key, v=f"{series[quantile][-1]:.0f}"), 13, BLUE, weight=weight)
    drawing.text(24, height - 22, results.note(language), 11, GREY)
    return drawing.finish()


def draw_incomes(results, language):
    def words(key, **values):
        return WORDS[key][language].format(**values)

    pairs = [
        ("rural", results.series("income_rural"), results.series("ningxia_income_rural")),
        ("all", results.series("income_all"), results.series("ningxia_income_all")),
    ]
    width, height = 900, 440
    ends = "; ".join(
        f"{words(name)}: " + ", ".join(
            words(key, v=hundreds(series["p50"][-1])) for key, series in (("district", ours), ("region", theirs))
        )
        for name, ours, theirs in pairs
    )
    drawing = Drawing(width, height, words("income_title"), f"{LAST}: {ends}")
    drawing.text(24, 32, words("income_title"), 17, weight="bold")
    mark = "; " if language == "en" else "；"
    drawing.text(24, 53, words("unit_income") + mark + words("bands"), 12, GREY)
    low = min(min(series["p05"]) for pair in pairs for series in pair[1:])
    high = max(max(series["p95"]) for pair in pairs for series in pair[1:])
    for position, (name, ours, theirs) in enumerate(pairs):
        panel = Panel(70 + 430 * position, 100, 255, 262, *scale(low, high))
        drawing.text(panel.left, 82, words(name), 13.5, weight="bold")
        panel.axes(drawing)
        panel.fan(drawing, theirs, VERMILION)
        panel.fan(drawing, ours, BLUE)
        places = spread([panel.y(theirs["p50"][-1]), panel.y(ours["p50"][-1])], 18)
        for key, series, colour, y in zip(("region", "district"), (theirs, ours), (VERMILION, BLUE), places):
            drawing.text(panel.right + 9, y + 4, words(key, v=hundreds(series["p50"][-1])), 12.5, colour, weight="bold")
        ratio = results.rows[f"income_{name}_to_ningxia", LAST]
        drawing.text(panel.right + 9, places[1] + 22, words("ratio", year=LAST, p=f"{100 * float(ratio['p50']):.0f}"),
                     11.5 if language == "zh" else 11, GREY)
    drawing.text(24, height - 20, results.note(language), 11, GREY)
    return drawing.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", nargs="?", type=Path, default=Path("results/baseline"))
    parser.add_argument("--output", type=Path, default=Path(__file__).resolve().parent)
    arguments = parser.parse_args()
    results = Results(arguments.results)
    for name, draw in (("gdp", draw_gdp), ("incomes", draw_incomes)):
        for language in ("zh", "en"):
            path = arguments.output / f"{name}.{language}.svg"
            path.write_text(draw(results, language), encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
