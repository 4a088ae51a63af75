"""The NumPy peer: the model's equations vectorised over members, in chunks that stay in cache (Tests/CrossCheck/reference_model.py).

    python numpy_peer.py DRAWS [--quick] [--scipy]

Prints a line of JSON: the deviation from the program's trace and nanoseconds a member of the loop on one core, with the draws given;
with --scipy also of the draws (SciPy's scrambled Sobol and quantile functions) and of the summaries (np.quantile).
"""

import argparse

import numpy as np

import common
from reference_model import run, series_blocks


def loop_body(draws, chunk):
    """One pass over all members; the series of a chunk are overwritten by the next, as in the program."""
    years = draws.normals.shape[0]
    count = sum(len(names) for _, names in series_blocks(draws.district))
    out = np.empty((count, years + 1, chunk))
    pieces = []
    for first in range(0, draws.members - chunk + 1, chunk):
        part = slice(first, first + chunk)
        parameters = {name: np.ascontiguousarray(values[part]) for name, values in draws.parameters.items()}
        pieces.append((parameters, np.ascontiguousarray(draws.normals[:, :, part])))

    def body():
        for parameters, z in pieces:
            run(draws.district, parameters, z, draws.events, draws.plan, draws.horizon, chunk=chunk, out=out)

    return body, len(pieces) * chunk


def fastest_loop(draws, chunks, rounds):
    """(chunk, nanoseconds a member) of the fastest chunk."""
    found = []
    for chunk in chunks:
        body, members = loop_body(draws, chunk)
        _, cpu = common.best(body, rounds)
        found.append((1e9 * cpu / members, chunk))
    nanoseconds, chunk = min(found)
    return chunk, nanoseconds


def scipy_draws(draws, members):
    """A body that draws parameters and normals of so many members with SciPy."""
    from scipy import special
    from scipy.stats import qmc

    d = draws.district
    years, shocks, _ = draws.normals.shape

    def body():
        u = qmc.Sobol(d=len(d.parameters) + years * shocks, scramble=True, seed=7).random(members)
        columns = np.ascontiguousarray(u.T)
        parameters = {}
        for row, (name, (family, arguments)) in zip(columns, d.parameters.items()):
            if family == "normal":
                parameters[name] = arguments[0] + arguments[1] * special.ndtri(row)
            else:
                a, b, c = arguments
                alpha, beta = 1 + 4 * (b - a) / (c - a), 1 + 4 * (c - b) / (c - a)
                parameters[name] = a + (c - a) * special.betaincinv(alpha, beta, row)
        z = special.ndtri(columns[len(d.parameters) :]).reshape(years, shocks, members)
        return parameters, z

    return body


def summaries(draws, members):
    """A body that summarises every series of so many members: mean, standard deviation and the five quantiles."""
    repeat = -(-members // draws.members)
    parameters = {name: np.tile(values, repeat)[:members] for name, values in draws.parameters.items()}
    z = np.tile(draws.normals, (1, 1, repeat))[:, :, :members]
    series = run(draws.district, parameters, z, draws.events, draws.plan, draws.horizon)
    table = np.stack(list(series.values()))

    def body():
        return table.mean(axis=2), table.std(axis=2), np.quantile(table, [0.05, 0.25, 0.5, 0.75, 0.95], axis=2)

    return body


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("draws")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--scipy", action="store_true")
    arguments = parser.parse_args()
    deviation = common.check(arguments.draws, run)
    draws = common.load_draws(arguments.draws)
    chunks, rounds = ([1024, 4096], 15) if arguments.quick else ([256, 512, 1024, 2048, 4096], 15)
    chunk, loop = fastest_loop(draws, chunks, rounds)
    figures = {"numpy": np.__version__, "deviation": deviation, "chunk": chunk, "loop": loop}
    if arguments.scipy:
        import scipy

        members = 16384
        figures["scipy"] = scipy.__version__
        figures["draws"] = 1e9 * common.best(scipy_draws(draws, members), 3)[1] / members
        figures["summaries"] = 1e9 * common.best(summaries(draws, members), 3)[1] / members
    common.report(**figures)


if __name__ == "__main__":
    main()
