"""The scoring rules of a backtest against scoringrules (CRPS, logarithmic score) and NumPy (PIT, coverage)."""

import argparse
import pathlib
import subprocess
import tempfile

import numpy as np
import scoringrules


def ours(program, forecasts, observed):
    with tempfile.TemporaryDirectory() as folder:
        forecasts.tofile(pathlib.Path(folder) / "forecasts")
        observed.tofile(pathlib.Path(folder) / "observed")
        arguments = [program, "scores", folder, str(forecasts.shape[1])]
        result = subprocess.run(arguments, check=True, capture_output=True, text=True)
    return np.array([[float(x) for x in line.split()] for line in result.stdout.splitlines()])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    rng = np.random.default_rng(7)
    failed = False
    for members, location, scale in [(5, 0, 1), (50, 0, 1), (1_000, 25_000, 700), (2_000, 0.07, 0.01)]:
        forecasts = np.ascontiguousarray(location + scale * rng.gamma(2, size=(40, members)))
        observed = location + scale * rng.gamma(2, size=40)
        observed[0] = forecasts[0, 0]  # a tie
        observed[1] = location + 12 * scale  # far outside
        found = ours(options.program, forecasts, observed)
        low50, high50, low90, high90 = np.quantile(forecasts, [0.25, 0.75, 0.05, 0.95], axis=1)
        expected = np.stack(
            [
                scoringrules.crps_ensemble(observed, forecasts, estimator="nrg"),
                scoringrules.logs_normal(observed, forecasts.mean(axis=1), forecasts.std(axis=1, ddof=1)),
                (forecasts < observed[:, None]).mean(axis=1) + (forecasts == observed[:, None]).mean(axis=1) / 2,
                (low50 <= observed) & (observed <= high50),
                (low90 <= observed) & (observed <= high90),
            ],
            axis=1,
        )
        size = np.array([scale, 1, 1, 1, 1])
        difference = np.abs(found - expected) / np.maximum(size, np.abs(expected))
        print(f"{members} members: largest differences {' '.join(f'{x:.1e}' for x in difference.max(axis=0))}")
        failed |= not (difference < 1e-10).all()
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
