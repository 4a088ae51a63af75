"""Write random valid scenario files, for comparing programs on many of them.

    python random_scenarios.py --district FOLDER --count 50 --seed 1 --output FOLDER
        [--district-name NAME] [--members 8] [--edges] [--edge-district FOLDER]

The same seed and district give the same files. Ids come from the district folder alone. Files use every part of the contract that
moves numbers: plans (planned, none, a CSV of their own), adjustments of each kind in random order and narrowing, events, parameters
fixed or given another distribution, constants, horizons from 2021 to 2035, and `extends` chains. Money never becomes negative and
never reaches a project whose planned cost is 0; `add` always names its source.

--edges drives some scenarios where the model has corners: the bounds of alpha, the limit on water saving, the completion cap, the
ceiling of the urban share. --edge-district also writes a copy of the district in which one project has no cost and no money and
another has no curvature; give that folder as --district of a second call (and of the check).
"""

import argparse
import csv
import shutil
from pathlib import Path

import numpy as np
import yaml

from reference_model import LAST_YEAR, load_district, read_csv

UNREAD_CONSTANTS = {"population_2020"}  # used by no equation: overriding it is an error
SAMPLERS = ["sobol", "latin-hypercube", "random"]


class ScenarioWriter:
    """Draws the parts of a scenario from one random generator."""

    def __init__(self, district, rng, members, edges):
        self.d, self.rng, self.members, self.edges = district, rng, members, edges
        self.funded = [p for p, cost in zip(district.projects, district.cost) if cost > 0]

    # small draws

    def chance(self, probability):
        return self.rng.random() < probability

    def uniform(self, low, high, digits=5):
        return round(float(self.rng.uniform(low, high)), digits)

    def whole(self, low, high):
        return int(self.rng.integers(low, high + 1))

    def some(self, names, most):
        """One id, or a list of several."""
        count = self.whole(1, min(most, len(names)))
        chosen = [str(name) for name in self.rng.choice(names, count, replace=False)]
        return chosen[0] if count == 1 and self.chance(0.7) else chosen

    # funding

    def narrow_years(self, horizon):
        first = self.whole(2021, horizon)
        last = self.whole(first, horizon)
        return {"year": first} if first == last or self.chance(0.4) else {"years": f"{first}-{last}"}

    def narrowing(self, horizon, project=True):
        line = {}
        if project and self.chance(0.6):
            line["project"] = self.some(self.funded, 4)
        if self.chance(0.4):
            line["source"] = self.some(self.d.sources, 3)
        if self.chance(0.5):
            line |= self.narrow_years(horizon)
        return line

    def adjustment(self, horizon):
        kind = self.rng.choice(["multiply", "add", "delay", "move"])
        if kind == "multiply":
            return self.narrowing(horizon) | {"multiply": 0 if self.chance(0.15) else self.uniform(0, 2)}
        if kind == "add":
            where = {"project": self.some(self.funded, 3), "source": self.some(self.d.sources, 2)}
            return where | self.narrow_years(horizon) | {"add": self.uniform(0, 1.5)}
        if kind == "delay":
            return self.narrowing(horizon) | {"delay": self.whole(1, 3)}
        giver = str(self.rng.choice(self.funded))
        takers = self.some([p for p in self.funded if p != giver], 3)
        return self.narrowing(horizon, project=False) | {"from": giver, "to": takers, "share": self.uniform(0, 1)}

    def plan_file(self, path, horizon):
        """A sparse plan of its own; returns its name."""
        last = min(LAST_YEAR, horizon + 1)  # rows after the horizon are dropped
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["project", "source", "year", "amount_yi"])
            for project in self.funded:
                for source in self.d.sources:
                    for year in range(2021, last + 1):
                        if self.chance(0.3):
                            writer.writerow([project, source, year, self.uniform(0, 2)])
        return path.name

    # overrides

    def parameter(self, name, fixed_only):
        family, arguments = self.d.parameters[name]
        if family == "pert":
            low, high = arguments[0], arguments[2]
        else:
            low, high = arguments[0] - 2 * arguments[1], arguments[0] + 2 * arguments[1]
        if fixed_only or self.chance(0.4):
            return self.uniform(low, high)
        a, b = sorted((self.uniform(low, high), self.uniform(low, high)))
        if b - a < 0.05 * (high - low):
            a, b = low, high
        mode = self.uniform(a, b)
        kind = str(self.rng.choice(["pert", "normal", "uniform", "triangular"]))
        values = {
            "pert": [a, mode, b],
            "triangular": [a, mode, b],
            "uniform": [a, b],
            "normal": self.narrow(low, high, mode),
        }
        return {kind: values[kind]}

    @staticmethod
    def narrow(low, high, mode):
        """Mean and standard deviation of a normal that stays over zero, and below one, for seven deviations where the range does."""
        if low < 0:
            return [mode, round((high - low) / 25, 6)]
        mean = max(mode, 0.05 * high)
        room = [(high - low) / 25, mean / 7]
        if high <= 1:
            mean = min(mean, 0.99)
            room.append((1 - mean) / 7)
        return [mean, round(min(room), 6)]

    def constant(self, name):
        """A rate moves by up to two points, anything else by a tenth or so."""
        value, unit = self.d.constants[name], self.d.constant_units[name]
        if unit.startswith(("per_year", "log_per_year")):
            return round(value + self.uniform(-0.02, 0.02), 6)
        return round(value * self.uniform(0.9, 1.15), 6)

    def corner(self, scenario):
        """Push one corner of the equations."""
        corner = self.whole(0, 3)
        if corner == 0:
            scenario["parameters"]["capital_elasticity_scale"] = float(self.rng.choice([0.1, 1.5]))
        elif corner == 1:
            for project in np.array(self.d.projects)[self.d.W > 0]:
                scenario["parameters"][f"efficacy.{project}"] = self.uniform(5, 8)
        elif corner == 2:
            scenario["funding"]["adjust"] = [{"multiply": self.uniform(2.5, 4)}, *scenario["funding"].get("adjust", [])]
        else:
            scenario["constants"]["urban_share_2025"] = self.uniform(0.6, 0.7)
            scenario["horizon"] = LAST_YEAR

    def scenario(self, name, folder, parent):
        """One scenario as a map; `parent` is the map of what it extends with everything inherited, or None."""
        known = parent or {}
        # a child keeps its parent's years inside the horizon
        horizon = self.whole(known.get("horizon", 2021), LAST_YEAR) if self.chance(0.8) else known.get("horizon", 2025)
        scenario = {
            "scenario": name,
            "title": {"zh": f"随机情景 {name}", "en": f"Random scenario {name}"},
            "horizon": horizon,
            "ensemble": {"members": self.members, "sampler": str(self.rng.choice(SAMPLERS)), "seed": self.whole(1, 10**6)},
            "funding": {},
            "parameters": {},
            "constants": {},
        }
        plan = self.rng.random()
        if plan < 0.25:
            scenario["funding"]["plan"] = self.plan_file(folder / f"{name}-plan.csv", horizon)
        elif plan < 0.35:
            scenario["funding"]["plan"] = "none"
        elif plan < 0.6:
            scenario["funding"]["plan"] = "planned"
        if self.chance(0.85):
            scenario["funding"]["adjust"] = [self.adjustment(horizon) for _ in range(self.whole(1, 6))]
        if self.chance(0.6):
            scenario["events"] = [
                {"year": self.whole(2021, horizon), "shock": str(self.rng.choice(self.d.shocks)), "sd": self.uniform(-3, 3)}
                for _ in range(self.whole(1, 5))
            ]
        if self.chance(0.7):
            for parameter in self.rng.choice(sorted(self.d.parameters), self.whole(1, 8), replace=False):
                # over an inherited distribution only a number is written: whether two families merge is nobody's question here
                inherited = isinstance(known.get("parameters", {}).get(parameter), dict)
                scenario["parameters"][str(parameter)] = self.parameter(str(parameter), inherited)
        if self.chance(0.6):
            readable = sorted(set(self.d.constants) - UNREAD_CONSTANTS)
            for constant in self.rng.choice(readable, self.whole(1, 4), replace=False):
                scenario["constants"][str(constant)] = self.constant(str(constant))
        if self.edges and self.chance(0.5):
            self.corner(scenario)
        return {key: value for key, value in scenario.items() if value != {}}


