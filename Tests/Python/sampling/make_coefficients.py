"""Prints the polynomial coefficients of Sources/ElementaryFunctions.

Each polynomial interpolates its function at Chebyshev nodes in 60-digit arithmetic, which is within a small
factor of the minimax polynomial, and is printed in the monomial basis of the stated variable with the largest
relative error before rounding.

Usage: python make_coefficients.py
"""

import struct

from mpmath import mp, mpf, atanh, cos, erfinv, exp, log, pi, sqrt

mp.dps = 60


def chebyshev_fit(function, low, high, degree):
    """Monomial coefficients, in the variable itself, of the interpolant of `function` on [low, high]."""
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * (degree + 1))) for k in range(degree + 1)]
    divided = [function(x) for x in nodes]
    for level in range(1, degree + 1):
        for k in range(degree, level - 1, -1):
            divided[k] = (divided[k] - divided[k - 1]) / (nodes[k] - nodes[k - level])
    coefficients = [mpf(0)] * (degree + 1)
    for k in range(degree, -1, -1):
        shifted = [mpf(0)] + coefficients[:-1]
        coefficients = [shifted[j] - nodes[k] * coefficients[j] for j in range(degree + 1)]
        coefficients[0] += divided[k]
    return coefficients


def horner(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def report(title, function, low, high, degree):
    coefficients = chebyshev_fit(function, low, high, degree)
    grid = [low + (high - low) * k / 2000 for k in range(2001)]
    worst = max(abs(horner(coefficients, x) / function(x) - 1) for x in grid)
    print(f"{title}: degree {degree}, largest relative error {mp.nstr(worst, 3)}")
    for c in coefficients:
        print(f"  {float(c)!r},")


def bits(x):
    """The bits of the double nearest x."""
    return struct.unpack("<Q", struct.pack("<d", float(x)))[0]


def exponential_remainder(r):
    """(e^r - 1 - r) / r^2."""
    if abs(r) < mpf(10) ** -12:
        return mpf(1) / 2 + r / 6
    return (exp(r) - 1 - r) / r**2


def logarithm_remainder(z):
    """(2 atanh s - 2 s) / s^3 with z = s^2."""
    if z < mpf(10) ** -20:
        return mpf(2) / 3 + 2 * z / 5
    s = sqrt(z)
    return (2 * atanh(s) - 2 * s) / s**3


def central_quantile(t):
    """normalQuantile(p) / (2 p - 1) with w = -log(4 p (1 - p)) = t + 3.125."""
    w = t + mpf("3.125")
    if w < mpf(10) ** -25:
        return sqrt(pi / 2)
    x = sqrt(1 - exp(-w))
    return sqrt(mpf(2)) * erfinv(x) / x


if __name__ == "__main__":
    half = log(mpf(2)) / 2 * mpf("1.0001")
    report("exp, Q(r) = (e^r - 1 - r) / r^2", exponential_remainder, -half, half, 9)
    report("exp in sixteenths, Q(r)", exponential_remainder, -half / 16, half / 16, 4)
    print("exp in sixteenths, bits of 2^(j/16) less j in the place of the highest bits of the fraction")
    for j in range(16):
        print(f"  {bits(mpf(2) ** (mpf(j) / 16)) - (j << 48):#x},")
    top = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.0001")
    report("log, R(z), z = s^2", logarithm_remainder, mpf(0), top, 6)
    for degree in (18, 20, 21, 22):
        report("normalQuantile, P(w - 3.125)", central_quantile, mpf("-3.125"), mpf("3.125"), degree)
