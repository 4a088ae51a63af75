"""Sobol' indices and elementary effects against SALib: same samples, same outputs.

Indices (for single inputs and for groups) and effects must agree to 1e-12; standard errors of the two bootstraps, whose
random draws differ, to 15 %. With --time, 120 outputs are also timed: 1,000 resamples here, 100 there.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile
import time

import numpy as np
import SALib.analyze.morris
import SALib.analyze.sobol
import SALib.sample.morris
import SALib.sample.sobol
import SALib.test_functions.Ishigami
import SALib.test_functions.Sobol_G

TOLERANCE = 1e-12


def ours_sobol(program, outputs, inputs, units, resamples):
    """First, total and their errors, by output and input; and the seconds."""
    rows = outputs.shape[1] // (inputs + 2)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "y"
        np.ascontiguousarray(outputs).tofile(file)
        sizes = [rows, inputs, len(outputs), units, resamples]
        environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
        result = subprocess.run(
            [program, "sobol", str(file), *map(str, sizes)], check=True, capture_output=True, text=True, env=environment
        )
    lines = result.stdout.splitlines()
    table = np.array([[float(x) for x in line.split()] for line in lines[:-1]])
    return table.reshape(len(outputs), inputs, 4), float(lines[-1])


def ours_morris(program, x, y, trajectories):
    with tempfile.TemporaryDirectory() as folder:
        for name, values in dict(x=x, y=y).items():
            np.ascontiguousarray(values).tofile(pathlib.Path(folder) / name)
        arguments = [program, "morris", folder, str(trajectories), str(x.shape[1])]
        result = subprocess.run(arguments, check=True, capture_output=True, text=True)
    return np.array([[float(value) for value in line.split()] for line in result.stdout.splitlines()])


def unit_problem(names, groups=None):
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
    return problem | ({"groups": groups} if groups else {})


def functions():
    ishigami = unit_problem(["x1", "x2", "x3"]) | {"bounds": [[-np.pi, np.pi]] * 3}
    yield "Ishigami", ishigami, SALib.test_functions.Ishigami.evaluate
    names = [f"x{i}" for i in range(8)]
    g = SALib.test_functions.Sobol_G.evaluate
    yield "g-function", unit_problem(names), g
    yield "g-function in groups", unit_problem(names, list("aabbbcdd")), g
    yield "step", unit_problem(names), lambda x: (x @ np.arange(1.0, 9.0) > 19).astype(float)
    yield "large mean", unit_problem(names), lambda x: 1e5 + g(x)


def check_sobol(program):
    failed = False
    for name, problem, function in functions():
        rows = 1024
        x = SALib.sample.sobol.sample(problem, rows, calc_second_order=False, seed=20210410)
        y = function(x)
        theirs = SALib.analyze.sobol.analyze(
            problem, y, calc_second_order=False, num_resamples=1000, conf_level=0.95, seed=1
        )
        inputs = len(theirs["S1"])
        # One row a unit: the bootstrap of SALib.
        found = ours_sobol(program, y[None], inputs, rows, 1000)[0][0]
        values = np.abs(found[:, :2] - np.stack([theirs["S1"], theirs["ST"]], axis=1)).max()
        expected = np.stack([theirs["S1_conf"], theirs["ST_conf"]], axis=1) / 1.959963984540054
        errors = np.abs(found[:, 2:] / expected - 1).max()
        print(f"{name}: indices differ by {values:.1e} at most, standard errors by {100 * errors:.1f} %")
        failed |= not (values < TOLERANCE and errors < 0.15)
    return failed


def check_morris(program):
    failed = False
    for name, problem, function in functions():
        if "groups" in problem:
            continue
        trajectories = 200
        x = SALib.sample.morris.sample(problem, trajectories, num_levels=8, seed=7)
        y = function(x)
        theirs = SALib.analyze.morris.analyze(problem, x, y, num_levels=8, num_resamples=10, seed=1)
        bounds = np.array(problem["bounds"])
        unit = (x - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0])
        found = ours_morris(program, unit, y, trajectories)
        expected = np.stack([theirs["mu"], theirs["mu_star"], theirs["sigma"]], axis=1)
        difference = np.abs(found - expected).max() / np.ptp(y)
        print(f"{name}: elementary effects differ by {difference:.1e} of the range of the outputs at most")
        failed |= not difference < TOLERANCE
    return failed


def report_times(program):
    rows, inputs, outputs = 1024, 16, 120
    problem = unit_problem([f"x{i}" for i in range(inputs)])
    x = SALib.sample.sobol.sample(problem, rows, calc_second_order=False, seed=3)
    powers = np.random.default_rng(5).uniform(0, 3, size=(outputs, inputs))
    y = np.exp(x @ powers.T / 4).T
    seconds = {units: ours_sobol(program, y, inputs, units, 1000)[1] for units in (16, rows)}
    start = time.perf_counter()
    for output in y:
        SALib.analyze.sobol.analyze(problem, output, calc_second_order=False, num_resamples=100, seed=1)
    theirs = time.perf_counter() - start
    print(
        f"{outputs} outputs, {inputs} inputs, {rows} rows: 1,000 resamples of 16 units {seconds[16]:.3f} s, "
        f"of {rows} rows {seconds[rows]:.3f} s; SALib with 100 resamples {theirs:.3f} s"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--time", action="store_true", help="also say how long 120 outputs take")
    options = parser.parse_args()
    failed = check_sobol(options.program)
    failed |= check_morris(options.program)
    if options.time:
        report_times(options.program)
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
