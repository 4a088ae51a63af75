"""Random scenarios through the main program and through the NumPy model, every series of every one compared.

    python cross_check.py --district FOLDER --hsb PROGRAM [--count 100] [--seed 20210410] [--members 16]
        [--tolerance 1e-9] [--keep FOLDER] [scenario.yaml ...]

Writes `count` random scenarios (random_scenarios.py): three quarters of them on the district with the corners of the equations
driven, the rest on a copy in which one project has no cost and no money and another no curvature. Each is traced by `PROGRAM
trace`, and the trace checked by check_trace.py: what the main program made of the scenario file (the plan after all adjustments,
events, fixed parameters, bounds of the draws, horizon) against the independent reading, and every value of every series against
the NumPy model. Scenario files named on the call are checked as well, before the random ones.

One process at a time, one trace on the disk. The same seed gives the same scenarios. Prints one line a hundred scenarios, every
disagreement in full, and at the end the largest deviation of each block of series. A scenario that disagrees is kept, with its
trace and what it extends, in the folder --keep names (default: cross-check-failures, made when needed).

Exits with 1 when anything disagrees.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

from check_trace import examine, report
from random_scenarios import write_edge_district, write_scenarios
from reference_model import load_district


def trace_of(hsb, scenario, members, target):
    """Have the main program trace a scenario; its complaint, or None."""
    call = [*hsb.split(), "trace", str(scenario), "--members", str(members), "--output", str(target)]
    done = subprocess.run(call, capture_output=True, text=True)
    return None if done.returncode == 0 else f"exit status {done.returncode}: {done.stderr.strip()}"


def features(path):
    """What a scenario file uses, for the account of what was compared."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = Counter()
    for line in written.get("funding", {}).get("adjust", []):
        found.update(key for key in ("multiply", "add", "delay", "share") if key in line)
    found["events"] = len(written.get("events", []))
    found["parameters"] = len(written.get("parameters", {}))
    found["constants"] = len(written.get("constants", {}))
    found["extends"] = "extends" in written
    found["plan of its own"] = str(written.get("funding", {}).get("plan", "")).endswith(".csv")
    return found


class CrossCheck:
    """Compares scenarios one after the other and remembers the largest deviations."""

    def __init__(self, arguments, work):
        self.arguments, self.work = arguments, work
        self.checked = self.failed = self.values = 0
        self.worst = {}  # block of series -> (deviation, series, scenario)
        self.used, self.horizons = Counter(), Counter()

    def check(self, scenario, district):
        trace = self.work / "trace.json"
        complaint = trace_of(self.arguments.hsb, scenario, self.arguments.members, trace)
        self.checked += 1
        if complaint:
            print(f"FAIL {scenario.name}: {complaint}")
            return self.keep(scenario, None)
        finding = examine(trace, scenario, district, self.arguments.tolerance)
        if not finding.passed:
            report(finding, lines=12)
            self.keep(scenario, trace)
        for name, (deviation, *_) in finding.deviations.items():
            block = name.split(".")[0]
            if deviation >= self.worst.get(block, (-1.0,))[0]:
                self.worst[block] = (deviation, name, scenario.name)
        self.values += finding.values
        self.used += features(scenario)
        self.horizons[finding.horizon] += 1
        trace.unlink()

    def keep(self, scenario, trace):
        self.failed += 1
        folder = Path(self.arguments.keep) / scenario.stem
        folder.mkdir(parents=True, exist_ok=True)
        for file in [*scenario.parent.glob("*.yaml"), *scenario.parent.glob("*.csv")]:
            shutil.copy(file, folder)
        if trace:
            shutil.copy(trace, folder / f"{scenario.stem}.json")
        print(f"     kept in {folder}")

    def account(self, seconds):
        print("largest deviation by block of series:")
        for block, (deviation, name, scenario) in sorted(self.worst.items(), key=lambda item: -item[1][0]):
            print(f"  {block:20s} {deviation:.2e}  {name} of {scenario}")
        print("used: " + ", ".join(f"{count} {what}" for what, count in sorted(self.used.items()) if count))
        print("horizons: " + ", ".join(f"{year} x {count}" for year, count in sorted(self.horizons.items())))
        largest = max((deviation for deviation, *_ in self.worst.values()), default=float("inf"))
        print(
            f"{self.checked} scenarios x {self.arguments.members} members, {self.values:,} values in {seconds:.0f} s: "
            f"{self.failed} failed, largest deviation {largest:.2e} (allowed {self.arguments.tolerance:.0e})"
        )


def main():
    parser = argparse.ArgumentParser(description="Compare the main program with the NumPy model on random scenarios.")
    parser.add_argument("--district", required=True, help="folder of the built-in district's CSV files")
    parser.add_argument("--hsb", required=True, help="the program")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20210410)
    parser.add_argument("--members", type=int, default=16)
    parser.add_argument("--tolerance", type=float, default=1e-9)
    parser.add_argument("--keep", default="cross-check-failures")
    parser.add_argument("scenarios", nargs="*", type=Path, help="scenario files of the built-in district")
    arguments = parser.parse_args()
    district = load_district(arguments.district)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write_edge_district(arguments.district, work / "edge-district")
        edge_district = load_district(work / "edge-district")
        edge_count = arguments.count // 4
        plain = write_scenarios(
            district, arguments.count - edge_count, arguments.seed, work / "plain", arguments.members, edges=True
        )
        edge = write_scenarios(
            edge_district, edge_count, arguments.seed + 1, work / "edge", arguments.members, "../edge-district", edges=True
        )
        check = CrossCheck(arguments, work)
        for which, files in ((district, [*arguments.scenarios, *plain]), (edge_district, edge)):
            for file in files:
                check.check(file, which)
                if check.checked % 100 == 0:
                    print(f"{check.checked} checked, {time.monotonic() - start:.0f} s", flush=True)
        check.account(time.monotonic() - start)
    return 1 if check.failed or not check.checked else 0


if __name__ == "__main__":
    sys.exit(main())
