"""The data package in Frictionless, the database in SQLite, the workbook in openpyxl, all against the run's own CSV files.

    python3 Tests/Python/exports/check_tables.py PACKAGE DATABASE WORKBOOK RESULTS
"""

import csv
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import frictionless
import openpyxl

package, database, workbook, results = map(Path, sys.argv[1:])
with open(results / "projections.csv", newline="", encoding="utf-8") as file:
    stored = list(csv.DictReader(file))
gdp = next(row for row in stored if row["indicator"] == "gdp_nominal" and row["year"] == "2025")


def errors(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [error.type for task in report.tasks for error in task.errors] + [error.type for error in report.errors]


assert not errors(package), errors(package)
changes = {
    "projections.csv": [("2025", "twenty", "type-error"), ("baseline,gdp_nominal", "other,gdp_nominal", "foreign-key")],
    "inputs.csv": [("assumed", "guessed", "hash-count")],
}
for name, list_ in changes.items():
    for old, new, kind in list_:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "package"
            shutil.copytree(package, copy)
            text = (copy / name).read_text(encoding="utf-8")
            (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
            assert kind in errors(copy), (name, kind, errors(copy))
print("frictionless: the package is valid, three broken ones are not")

connection = sqlite3.connect(database)
assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
assert not connection.execute("PRAGMA foreign_key_check").fetchall()
tables = {name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
assert tables == {"scenarios", "indicators", "projections", "targets", "funding", "inputs"}, tables
assert connection.execute("SELECT count(*) FROM projections").fetchone() == (len(stored),)
# The example of docs/REPORTS.md.
example = next(part for part in Path("docs/REPORTS.md").read_text(encoding="utf-8").split("```") if part.startswith("sql\n"))
rows = connection.execute(example.removeprefix("sql\n")).fetchall()
assert rows and any(abs(row[-1] - float(gdp["p50"])) < 1e-9 for row in rows), rows
for (total,), (planned,) in zip(connection.execute("SELECT sum(adjusted_yi - past_horizon_yi) FROM funding GROUP BY scenario"),
                                connection.execute("SELECT funding_total_yi FROM scenarios ORDER BY scenario")):
    assert abs(total - planned) < 1e-9, (total, planned)
assert connection.execute("SELECT count(*) FROM inputs WHERE source = '' OR status = ''").fetchone() == (0,)
print(f"sqlite {sqlite3.sqlite_version}: sound, {len(tables)} tables, the example of the documents answers")

book = openpyxl.load_workbook(workbook)
assert len(book.sheetnames) == 4, book.sheetnames
charts = {sheet.title: len(sheet._charts) for sheet in book}
assert sum(charts.values()) == 3, charts
sheet = book.worksheets[0]
years = [cell.value for cell in sheet[3]]
median = sheet.cell(row=4, column=years.index("2025") + 1).value
assert abs(median - float(gdp["p50"])) < 0.06, (median, gdp["p50"])
formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
assert not formulas, formulas
print(f"openpyxl {openpyxl.__version__}: {book.sheetnames}, {sum(charts.values())} charts, no formulas")
