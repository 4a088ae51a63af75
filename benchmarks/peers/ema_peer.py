"""The EMA workbench peer: the same model, one experiment at a time, as that program runs models.

    python ema_peer.py DRAWS

A function of the 74 uncertain parameters runs one member through the NumPy model (the shocks drawn inside it) and returns six
outcomes by year; the workbench draws the parameters by Latin hypercube and calls it. Prints a line of JSON: the deviation of the
one-member model from the program's trace, and nanoseconds an experiment.
"""

import argparse
import logging

import ema_workbench
import numpy as np
from ema_workbench import Model, RealParameter, SequentialEvaluator, TimeSeriesOutcome

import common
from reference_model import run

OUTCOMES = ["gdp_nominal", "gdp_real", "income_all", "income_rural", "income_urban", "jobs"]


def one_at_a_time(district, parameters, z, events, plan, horizon):
    """As reference_model.run, a member at a time."""
    members = z.shape[2]
    runs = [
        run(district, {n: v[m : m + 1] for n, v in parameters.items()}, z[:, :, m : m + 1], events, plan, horizon)
        for m in range(members)
    ]
    return {name: np.concatenate([one[name] for one in runs], axis=1) for name in runs[0]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("draws")
    arguments = parser.parse_args()
    deviation = common.check(arguments.draws, one_at_a_time)
    draws = common.load_draws(arguments.draws)
    d, years = draws.district, draws.normals.shape[0]
    generator = np.random.default_rng(7)
    # The workbench wants Python names.
    names = {name.replace(".", "__"): name for name in d.parameters}

    def projection(**values):
        z = generator.standard_normal((years, len(d.shocks), 1))
        parameters = {names[name]: np.array([value]) for name, value in values.items()}
        series = run(d, parameters, z, draws.events, draws.plan, draws.horizon)
        return {outcome: series[outcome][:, 0] for outcome in OUTCOMES}

    model = Model("hongsibao", function=projection)
    ranges = []
    for name, original in names.items():
        family, numbers = d.parameters[original]
        low, high = (numbers[0] - 2 * numbers[1], numbers[0] + 2 * numbers[1]) if family == "normal" else (numbers[0], numbers[2])
        ranges.append(RealParameter(name, low, high))
    model.uncertainties = ranges
    model.outcomes = [TimeSeriesOutcome(outcome) for outcome in OUTCOMES]
    logging.disable(logging.CRITICAL)
    experiments = 200

    def body():
        with SequentialEvaluator(model) as evaluator:
            evaluator.perform_experiments(scenarios=experiments)

    wall, _ = common.best(body, 3)
    common.report(ema_workbench=ema_workbench.__version__, deviation=deviation, experiment=1e9 * wall / experiments)


if __name__ == "__main__":
    main()
