"""Holds the tables of `hsb compare` against NumPy, which starts from the members of two traces.

    check_comparison.py FOLDER REFERENCE ALTERNATIVE

Means, standard deviations, shares and standard errors must agree to rounding; quantiles, which the program reads from
histograms, to the width of their bins. The formulas are those of docs/COMPARISON.md.
"""

import csv
import json
import pathlib
import sys

import numpy as np

REPLICATES = 16
BLOCK = 64


def replicate_means(values):
    """Mean of each of the 16 randomisations: blocks of 64 members are dealt to them in turn."""
    blocks = np.arange(len(values)) // BLOCK
    return np.array([values[blocks % REPLICATES == r].mean() for r in range(REPLICATES)])


def standard_error(values):
    return replicate_means(values).std(ddof=1) / np.sqrt(REPLICATES)


class Check:
    def __init__(self):
        self.count = 0
        self.failures = []

    def near(self, name, found, expected, tolerance):
        self.count += 1
        if not abs(float(found) - expected) <= tolerance:
            self.failures.append(f"{name}: found {found}, expected {expected}")


def table(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check_differences(check, folder, before, now, years):
    for row in table(folder / "comparison.csv"):
        if row["indicator"] not in before:
            continue
        t = years.index(int(row["year"]))
        x, y = before[row["indicator"]][t], now[row["indicator"]][t]
        d = y - x
        name = f"{row['indicator']} {row['year']}"
        scale = np.abs(x).mean() + np.abs(d).max() + 1e-4
        check.near(f"{name} reference", row["reference_mean"], x.mean(), 1e-9 * scale)
        check.near(f"{name} scenario", row["scenario_mean"], y.mean(), 1e-9 * scale)
        check.near(f"{name} mean", row["mean"], d.mean(), 1e-9 * scale)
        check.near(f"{name} sd", row["sd"], d.std(ddof=1), 1e-6 * scale + 1e-6 * d.std())
        check.near(f"{name} mean_se", row["mean_se"], standard_error(d), 1e-6 * scale)
        check.near(f"{name} higher", row["probability_higher"], (d > 0).mean(), 1e-12)
        check.near(f"{name} lower", row["probability_lower"], (d < 0).mean(), 1e-12)
        check.near(f"{name} higher_se", row["probability_higher_se"], standard_error(d > 0), 1e-9)
        for column, q in (("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)):
            expected = np.quantile(d, q)
            check.near(f"{name} {column}", row[column], expected, 5e-3 * abs(expected) + 2e-3 * d.std() + 1e-6 * scale)


def check_targets_and_costs(check, folder, before, now):
    met = [series["gdp_nominal"][-1] > 100 for series in (before, now)]
    change = met[1].astype(float) - met[0].astype(float)
    row = next(row for row in table(folder / "comparison_targets.csv") if row["target"] == "gdp_100_yi")
    check.near("gdp_100_yi before", row["reference_probability"], met[0].mean(), 1e-12)
    check.near("gdp_100_yi now", row["probability"], met[1].mean(), 1e-12)
    check.near("gdp_100_yi change", row["change"], change.mean(), 1e-12)
    check.near("gdp_100_yi change_se", row["change_se"], standard_error(change), 1e-9)

    def executed(series):
        return sum(values[1:].sum(axis=0) for name, values in series.items() if name.startswith("executed."))

    money = executed(now) - executed(before)
    outcomes = {name: (now[name][-1] - before[name][-1], 100 if "income" in name else 1)
                for name in ("gdp_real", "income_all", "income_rural", "income_urban")}
    outcomes["gdp_100_yi"] = (change, 0.01)
    rows = {row["outcome"]: row for row in table(folder / "comparison_costs.csv")}
    for name, (gain, step) in outcomes.items():
        row = rows[name]
        ratio = money.mean() / gain.mean()
        residual = (replicate_means(money) - ratio * replicate_means(gain)) / gain.mean()
        error = residual.std(ddof=1) / np.sqrt(REPLICATES)
        check.near(f"{name} money", row["extra_executed_yi_2020"], money.mean(), 1e-9 * abs(money.mean()))
        check.near(f"{name} money_se", row["extra_executed_yi_2020_se"], standard_error(money), 1e-7)
        check.near(f"{name} change", row["change"], gain.mean(), 1e-9 * (1 + abs(gain.mean())))
        check.near(f"{name} cost", row["cost_yi_2020_per_step"], step * ratio, 1e-7 * abs(step * ratio))
        check.near(f"{name} cost_se", row["cost_se"], step * error, 1e-5 * step * error + 1e-9)


def main():
    work, reference, alternative = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    series = []
    for name in (reference, alternative):
        trace = json.loads((work / f"{name}.json").read_text(encoding="utf-8"))
        series.append({key: np.array(values) for key, values in trace["series"].items()})
    check = Check()
    check_differences(check, work / "comparison", series[0], series[1], trace["years"])
    check_targets_and_costs(check, work / "comparison", series[0], series[1])
    for failure in check.failures[:20]:
        print(failure)
    print(f"comparison: {check.count} numbers compared, {len(check.failures)} differ")
    return 1 if check.failures or check.count < 5000 else 0


if __name__ == "__main__":
    sys.exit(main())
