"""What the peers share: the draws of the program, the check against its trace, and the clock.

A folder of draws, written by `reach`, holds
    trace.json       what a few members did (`hsb trace`)
    draws.json       members, horizon, names of the parameters and shocks
    parameters.f64   [parameter][member], little-endian doubles
    normals.f64      [year][shock][member]
"""

import json
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "CrossCheck"))

import check_trace  # noqa: E402
import reference_model  # noqa: E402

DISTRICT = ROOT / "Sources" / "District" / "Resources" / "hongsibao"
TOLERANCE = 1e-9


def load_draws(folder):
    folder = Path(folder)
    about = json.loads((folder / "draws.json").read_text())
    members, years = about["members"], about["horizon"] - reference_model.BASE_YEAR
    rows = np.fromfile(folder / "parameters.f64").reshape(len(about["parameters"]), members)
    normals = np.fromfile(folder / "normals.f64").reshape(years, len(about["shocks"]), members)
    district = reference_model.load_district(DISTRICT)
    if about["shocks"] != district.shocks:
        raise SystemExit("the shocks of the draws are not in the district's order")
    return SimpleNamespace(
        district=district,
        horizon=about["horizon"],
        members=members,
        parameters=dict(zip(about["parameters"], rows)),
        normals=normals,
        events=np.zeros((years, len(district.shocks))),
        plan=reference_model.planned_funding(district, about["horizon"]),
    )


def check(folder, run):
    """The worst deviation of `run(district, parameters, z, events, plan, horizon)` from the program's trace; stops above 1e-9."""
    district = reference_model.load_district(DISTRICT)
    trace = check_trace.read_trace(Path(folder) / "trace.json", district)
    found = run(district, trace.parameters, trace.z, trace.events, trace.plan, trace.horizon)
    deviations = check_trace.compare_series({name: np.asarray(v) for name, v in found.items()}, trace.series)
    name, (worst, *_) = max(deviations.items(), key=lambda item: item[1][0])
    if not worst <= TOLERANCE:
        raise SystemExit(f"series {name} differs from the program's trace by {worst:.2e}, more than {TOLERANCE:.0e}")
    return worst


def best(body, rounds, least_seconds=0.0):
    """Best wall and processor seconds of `body()`, over `rounds` calls and at least so many seconds of them."""
    walls, cpus, start = [], [], time.perf_counter()
    while len(walls) < rounds or time.perf_counter() - start < least_seconds:
        wall, cpu = time.perf_counter(), time.process_time()
        body()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return min(walls), min(cpus)


def report(**figures):
    """The peer's answer to `reach`: one line of JSON."""
    print(json.dumps(figures))
