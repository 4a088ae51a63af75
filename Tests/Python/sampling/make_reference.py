"""Writes the reference values of ElementaryFunctionsTests, correctly rounded from 60 digits.

Each line of a file is an argument and the function's value there, both as C hexadecimal doubles.

Usage: python make_reference.py [directory]   (default: Tests/ElementaryFunctionsTests/Reference)
"""

import pathlib
import random
import sys

from mpmath import mp, mpf, erfc, erfinv, exp, log, pi, sqrt

mp.dps = 60
generator = random.Random(20240517)


def nearest(value):
    """The double nearest to an mpf, subnormals included."""
    return float(value)


def normal_quantile(p):
    """z with Phi(z) = p, by Newton's method on the smaller tail."""
    p = mpf(p)
    if abs(p - mpf(1) / 2) < mpf("0.4"):
        return sqrt(mpf(2)) * erfinv(2 * p - 1)
    tail = min(p, 1 - p)
    z = sqrt(-2 * log(tail))
    for _ in range(60):
        # Newton's method on the logarithm of the tail, which is nearly quadratic in z.
        density = exp(-z * z / 2) / sqrt(2 * pi)
        found = erfc(z / sqrt(mpf(2))) / 2
        step = log(found / tail) * found / density
        z += step
        if abs(step) < mpf(10) ** -50 * z:
            break
    return -z if p < mpf(1) / 2 else z


def exponential_arguments():
    yield from (generator.uniform(-1, 1) for _ in range(800))
    yield from (generator.uniform(-708, 709.7) for _ in range(1200))
    yield from (generator.uniform(-745, -708) for _ in range(300))
    yield from (generator.choice((-1, 1)) * 2.0 ** generator.uniform(-60, 0) for _ in range(300))
    yield from (709.782712893384, -745.1332191019411, -708.3964185322641, -708.3964185322642, 0.0, 1.0, -1.0)
    yield from (0.34657359027997264 * k for k in range(-200, 201))


def logarithm_arguments():
    yield from (2.0 ** generator.uniform(-1022, 1024) for _ in range(1000))
    yield from (1 + generator.uniform(-0.35, 0.5) for _ in range(800))
    yield from (1 + generator.choice((-1, 1)) * 2.0 ** generator.uniform(-52, -1) for _ in range(600))
    yield from (generator.randrange(1, 2**52) * 5e-324 for _ in range(200))
    yield from (5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 1.0)
    yield from (0.7071067811865475, 0.7071067811865476, 1.4142135623730951, 1.414213562373095)


def probability_arguments():
    yield from (generator.uniform(0, 1) for _ in range(1000))
    yield from (10.0 ** generator.uniform(-300, 0) for _ in range(700))
    yield from (1 - 2.0 ** generator.uniform(-53, -1) for _ in range(500))
    yield from (0.5 + generator.choice((-1, 1)) * 2.0 ** generator.uniform(-50, -2) for _ in range(400))
    yield from (4.8284e-4 * (1 + generator.uniform(-1e-3, 1e-3)) for _ in range(100))
    yield from (1e-300, 1 - 2.0**-53, 0.025, 0.975, 0.75, 0.25)


def positive_arguments():
    yield from (2.0 ** generator.uniform(-1022, 1024) for _ in range(1000))
    yield from (generator.uniform(1, 4) for _ in range(1500))
    yield from (2.2250738585072014e-308, 1.7976931348623157e308, 1.0, 2.0, 4.0, 0.9999999999999999, 1.0000000000000002)


def write(path, function, arguments):
    with open(path, "w") as file:
        for x in arguments:
            file.write(f"{x.hex()},{nearest(function(mpf(x))).hex()}\n")


if __name__ == "__main__":
    default = pathlib.Path(__file__).resolve().parents[2] / "ElementaryFunctionsTests" / "Reference"
    directory = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    directory.mkdir(parents=True, exist_ok=True)
    write(directory / "exp.csv", exp, exponential_arguments())
    write(directory / "log.csv", log, logarithm_arguments())
    write(directory / "normal_quantile.csv", normal_quantile, probability_arguments())
    write(directory / "reciprocal_square_root.csv", lambda x: 1 / sqrt(x), positive_arguments())
