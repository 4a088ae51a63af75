"""An independent reading of scenario files: what the funding plan, the events and the constants come to.

    resolved = resolve("scenario.yaml", load_district(folder))

gives the dense plan [years][projects][sources] (nominal yi yuan, after adjustments), the events [years][shocks], the
constants, the parameter overrides and the horizon. Nothing here is shared with the main program.

How the contract is read where it leaves a choice
  Inheritance
  - Maps merge key by key at every depth; lists and scalars replace. A distribution ({pert: [...]}) is one value: a child that
    names another family replaces the parent's, the two are not merged into a map of two families.
  - `funding.plan`, when it is a path, is relative to the file that wrote it, not to the file that inherits it.
  - A key whose value is empty (null) counts as not written.
  - A key written twice in one map is an error. Numbers follow YAML 1.2, so that 1e-3 is a number.
  Plan
  - Rows after the horizon are dropped before the adjustments, of the built-in plan and of a CSV alike: a delay loses what
    it moves past the horizon, and nothing comes back. Rows of 2020 or before, negative amounts and two rows for one cell are errors.
  - A plan that puts money on a project whose planned cost is 0 is an error.
  Adjustments, in the order written
  - `project`, `source`: an id or a list of ids. `year` is one year (or a list), `years` one year or 'a-b'; both at once is an error.
    Absent means all. Years outside 2021..horizon select nothing, so that a child may shorten the horizon of its parent.
  - A line does exactly one thing: multiply, add, delay, or from/to/share.
  - multiply: the selected cells times the number.
  - add: the number is added to every selected (project, source, year) cell. Without `source` that is every source,
    without `year` every year: each cell gets the whole number. The amount is never divided.
  - delay: the money of the selected cells goes N years later, to the same project and source, on top of what is there;
    all cells move at the same time, so a line never moves the same yuan twice. What would land after the horizon leaves the
    plan and is counted in `lost_past_horizon`.
  - from/to/share: of every selected (source, year) cell of `from`, that share moves to `to`, same source and year, split in
    proportion to planned cost (a project of cost 0 gets nothing). `project` has no place on such a line.
  Events
  - Events of the same year and shock add up. An event outside 2021..horizon is dropped and named in `notes`.
"""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import yaml

FIRST_YEAR, LAST_YEAR, DEFAULT_HORIZON = 2021, 2035, 2025
FAMILIES = {"pert": 3, "normal": 2, "uniform": 2, "triangular": 3}


class ScenarioError(ValueError):
    """A scenario file that cannot be resolved."""


@dataclass
class Resolved:
    """A scenario in numbers."""

    id: str
    horizon: int
    plan: np.ndarray  # [years][projects][sources], nominal
    events: np.ndarray  # [years][shocks]
    constants: dict  # every value of aggregates.csv
    parameters: dict  # overrides only: id -> a number, or (family, arguments)
    lost_past_horizon: np.ndarray  # [projects][sources], money delayed past the horizon
    notes: list = field(default_factory=list)


# ------------------------------------------------------------------------------------------- reading YAML


