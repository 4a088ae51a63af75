"""Holds a stored search for the best division against a fresh one of the same problem.

    python3 Tests/Python/notebooks/check_search.py STORED FRESH

The value of the best division is concave in the money on given draws, and each search names a bound on what its own division
lacks (optimality_gap, with the standard error of the sample it is measured on). So two searches of one problem differ by the
larger bound at most, wherever they ended.
"""

import json
import sys
from pathlib import Path


def manifest(folder):
    return json.loads(Path(folder, "manifest.json").read_text(encoding="utf-8"))


def bound(search):
    return search["optimality_gap"] + 2 * search["optimality_gap_se"]


stored, fresh = map(manifest, sys.argv[1:])
for key in ("ensemble", "district", "maximised", "budget_yi", "limits_yi", "fresh_seed"):
    assert stored[key] == fresh[key], f"{key}: stored {stored[key]}, fresh {fresh[key]}; make {sys.argv[1]} again"
values = [max(search["starts"]) for search in (stored["search"], fresh["search"])]
allowed = max(bound(stored["search"]), bound(fresh["search"]))
assert abs(values[0] - values[1]) <= allowed, f"best values {values[0]} and {values[1]}, {allowed:.1e} allowed"
print(f"stored and fresh search: best values {abs(values[0] - values[1]):.1e} apart, {allowed:.1e} allowed")
