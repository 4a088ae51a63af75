"""Writes the SciPy reference values of SamplingTests.

sobol_sums.csv: for each of the first 512 dimensions, the sum over the first 256 unscrambled points of
    (i + 1) k mod 2^64, where k is the coordinate times 2^52: any wrong digit of any point changes it.
sobol_points.csv: index, dimension and coordinate of some points, far ones included.
quantiles.csv: distribution, its parameters, p, the quantile and the probability of the quantile's double.

Usage: python make_scipy_reference.py [directory]   (default: Tests/SamplingTests/Reference)
"""

import pathlib
import sys

import numpy
import scipy.stats
from scipy.stats import qmc

POINTS = 256
DIMENSIONS = 512


def write_sobol(directory):
    with open(directory / "sobol_sums.csv", "w") as file:
        engine = qmc.Sobol(DIMENSIONS, scramble=False, bits=52)
        points = engine.random(POINTS)
        for dimension in range(DIMENSIONS):
            total = 0
            for i in range(POINTS):
                total = (total + (i + 1) * int(points[i, dimension] * 2.0**52)) % 2**64
            file.write(f"{dimension + 1},{total}\n")
    with open(directory / "sobol_points.csv", "w") as file:
        # Thirty bits are exact for the first 2^30 points, and SciPy cannot skip ahead with more than 32.
        engine = qmc.Sobol(1024, scramble=False, bits=30)
        index = 0
        for start in (0, 1000, 65535, 1000003):
            if start > index:
                engine.fast_forward(start - index)
            points = engine.random(4)
            for i in range(4):
                for dimension in (1, 2, 3, 7, 38, 214, 480, 482, 777, 1024):
                    file.write(f"{start + i},{dimension},{float(points[i, dimension - 1]).hex()}\n")
            index = start + 4


def probabilities():
    tails = [2.0**-53, 1e-14, 1e-10, 1e-7, 2.0**-20, 1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03]
    middle = [k / 40 for k in range(2, 39)]
    return tails + middle + [1 - t for t in tails]


def write_quantiles(directory):
    cases = []
    for low, mode, high in [
        (0.8, 1, 1.15), (0.3, 0.5, 0.7), (0, 1, 2), (-0.2, 0.1, 0.4), (0.85, 0.94, 0.99), (0, 0, 1), (0, 1, 1),
        (0, 0.1, 1), (0, 0.9, 1), (-5, 20, 1000), (0, 1e-3, 1),
    ]:
        a = 1 + 4 * (mode - low) / (high - low)
        b = 1 + 4 * (high - mode) / (high - low)
        cases.append(("pert", (low, mode, high), scipy.stats.beta(a, b, loc=low, scale=high - low)))
    for mean, deviation in [(0, 1), (3, 0.008), (-2, 50)]:
        cases.append(("normal", (mean, deviation, 0), scipy.stats.norm(mean, deviation)))
    cases.append(("uniform", (-1, 3, 0), scipy.stats.uniform(-1, 4)))
    for low, mode, high in [(0, 0.3, 1), (-1, 3, 3), (2, 2, 5)]:
        shape = (mode - low) / (high - low)
        cases.append(("triangular", (low, mode, high), scipy.stats.triang(shape, loc=low, scale=high - low)))
    with open(directory / "quantiles.csv", "w") as file:
        for name, parameters, distribution in cases:
            for p in probabilities():
                x = float(distribution.ppf(p))
                # Beyond a half, from the upper tail: SciPy's ppf of a p near 1 is less exact than its isf.
                if p > 0.5:
                    x = float(distribution.isf(1 - p))
                row = [repr(float(v)) for v in (*parameters, p, x, float(distribution.cdf(x)))]
                file.write(",".join([name, *row]) + "\n")


if __name__ == "__main__":
    default = pathlib.Path(__file__).resolve().parents[2] / "SamplingTests" / "Reference"
    directory = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    directory.mkdir(parents=True, exist_ok=True)
    write_sobol(directory)
    write_quantiles(directory)
