"""Check traces of the main program against the NumPy model and the independent reading of scenario files.

    python check_trace.py --district FOLDER [--scenario FILE.yaml] trace.json [[--scenario FILE.yaml] trace.json ...]
        [--verbose] [--tolerance 1e-9] [--lines 12]

A --scenario belongs to the trace that follows it. With it, the trace's events, plan and years must be those of the scenario,
to 1e-12 of the amounts, fixed parameters must have their value for every member, and draws must lie inside their distribution's
bounds. A trace does not carry constants: they come from the scenario, without one from the district.

Then the model is run with the trace's parameters, shocks, events and plan, and every series compared. A value agrees when it differs
by at most tolerance x max(|value|, the mean absolute value of its series); the ratio is printed as `deviation`. `relative` is the
largest |difference| / |value| among values above a millionth of that mean, for information.

Money unspent is what step 2 leaves of money at hand, u = b - x. Where nearly all is executed, u is a difference of two nearly
equal numbers and carries the rounding of both, in either program; its |value| is therefore taken as that of the money at hand,
unspent and executed together.

Exits with 1 when anything disagrees, 2 when the call is wrong.
"""

import json
import sys
from dataclasses import dataclass, field

import numpy as np

from reference_funding import FIRST_YEAR, Resolved, resolve
from reference_model import load_district, run

SCHEMA = "hsb/trace/1"
INPUT_TOLERANCE = 1e-12


@dataclass
class Trace:
    """A trace in the order of the district."""

    scenario: str
    horizon: int
    parameters: dict
    z: np.ndarray
    events: np.ndarray
    plan: np.ndarray
    series: dict


def reordered(values, axis, found, wanted, what):
    if sorted(found) != sorted(wanted):
        raise ValueError(f"{what}: missing or unknown {sorted(set(found) ^ set(wanted))}")
    return np.take(values, [list(found).index(name) for name in wanted], axis=axis)


def read_trace(path, district):
    """Read a trace; what is named in it is put in the district's order."""
    with open(path, encoding="utf-8") as file:
        raw = json.load(file)
    if raw.get("schema") != SCHEMA:
        raise ValueError(f"schema {raw.get('schema')!r}, expected {SCHEMA!r}")
    years = raw["years"]
    if years != list(range(2020, years[-1] + 1)):
        raise ValueError(f"years {years} do not run from 2020 without a gap")
    if list(raw["plan"]["years"]) != years[1:]:
        raise ValueError(f"the plan's years {raw['plan']['years']} are not {years[1:]}")
    names = raw["shocks"]["names"]
    z = reordered(np.array(raw["shocks"]["values"], dtype=float), 1, names, district.shocks, "shocks")
    events = reordered(np.array(raw["events"], dtype=float), 1, names, district.shocks, "events")
    plan = reordered(np.array(raw["plan"]["values"], dtype=float), 1, raw["plan"]["projects"], district.projects, "projects")
    plan = reordered(plan, 2, raw["plan"]["sources"], district.sources, "sources")
    return Trace(
        scenario=str(raw.get("scenario")),
        horizon=years[-1],
        parameters={name: np.array(values, dtype=float) for name, values in raw["parameters"].items()},
        z=z,
        events=events,
        plan=plan,
        series={name: np.array(values, dtype=float) for name, values in raw["series"].items()},
    )


def check_inputs(trace, resolved: Resolved, district):
    """What the trace says it ran against what the scenario file asks for; a list of complaints."""
    complaints = []
    if trace.horizon != resolved.horizon:
        return [f"the trace ends in {trace.horizon}, the scenario in {resolved.horizon}"]

    def compare(what, found, wanted, names):
        bad = ~(np.abs(found - wanted) <= INPUT_TOLERANCE * np.maximum(1.0, np.abs(wanted)))
        for at in np.argwhere(bad)[:5]:
            place = [str(at[0] + FIRST_YEAR), *(axis[i] for axis, i in zip(names, at[1:]))]
            complaints.append(f"{what} {' '.join(place)}: trace {found[tuple(at)]!r}, expected {wanted[tuple(at)]!r}")
        if bad.sum() > 5:
            complaints.append(f"{what}: {bad.sum()} cells differ in all")

    compare("plan", trace.plan, resolved.plan, (district.projects, district.sources))
    compare("event", trace.events, resolved.events, (district.shocks,))
    for name, values in trace.parameters.items():
        override = resolved.parameters.get(name, district.parameters.get(name))
        if isinstance(override, float):
            if (values != override).any():
                complaints.append(f"parameter {name} is fixed at {override!r}, the trace has {values.min()!r}..{values.max()!r}")
        elif override is not None and override[0] != "normal":
            low, high = override[1][0], override[1][-1]
            if not ((values >= low) & (values <= high)).all():
                complaints.append(f"parameter {name} outside {low}..{high}: {values.min()!r}..{values.max()!r}")
    return complaints


