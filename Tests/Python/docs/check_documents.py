"""Checks the documents against the project.

    python check_documents.py [--district FOLDER] [--program bin/hsb]

- Every relative link and picture leads to a file, every #anchor to a heading.
- docs/METHODOLOGY.md: the figures of the central run and of the other base levels equal those of the NumPy model, the
  names in its notation tables exist in the district folder, its commitments are those of targets.csv, and its counts
  are right.
- With --program, the scenario shown in each README is accepted by `hsb validate`, and the committed pictures and the
  probabilities at the other base levels are those of the baseline scenario run now.
- docs/OBSERVATIONS.md: counts of the built-in figures, and with --program the table of the backtest as it is now.

Exits with 1 when something is wrong.
"""

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "Tests" / "CrossCheck"))
import numpy as np  # noqa: E402
from reference_model import central_parameters, load_district, planned_funding, run  # noqa: E402

PICTURES = ROOT / "docs" / "images"
BUILT_IN = ROOT / "Sources" / "District" / "Resources" / "hongsibao"
DOCUMENTS = [
    "README.md", "README.zh-CN.md", "CHANGELOG.md", "docs/METHODOLOGY.md", "docs/ARCHITECTURE.md",
    "docs/OBSERVATIONS.md", "docs/ANALYSIS.md", "docs/DISCOVERY.md", "docs/DIFF.md", "docs/SCALING.md",
]
faults = []


def anchor(heading):
    """The anchor GitHub gives a heading."""
    text = re.sub(r"[`*]|\$`.*?`\$", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def without_code(text):
    return re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)


