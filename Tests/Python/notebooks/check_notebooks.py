"""Runs notebooks from top to bottom and holds what they show against the outputs stored in them.

    python3 Tests/Python/notebooks/check_notebooks.py [--last-digit] NOTEBOOK...

Each is validated (nbformat 4.5), run in its own folder, and compared cell by cell: tables must be the same text, charts
the same Vega-Lite specification number by number. The drawing of a chart is stored from another program; here it has to be
there, and the specification has to be one that Vega-Lite can draw. With --last-digit numbers of tables may differ by one in
their last digit and those of charts by one part in 1,000: for notebooks made on another machine, where fused arithmetic
rounds otherwise.
"""

import math
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

VEGA = "application/vnd.vegalite.v5+json"


NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def same_text(stored, shown, place, last_digit):
    """The same text, its numbers to the last digit."""
    if last_digit and NUMBER.sub("#", stored) == NUMBER.sub("#", shown):
        for one, other in zip(NUMBER.findall(stored), NUMBER.findall(shown)):
            digits = len(one.partition(".")[2])
            gap = abs(float(one.replace(",", "")) - float(other.replace(",", "")))
            assert gap <= 1.01 * 10**-digits, f"{place}: {one} and {other}"
    else:
        assert stored == shown, f"{place}\nstored:\n{stored}\nshown:\n{shown}"


def same(stored, shown, place, tolerance):
    """The same tree; numbers to a tolerance, since the two programs may scale in another order."""
    if isinstance(stored, (int, float)) and not isinstance(stored, bool) and isinstance(shown, (int, float)):
        assert math.isclose(stored, shown, rel_tol=tolerance, abs_tol=tolerance), f"{place}: {stored} and {shown}"
    elif isinstance(stored, dict):
        assert isinstance(shown, dict) and set(stored) == set(shown), f"{place}: {sorted(stored)} and {sorted(shown)}"
        for key in stored:
            same(stored[key], shown[key], f"{place}.{key}", tolerance)
    elif isinstance(stored, list):
        assert isinstance(shown, list) and len(stored) == len(shown), f"{place}: another length"
        for index, pair in enumerate(zip(stored, shown)):
            same(*pair, f"{place}[{index}]", tolerance)
    else:
        assert stored == shown, f"{place}: {stored!r} and {shown!r}"


def joined(text):
    return text if isinstance(text, str) else "".join(text)


def check(path, last_digit):
    stored = nbformat.read(path, as_version=4)
    nbformat.validate(stored)
    assert (stored.nbformat, stored.nbformat_minor) == (4, 5), path
    shown = nbformat.read(path, as_version=4)
    for cell in shown.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    NotebookClient(shown, timeout=60, resources={"metadata": {"path": str(path.parent)}}).execute()
    tables = charts = 0
    for before, after in zip(stored.cells, shown.cells, strict=True):
        if before.cell_type != "code":
            continue
        place = f"{path.name}, cell '{before.id}'"
        assert len(before.outputs) == len(after.outputs), f"{place}: {len(before.outputs)} and {len(after.outputs)} outputs"
        for old, new in zip(before.outputs, after.outputs):
            assert new.output_type == old.output_type == "display_data", f"{place}: {new}"
            if VEGA in old.data:
                charts += 1
                same(old.data[VEGA], new.data[VEGA], place, 1e-3 if last_digit else 1e-12)
                for drawing in (old, new):
                    assert joined(drawing.data["image/svg+xml"]).lstrip().startswith("<svg"), f"{place}: no drawing"
            else:
                tables += 1
                for form in ("text/html", "text/plain"):
                    same_text(joined(old.data[form]), joined(new.data[form]), f"{place}: {form}", last_digit)
    assert tables and (charts or not re.search(r"^chart\(", "\n".join(c.source for c in stored.cells), re.M)), path
    print(f"{path.name}: valid, runs, shows the same {tables} tables and {charts} charts")


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--last-digit"]
    assert names, "name a notebook"
    for name in names:
        check(Path(name), "--last-digit" in sys.argv)