class StrictLoader(yaml.SafeLoader):
    """Safe YAML with YAML 1.2 floating-point numbers and without duplicate keys."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise ScenarioError(f"line {node.start_mark.line + 1}: key {key!r} written twice")
        return super().construct_mapping(node, deep)


StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)$"), list("-+.0123456789")
)


def read_yaml(path):
    """One scenario file as written, its plan path made absolute and empty keys left out."""
    with open(path, encoding="utf-8") as file:
        written = yaml.load(file, StrictLoader)
    if not isinstance(written, dict):
        raise ScenarioError(f"{path}: expected a map")
    written = without_nulls(written)
    plan = written.get("funding", {}).get("plan")
    if plan is not None and plan not in ("planned", "none"):
        written["funding"]["plan"] = str((Path(path).parent / plan).resolve())
    return written


def without_nulls(value):
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return value


def read_chain(path, seen=()):
    """The file with everything it inherits."""
    path = Path(path).resolve()
    if path in seen:
        raise ScenarioError(f"{path}: extends itself")
    written = read_yaml(path)
    if "extends" not in written:
        return written
    parent = read_chain(path.parent / written.pop("extends"), (*seen, path))
    return merge(parent, written)


def merge(parent, child, at=()):
    """Maps merge, lists and scalars replace; a distribution under `parameters` is a value and replaces too."""
    if isinstance(parent, dict) and isinstance(child, dict) and not (len(at) == 2 and at[0] == "parameters"):
        merged = dict(parent)
        for key, value in child.items():
            merged[key] = merge(parent[key], value, (*at, key)) if key in parent else value
        return merged
    return child


# ------------------------------------------------------------------------------------------- selections


def as_list(value):
    return list(value) if isinstance(value, list) else [value]


def number(value, what):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not np.isfinite(value):
        raise ScenarioError(f"{what}: expected a number, got {value!r}")
    return float(value)


def index_of(names, name, what):
    if name not in names:
        raise ScenarioError(f"unknown {what} {name!r}")
    return names.index(name)


def selected(names, value, what):
    """True where a name is selected; None selects all."""
    mask = np.full(len(names), value is None)
    for name in as_list(value) if value is not None else []:
        mask[index_of(names, name, what)] = True
    return mask


def selected_years(line, years):
    """True for the selected years among 2021..horizon."""
    if "year" in line and "years" in line:
        raise ScenarioError("both year and years on one line")
    value = line.get("years", line.get("year"))
    if value is None:
        return np.full(years, True)
    mask = np.full(years, False)
    for item in as_list(value):
        match = re.fullmatch(r"\s*(\d{4})(?:\s*-\s*(\d{4}))?\s*", str(item))
        if not match:
            raise ScenarioError(f"years: expected a year or 'first-last', got {item!r}")
        first, last = int(match[1]), int(match[2] or match[1])
        if first > last:
            raise ScenarioError(f"years: {item!r} ends before it begins")
        mask[max(0, first - FIRST_YEAR) : max(0, last - FIRST_YEAR + 1)] = True
    return mask


# ------------------------------------------------------------------------------------------- plan and adjustments


def plan_rows(plan, district):
    """(project, source, year, amount) of the plan a scenario names."""
    if plan == "none":
        return []
    if plan == "planned":
        return district.funding_plan
    with open(plan, newline="", encoding="utf-8-sig") as file:
        return [(r["project"], r["source"], int(r["year"]), float(r["amount_yi"])) for r in csv.DictReader(file)]


def dense_plan(rows, district, horizon):
    plan = np.zeros((horizon - FIRST_YEAR + 1, len(district.projects), len(district.sources)))
    cells = set()
    for project, source, year, amount in rows:
        cell = (year, index_of(district.projects, project, "project"), index_of(district.sources, source, "source"))
        if year < FIRST_YEAR or amount < 0 or cell in cells:
            raise ScenarioError(f"plan: {project}, {source}, {year}: before {FIRST_YEAR}, negative or written twice")
        cells.add(cell)
        if year <= horizon:
            plan[year - FIRST_YEAR, cell[1], cell[2]] = amount
    return plan


def adjust(plan, line, district):
    """Apply one adjustment in place; returns the money moved past the horizon, [projects][sources]."""
    lost = np.zeros(plan.shape[1:])
    actions = [key for key in ("multiply", "add", "delay", "share") if key in line]
    if len(actions) != 1:
        raise ScenarioError(f"expected one of multiply, add, delay, from/to/share in {line}")
    action = actions[0]
    allowed = {"source", "year", "years", action} | ({"from", "to"} if action == "share" else {"project"})
    if set(line) - allowed:
        raise ScenarioError(f"unexpected {sorted(set(line) - allowed)} in {line}")

    years = selected_years(line, len(plan))
    projects = selected(district.projects, line.get("project"), "project")
    sources = selected(district.sources, line.get("source"), "source")
    cells = years[:, None, None] & projects[:, None] & sources

    if action == "multiply":
        plan[cells] *= number(line["multiply"], "multiply")
    elif action == "add":
        plan[cells] += number(line["add"], "add")
    elif action == "delay":
        by = line["delay"]
        if isinstance(by, bool) or not isinstance(by, int) or by < 1:
            raise ScenarioError(f"delay: expected a whole number of years from 1, got {by!r}")
        moving = np.where(cells, plan, 0.0)
        plan[cells] = 0.0
        if by < len(plan):
            plan[by:] += moving[:-by]
        lost += moving[-by:].sum(axis=0)
    else:
        if "from" not in line or "to" not in line:
            raise ScenarioError(f"share needs from and to in {line}")
        share = number(line["share"], "share")
        giver = index_of(district.projects, line["from"], "project")
        takers = selected(district.projects, line["to"], "project")
        if takers[giver] or not 0 <= share <= 1:
            raise ScenarioError(f"a project cannot give to itself, and a share lies in 0..1: {line}")
        weights = np.where(takers, district.cost, 0.0)
        if weights.sum() <= 0:
            raise ScenarioError(f"none of the receiving projects has a planned cost: {line}")
        moved = np.where(years[:, None] & sources, share * plan[:, giver], 0.0)  # [years][sources]
        plan[:, giver] -= moved
        plan += moved[:, None, :] * (weights / weights.sum())[:, None]
    return lost


def dense_events(events, district, horizon, notes):
    dense = np.zeros((horizon - FIRST_YEAR + 1, len(district.shocks)))
    for event in events:
        if set(event) != {"year", "shock", "sd"}:
            raise ScenarioError(f"events: expected year, shock and sd, got {event}")
        shock = index_of(district.shocks, event["shock"], "shock")
        if FIRST_YEAR <= event["year"] <= horizon:
            dense[event["year"] - FIRST_YEAR, shock] += number(event["sd"], "sd")
        else:
            notes.append(f"event of {event['year']} is outside {FIRST_YEAR}..{horizon}")
    return dense


# ------------------------------------------------------------------------------------------- parameters


def parameter_override(name, value, district):
    if name not in district.parameters:
        raise ScenarioError(f"unknown parameter {name!r}")
    if not isinstance(value, dict):
        return number(value, name)
    if len(value) != 1 or next(iter(value)) not in FAMILIES:
        raise ScenarioError(f"{name}: expected a number or one of {sorted(FAMILIES)}, got {value}")
    family, arguments = next(iter(value.items()))
    arguments = [number(argument, name) for argument in arguments]
    if len(arguments) != FAMILIES[family]:
        raise ScenarioError(f"{name}: {family} takes {FAMILIES[family]} numbers, got {arguments}")
    return family, arguments


def resolve(path, district, horizon=None):
    """Read a scenario file with all it extends; `horizon` overrides the file's."""
    written = read_chain(path)
    notes = []
    horizon = written.get("horizon", DEFAULT_HORIZON) if horizon is None else horizon
    if not isinstance(horizon, int) or not FIRST_YEAR <= horizon <= LAST_YEAR:
        raise ScenarioError(f"horizon: expected {FIRST_YEAR}..{LAST_YEAR}, got {horizon!r}")

    funding = written.get("funding", {})
    plan = dense_plan(plan_rows(funding.get("plan", "planned"), district), district, horizon)
    lost = np.zeros(plan.shape[1:])
    for line in funding.get("adjust", []):
        lost += adjust(plan, line, district)
    if (plan < 0).any():
        raise ScenarioError("the adjustments leave a negative amount")
    if plan[:, district.cost == 0].any():
        raise ScenarioError("money is planned for a project whose planned cost is 0")

    constants = dict(district.constants)
    for name, value in written.get("constants", {}).items():
        if name not in constants:
            raise ScenarioError(f"unknown constant {name!r}")
        constants[name] = number(value, name)

    return Resolved(
        id=written.get("scenario", Path(path).stem),
        horizon=horizon,
        plan=plan,
        events=dense_events(written.get("events", []), district, horizon, notes),
        constants=constants,
        parameters={n: parameter_override(n, v, district) for n, v in written.get("parameters", {}).items()},
        lost_past_horizon=lost,
        notes=notes,
    )
