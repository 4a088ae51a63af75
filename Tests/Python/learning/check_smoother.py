"""The ensemble smoother against iterative_ensemble_smoother: same inputs, same perturbations, truncation 1.0.

Prints the largest difference of each case and, for 24 parameters, 50 observations and 10,000 members, the time of both
measured in this run. Agreement is required to 1e-10; the times are printed and not judged.
"""

import argparse
import pathlib
import subprocess
import tempfile
import time

import numpy as np
from iterative_ensemble_smoother import ESMDA


def inputs(rng, parameters, observations, members):
    x = rng.normal(size=(parameters, members))
    y = np.tanh(rng.normal(size=(observations, parameters)) @ x / np.sqrt(parameters)) * 3 + 10
    sd = rng.uniform(0.2, 2, size=observations)
    d = y.mean(axis=1) + rng.normal(size=observations)
    e = rng.normal(size=(observations, members)) * sd[:, None]
    return x, y, d, sd, e


def theirs(x, y, d, sd, e, alphas, repeats):
    fastest = np.inf
    for _ in range(repeats):
        start = time.perf_counter()
        smoother = ESMDA(covariance=sd**2, observations=d, alpha=np.array(alphas), seed=1)
        smoother.prepare_assimilation(Y=y, truncation=1.0, observation_perturbations=e)
        updated = smoother.assimilate_batch(X=x)
        fastest = min(fastest, time.perf_counter() - start)
    return updated, fastest


def ours(program, x, y, d, sd, e, inflation, repeats, truncation):
    with tempfile.TemporaryDirectory() as folder:
        for name, values in dict(x=x, y=y, d=d, sd=sd, e=e).items():
            np.ascontiguousarray(values).tofile(pathlib.Path(folder) / name)
        arguments = [len(x), len(y), x.shape[1], inflation, repeats] + ([truncation] if truncation else [])
        result = subprocess.run([program, "smoother", folder, *map(str, arguments)], check=True, capture_output=True, text=True)
        return np.fromfile(pathlib.Path(folder) / "updated").reshape(x.shape), float(result.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    rng = np.random.default_rng(20210410)
    failed = False
    cases = [(24, 50, 10_000), (24, 12, 10_000), (3, 1, 2), (5, 7, 8), (10, 200, 40), (74, 30, 31), (24, 50, 1_000)]
    for parameters, observations, members in cases:
        data = inputs(rng, parameters, observations, members)
        large = members == 10_000 and observations == 50
        repeats = options.repeats if large else 1
        # Inverse inflations of one and of four rounds; the first of them is taken.
        for alphas in ([1.0], [4.0, 4.0, 4.0, 4.0]):
            reference, their_time = theirs(*data, alphas, repeats)
            scale = np.abs(reference).max()
            for truncation in (None, 1.0):
                updated, our_time = ours(options.program, *data, alphas[0], repeats, truncation)
                difference = np.abs(updated - reference).max() / scale
                kind = "subspace" if truncation else "exact"
                line = f"{parameters} x {observations} x {members}, inflation {alphas[0]:g}, {kind}: {difference:.1e}"
                if large:
                    line += f"; {our_time * 1e3:.2f} ms against {their_time * 1e3:.2f} ms: {their_time / our_time:.1f} times"
                print(line)
                failed |= not difference < 1e-10
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
