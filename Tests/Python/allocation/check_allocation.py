"""The best division of a budget, by this program and by SciPy.

SciPy climbs the same sample average as the program, value by value: every division that it tries is sent to
`allocation-check`, which answers with the mean over the same draws and its derivatives. Bounds and conditions are those
the program names. Two methods of SciPy are used, SLSQP and trust-constr; neither may find a better division, and at the
division of the program no direction that the conditions allow may go up.

Usage: check_allocation.py ALLOCATION_CHECK SCENARIO LIMITS
"""

import json
import os
import subprocess
import sys

import numpy as np
from scipy import optimize

MEMBERS = 512


class Program:
    """The objective, as the program computes it."""

    def __init__(self, program, scenario, outcome, limits):
        environment = dict(os.environ, OPENBLAS_NUM_THREADS="1")
        self.process = subprocess.Popen(
            [program, scenario, outcome, str(MEMBERS), limits],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        self.problem = json.loads(self.process.stdout.readline())
        self.calls = 0

    def value(self, amounts):
        """Value and derivatives of a division."""
        self.calls += 1
        self.process.stdin.write(" ".join(repr(float(x)) for x in amounts) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer["worth"], np.array(answer["gradient"])

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def rows(problem, count, is_equality):
    """The conditions of one kind as a matrix and bounds: A x = b, or A x <= b."""
    chosen = [c for c in problem["conditions"] if c["isEquality"] == is_equality]
    matrix = np.zeros((len(chosen), count))
    for row, condition in enumerate(chosen):
        matrix[row, condition["indices"]] = condition["coefficients"]
    return matrix, np.array([c["bound"] for c in chosen])


def climb(program, method):
    """The best division SciPy finds from the plan."""
    problem = program.problem
    plan = np.array(problem["plan"])
    equal, equal_bounds = rows(problem, len(plan), True)
    most, most_bounds = rows(problem, len(plan), False)
    worth, gradient = program.value(plan)
    scale = 0.05 * plan.sum() / np.linalg.norm(gradient - gradient.mean())

    def function(x):
        value, slope = program.value(np.maximum(x, 0))
        return -scale * value, -scale * slope

    if method == "SLSQP":
        conditions = [
            {"type": "eq", "fun": lambda x: equal @ x - equal_bounds, "jac": lambda x: equal},
            {"type": "ineq", "fun": lambda x: most_bounds - most @ x, "jac": lambda x: -most},
        ]
        options = {"maxiter": 200, "ftol": 1e-9}
    else:
        conditions = [
            optimize.LinearConstraint(equal, equal_bounds, equal_bounds),
            optimize.LinearConstraint(most, -np.inf, most_bounds),
        ]
        options = {"maxiter": 150, "gtol": 1e-6, "xtol": 1e-8}
    result = optimize.minimize(
        function, plan, jac=True, method=method, bounds=[(0, None)] * len(plan), constraints=conditions, options=options)
    point = np.maximum(result.x, 0)
    miss = max(np.abs(equal @ point - equal_bounds).max(initial=0), (most @ point - most_bounds).max(initial=0))
    return point, program.value(point)[0], worth, miss


def steepest_rise(problem, point, gradient):
    """The most the objective could rise to first order within the conditions: a linear program."""
    equal, equal_bounds = rows(problem, len(point), True)
    most, most_bounds = rows(problem, len(point), False)
    solution = optimize.linprog(-gradient, most, most_bounds + 1e-6, equal, equal_bounds, bounds=(0, None))
    assert solution.status == 0, solution.message
    return float(gradient @ (solution.x - point))


def main():
    program_path, scenario, limits = sys.argv[1:4]
    for outcome, methods in [("gdp_nominal.2025", ["SLSQP", "trust-constr"]), ("gdp_100_yi", ["SLSQP"])]:
        program = Program(program_path, scenario, outcome, limits)
        problem = program.problem
        found = np.array(problem["found"])
        worth, gradient = program.value(found)
        assert worth == problem["worth"], (worth, problem["worth"])
        for method in methods:
            before = program.calls
            _, best, plan, miss = climb(program, method)
            assert miss < 1e-3, f"{method} misses the conditions by {miss}"
            gain = worth - plan
            print(
                f"{outcome}, {len(found)} amounts: plan {plan:.6g}, this program {worth:.8g} "
                f"({problem['evaluations']} divisions, {problem['seconds']:.2f} s), SciPy {method} {best:.8g} "
                f"({program.calls - before} divisions)")
            assert gain > 0
            assert best - worth < 0.01 * gain, f"SciPy {method} finds {best}, this program {worth}"
        rise = steepest_rise(problem, found, gradient)
        print(f"{outcome}: to first order no division within the conditions gains more than another {rise / gain:.1%}")
        program.close()


if __name__ == "__main__":
    main()