def inherit(parent, child):
    """What a child has in all: enough of it to draw grandchildren that stay valid."""
    whole = {**parent, **child}
    whole["parameters"] = {**parent.get("parameters", {}), **child.get("parameters", {})}
    return whole


def write_scenarios(district, count, seed, folder, members=8, district_name=None, edges=False):
    """Write `count` files named random-0001.yaml and on; returns their paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    writer = ScenarioWriter(district, np.random.default_rng(seed), members, edges)
    whole, paths = [], []
    for number in range(1, count + 1):
        name = f"random-{number:04d}"
        parent = writer.whole(0, number - 2) if number > 1 and writer.chance(0.3) else None
        scenario = writer.scenario(name, folder, whole[parent] if parent is not None else None)
        whole.append(inherit(whole[parent] if parent is not None else {}, scenario))
        head = {"scenario": scenario.pop("scenario")}
        if parent is not None:
            head["extends"] = paths[parent].name
        elif district_name is not None:
            head["district"] = district_name
        path = folder / f"{name}.yaml"
        text = yaml.safe_dump(head | scenario, allow_unicode=True, sort_keys=False, width=120)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def write_edge_district(source, target):
    """A copy of a district where the last project costs nothing and receives nothing, and the first has no curvature."""
    source, target = Path(source), Path(target)
    shutil.copytree(source, target, dirs_exist_ok=True)
    projects = read_csv(source / "projects.csv")
    projects[0]["curvature"] = "0"
    projects[-1]["planned_cost_yi"] = "0"
    plan = [row for row in read_csv(source / "funding_plan.csv") if row["project"] != projects[-1]["id"]]
    for name, rows in (("projects.csv", projects), ("funding_plan.csv", plan)):
        (target / name).chmod(0o644)
        with open(target / name, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description="Write random valid scenario files.")
    parser.add_argument("--district", required=True, help="folder of the district's CSV files")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", required=True)
    parser.add_argument("--members", type=int, default=8)
    parser.add_argument("--district-name", help="what to write as `district:`; left out by default")
    parser.add_argument("--edges", action="store_true", help="drive some scenarios into the corners of the equations")
    parser.add_argument("--edge-district", help="also write a copy of the district with a costless and an uncurved project")
    arguments = parser.parse_args()
    if arguments.edge_district:
        write_edge_district(arguments.district, arguments.edge_district)
    d = load_district(arguments.district)
    paths = write_scenarios(
        d, arguments.count, arguments.seed, arguments.output, arguments.members, arguments.district_name, arguments.edges
    )
    print(f"{len(paths)} scenarios in {arguments.output}")


if __name__ == "__main__":
    main()