def compare_series(found, wanted):
    """{name: (deviation, relative, year, member)}; a deviation of infinity where a value is missing or not finite."""
    result = {}
    for name in sorted(set(found) | set(wanted)):
        if name not in found or name not in wanted or found[name].shape != wanted[name].shape:
            result[name] = (np.inf, np.inf, None, None)
            continue
        f, w = found[name], wanted[name]
        mean = max(np.abs(w).mean(), np.abs(f).mean()) or 1.0
        if not (np.isfinite(mean) and np.isfinite(f).all() and np.isfinite(w).all()):
            result[name] = (np.inf, np.inf, None, None)
            continue
        difference, size = np.abs(f - w), np.abs(w)
        scale = size + np.abs(wanted[name.replace("unspent.", "executed.")]) if name.startswith("unspent.") else size
        deviation = difference / np.maximum(scale, mean)
        relative = difference / np.where(size > 1e-6 * mean, size, np.inf)
        year, member = np.unravel_index(deviation.argmax(), deviation.shape)
        result[name] = (deviation.max(), relative.max(), 2020 + year, member)
    return result


@dataclass
class Finding:
    """What the check of one trace found."""

    trace: str
    error: str = ""  # why the trace or the scenario could not be read
    complaints: list = field(default_factory=list)
    deviations: dict = field(default_factory=dict)  # as compare_series gives them
    tolerance: float = 0.0
    members: int = 0
    horizon: int = 0
    values: int = 0  # numbers compared

    @property
    def worst(self):
        """(deviation, series) where the deviation is largest."""
        found = [(deviation, name) for name, (deviation, *_) in self.deviations.items()]
        return max(found, default=(np.inf, "nothing compared"))

    @property
    def passed(self):
        return not self.error and not self.complaints and self.worst[0] <= self.tolerance


def examine(trace_path, scenario_path, district, tolerance):
    """Check one trace, with a scenario file or without."""
    try:
        trace = read_trace(trace_path, district)
        resolved = resolve(scenario_path, district) if scenario_path else None
        complaints = check_inputs(trace, resolved, district) if resolved else []
        constants = resolved.constants if resolved else None
        wanted = run(district, trace.parameters, trace.z, trace.events, trace.plan, trace.horizon, constants)
    except (ValueError, KeyError, OSError) as error:
        return Finding(str(trace_path), error=str(error))
    values = sum(series.size for series in wanted.values())
    deviations = compare_series(trace.series, wanted)
    return Finding(str(trace_path), "", complaints, deviations, tolerance, trace.z.shape[2], trace.horizon, values)


def report(finding, lines=12, verbose=False):
    """Print a finding."""
    if finding.error:
        return print(f"FAIL {finding.trace}: {finding.error}")
    worst, name = finding.worst
    against = f"{len(finding.deviations)} series, {finding.members} members, 2021-{finding.horizon}"
    print(f"{'ok  ' if finding.passed else 'FAIL'} {finding.trace}: {against}, worst deviation {worst:.2e} ({name})")
    for complaint in finding.complaints:
        print(f"     {complaint}")
    ranked = sorted(finding.deviations.items(), key=lambda item: -item[1][0])
    for name, (deviation, relative, year, member) in ranked[:lines] if verbose or worst > finding.tolerance else []:
        print(f"     {name:40s} deviation {deviation:.2e}  relative {relative:.2e}  year {year} member {member}")


def parse_call(arguments):
    """Options, and the (scenario, trace) pairs in the order written."""
    options = {"--district": None, "--tolerance": "1e-9", "--lines": "12"}
    pairs, scenario, verbose = [], None, False
    rest = iter(arguments)
    for argument in rest:
        if argument == "--verbose":
            verbose = True
        elif argument == "--scenario" or argument in options:
            value = next(rest, None)
            if value is None:
                raise ValueError(f"{argument} needs a value")
            if argument == "--scenario":
                scenario = value
            else:
                options[argument] = value
        elif argument.startswith("--"):
            raise ValueError(f"unknown option {argument}")
        else:
            pairs.append((scenario, argument))
            scenario = None
    if options["--district"] is None or not pairs or scenario is not None:
        raise ValueError("expected --district FOLDER and a trace after every --scenario")
    return options["--district"], pairs, float(options["--tolerance"]), int(options["--lines"]), verbose


def main(arguments):
    try:
        folder, pairs, tolerance, lines, verbose = parse_call(arguments)
    except ValueError as error:
        print(f"{error}\n\n{__doc__}", file=sys.stderr)
        return 2
    district = load_district(folder)
    findings = []
    for scenario, trace in pairs:
        findings.append(examine(trace, scenario, district, tolerance))
        report(findings[-1], lines, verbose)
    failed = sum(not finding.passed for finding in findings)
    print(f"{len(findings)} traces, {failed} failed, worst deviation {max(finding.worst[0] for finding in findings):.2e}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