def check_links(name):
    text = without_code((ROOT / name).read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        if not target.exists():
            faults.append(f"{name}: the link {link} leads nowhere")
        elif fragment and fragment not in headings(target):
            faults.append(f"{name}: the link {link} names no heading")


def headings(path):
    text = without_code(path.read_text(encoding="utf-8"))
    return {anchor(h) for h in re.findall(r"^#+ (.*)$", text, flags=re.M)}


def tables(text):
    """Each table as rows of cells."""
    found, current = [], []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            current.append([cell.strip() for cell in line.strip("|").split("|")])
        elif current:
            found.append(current[:1] + current[2:])
            current = []
    return found


def number(cell):
    return float(cell.replace(",", ""))


def agrees(cell, value):
    """True when a figure is the value rounded to the figure's digits."""
    decimals = len(cell.partition(".")[2])
    return abs(number(cell) - value) <= 0.5 * 10**-decimals * (1 + 1e-9)


def check_figures(text, district):
    def central(horizon, funded=True, scale=1.0):
        years = horizon - 2020
        parameters = central_parameters(district) | {"value_added_scale": scale}
        plan = planned_funding(district, horizon) * funded
        shocks = len(district.shocks)
        return run(district, parameters, np.zeros((years, shocks, 1)), np.zeros((years, shocks)), plan, horizon)

    near, bare, far = central(2025), central(2025, funded=False), central(2035)
    checked = 0
    for table in tables(text):
        if table[0][0] == "series" and table[0][1] == "2020":
            for row in table[1:]:
                name = row[0].strip("`")
                values = list(near[name][:, 0]) + [bare[name][5, 0], far[name][15, 0]]
                for column, (cell, value) in enumerate(zip(row[1:], values, strict=True)):
                    checked += 1
                    if not agrees(cell, value):
                        faults.append(f"METHODOLOGY: {name}, {table[0][column + 1]}: {cell}, the model gives {value:.6f}")
        if table[0][0].startswith("base-year GDP assumed"):
            base = sum(district.V2020)
            for level, cell, _ in table[1:]:
                checked += 1
                value = central(2025, scale=float(level) / base)["gdp_nominal"][5, 0]
                if not agrees(cell, value):
                    faults.append(f"METHODOLOGY: base level {level}: {cell}, the model gives {value:.6f}")
    if checked < 80:
        faults.append(f"METHODOLOGY: only {checked} figures of the central run were found")


def check_names(text, folder):
    def rows(name):
        with open(folder / name, newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    constants = {row["id"] for row in rows("aggregates.csv")}
    parameters = [row["id"] for row in rows("uncertain_parameters.csv")]
    for table in tables(text):
        if table[0] == ["symbol", "name in the file", "unit", "file"]:
            for _, names, _, files in table[1:]:
                file = re.findall(r"`([\w]+\.csv)`", files)[0]
                content = (folder / file).read_text(encoding="utf-8-sig")
                for name in re.findall(r"`(\w+)`", names):
                    if not re.search(rf"\b{name}\b", content):
                        faults.append(f"METHODOLOGY: {file} has no {name}")
        if table[0] == ["symbol", "id", "unit", "step"]:
            for _, ids, *_ in table[1:]:
                for name in re.findall(r"`([\w<>]+)`", ids):
                    pattern = re.compile(re.sub("<.*?>", r"\\w+", name) + "$")
                    if not any(pattern.match(constant) for constant in constants):
                        faults.append(f"METHODOLOGY: aggregates.csv has no {name}")
        if table[0] == ["symbol", "id", "number", "enters step"]:
            total = 0
            for _, name, count, _ in table[1:]:
                stem = name.strip("`").partition(".")[0]
                matching = sum(parameter.partition(".")[0] == stem for parameter in parameters)
                total += int(count)
                if matching != int(count):
                    faults.append(f"METHODOLOGY: {count} parameters {stem}, the district has {matching}")
            if total != len(parameters) or f"These are {total} in all" not in text:
                faults.append(f"METHODOLOGY: {total} uncertain parameters, the district has {len(parameters)}")
        if table[0] == ["id", "test", "year", "in the document"]:
            written = []
            for row in table[1:]:
                names = re.findall(r"`(\w+)`", row[0])
                stem = names[0].rpartition("_")[0]
                written += [stem + name if name.startswith("_") else name for name in names]
            stated = [row["id"] for row in rows("targets.csv")]
            if sorted(written) != sorted(stated):
                faults.append(f"METHODOLOGY: commitments differ from targets.csv: {set(written) ^ set(stated)}")


def check_examples(program):
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for position, example in enumerate(re.findall(r"^```yaml\n(.*?)^```$", text, flags=re.S | re.M)):
            with tempfile.TemporaryDirectory() as folder:
                for scenario in (ROOT / "scenarios").glob("*.yaml"):
                    (Path(folder) / scenario.name).write_bytes(scenario.read_bytes())
                path = Path(folder) / f"example-{position}.yaml"
                path.write_text(example, encoding="utf-8")
                result = subprocess.run([program, "validate", str(path)], capture_output=True, text=True)
                if result.returncode != 0:
                    faults.append(f"{name}: its example scenario is refused: {result.stderr or result.stdout}")


def check_results(program, text):
    """Pictures and probabilities against a run of the baseline."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results"
        command = [program, "run", str(ROOT / "scenarios" / "baseline.yaml"), "--output", str(results), "--quiet"]
        if not run_or_fault(command):
            return
        pictures = Path(folder) / "pictures"
        pictures.mkdir()
        if not run_or_fault([sys.executable, str(PICTURES / "make_pictures.py"), str(results), "--output", str(pictures)]):
            return
        for drawn in sorted(pictures.glob("*.svg")):
            committed = PICTURES / drawn.name
            if not committed.exists() or committed.read_bytes() != drawn.read_bytes():
                faults.append(f"docs/images/{drawn.name} is not that of the baseline run now: run docs/images/make_pictures.py")
        table = next(table for table in tables(text) if table[0][0].startswith("base-year GDP assumed"))
        with open(results / "leadership.csv", newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        for level, _, stated in table[1:]:
            found = [row[1] for row in rows if row[0] == f"{float(level):.1f}"]
            if found != [stated]:
                faults.append(f"METHODOLOGY: probability at base level {level}: {stated}, the run gives {found}")


def run_or_fault(command):
    """Runs a command; false, with a fault, when it fails."""
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        faults.append(f"{' '.join(command)} failed: {result.stderr or result.stdout}")
    return result.returncode == 0


def check_observations(program):
    """The counts of the built-in figures and the table of the backtest."""
    text = (ROOT / "docs" / "OBSERVATIONS.md").read_text(encoding="utf-8")
    figures = list(csv.DictReader((BUILT_IN.parent / "observations" / "hongsibao.csv").open(encoding="utf-8")))
    used = [f for f in figures if f["indicator"]]
    sourced = [f for f in used if f["status"] != "recalled"]
    later = [f for f in sourced if int(f["year"]) > 2020]
    counts = [len(figures), len(later), len(sourced) - len(later), len(used) - len(sourced), len(figures) - len(used)]
    written = re.search(
        r"holds (\d+) figures\. (\d+) are compared .*? (\d+) are history; (\d+) are recalled;\s+(\d+) match no", text, re.S)
    if not written or [int(n) for n in written.groups()] != counts:
        faults.append(f"docs/OBSERVATIONS.md: the built-in file holds {counts}")
    if not program:
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [program, "backtest", str(ROOT / "scenarios" / "baseline.yaml"), "--origin", "2020", "--quiet", "--output",
             f"{folder}/backtest"], check=True)
        found = list(csv.DictReader((Path(folder) / "backtest" / "backtest.csv").open(encoding="utf-8")))
    table = next(t for t in tables(text) if t[0][0] == "figure" and "PIT" in t[0])[1:]
    columns = ["observed", "p50", "p05", "p95", "pit", "last_growth", "region_growth"]
    if len(table) != len(found):
        faults.append(f"docs/OBSERVATIONS.md: the backtest has {len(found)} figures, the table {len(table)}")
    for cells, case in zip(table, found):
        scale = 100 if cells[0].endswith("(%)") else 1
        if cells[0].split()[0].strip("`") != case["indicator"] or cells[1] != case["year"]:
            faults.append(f"docs/OBSERVATIONS.md: {cells[0]} {cells[1]} is not {case['indicator']} {case['year']}")
        for cell, column in zip(cells[2:9], columns):
            value = case[column] and float(case[column]) * (1 if column == "pit" else scale)
            if (cell == "–") != (case[column] == "") or case[column] and not agrees(cell, value):
                faults.append(f"docs/OBSERVATIONS.md: {cells[0]} {cells[1]}, {column} is {value}, not {cell}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--district", type=Path, default=BUILT_IN)
    parser.add_argument("--program")
    arguments = parser.parse_args()
    for name in DOCUMENTS:
        check_links(name)
    text = (ROOT / "docs" / "METHODOLOGY.md").read_text(encoding="utf-8")
    check_figures(text, load_district(arguments.district))
    check_names(text, arguments.district)
    check_observations(arguments.program)
    if arguments.program:
        check_examples(arguments.program)
        check_results(arguments.program, text)
    for fault in faults:
        print(fault)
    print(f"{len(DOCUMENTS)} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
