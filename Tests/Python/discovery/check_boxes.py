"""The boxes of `hsb discover` against the EMA workbench's PRIM on the same sample.

    python check_boxes.py FOLDER TARGET

Opens the archive of the folder with `ema_workbench.load_results`, runs the workbench's PRIM on the sample, and compares
every box of the peeling and pasting trajectory: limits exactly, counts exactly, quasi-p-values to 1e-9. Prints the
workbench's processor time in seconds on the last line.
"""

import sys
import time
import warnings

warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
from ema_workbench import load_results
from ema_workbench.analysis import prim


def fail(message):
    sys.exit(f"check_boxes: {message}")


def check_archive(folder, target, members):
    """The archive opens and holds the numbers of members.csv, as far as the workbench's reader of CSV is exact."""
    experiments, outcomes = load_results(f"{folder}/ema-workbench.tar.gz")
    parameters = [name for name in members.columns if name not in ("member", "margin", "met")]
    if list(experiments.columns) != parameters + ["scenario", "policy", "model"]:
        fail(f"columns of the archive: {list(experiments.columns)}")
    np.testing.assert_allclose(experiments[parameters].values, members[parameters].values, rtol=1e-14, atol=1e-300)
    np.testing.assert_array_equal(outcomes[f"{target}_met"], members["met"].values)
    np.testing.assert_allclose(outcomes[f"{target}_margin"], members["margin"].values, rtol=1e-14)
    if str(experiments["policy"].dtype) != "category" or str(experiments["scenario"].dtype) != "int64":
        fail("types of the archive")
    # The workbench's own analysis takes the archive as it is, its column of scenarios and its categories included.
    result = prim.Prim(experiments.head(200), outcomes[f"{target}_met"][:200] == 0, threshold=0.0001).find_box()
    return result is not None


def main():
    folder, target = sys.argv[1:3]
    members = pd.read_csv(f"{folder}/members.csv", float_precision="round_trip")
    if not check_archive(folder, target, members):
        fail("PRIM found nothing on the archive")
    parameters = [name for name in members.columns if name not in ("member", "margin", "met")]
    table = pd.read_csv(f"{folder}/discovery.csv", float_precision="round_trip")
    # Whole numbers on an axis are numbers of that axis, not classes.
    members[parameters] = members[parameters].astype(float)
    table = table[(table.box == 1) & (table.phase != "drop")]
    interest = members["met"].values == (0 if table.interest.iloc[0] == "missed" else 1)

    start = time.process_time()
    # The threshold only decides whether the trajectory is kept; a low one always keeps it.
    box = prim.Prim(members[parameters], interest, threshold=0.0001).find_box()
    seconds = time.process_time() - start

    steps = table.groupby("step").first()
    trajectory = box.peeling_trajectory
    if len(steps) != len(trajectory):
        fail(f"{len(steps)} boxes, the workbench has {len(trajectory)}")
    for step, theirs in trajectory.iterrows():
        ours = steps.loc[step]
        for name, other in [("coverage", "coverage"), ("density", "density"), ("mass", "mass")]:
            if abs(ours[name] - theirs[other]) > 1e-12:
                fail(f"box {step}: {name} {ours[name]}, the workbench has {theirs[other]}")
        if (ours.members, ours.cases, ours.restricted) != (theirs.n, theirs.k, theirs.res_dim):
            fail(f"box {step}: {tuple(ours[['members', 'cases', 'restricted']])}")
        rows = table[(table.step == step) & table.parameter.notna()].set_index("parameter")
        if set(rows.index) != set(box.qp[step]):
            fail(f"box {step}: limits on {sorted(rows.index)}, the workbench has {sorted(box.qp[step])}")
        for name, row in rows.iterrows():
            limits = box.box_lims[step][name]
            if (row.lower, row.upper) != (limits[0], limits[1]):
                fail(f"box {step}: {name} {row.lower}..{row.upper}, the workbench has {limits[0]}..{limits[1]}")
            for mine, value in zip([row.quasi_p_lower, row.quasi_p_upper], box.qp[step][name]):
                if (value == -1) != np.isnan(mine) or (value != -1 and abs(mine - value) > 1e-9 * max(value, 1e-12)):
                    fail(f"box {step}: quasi-p of {name}: {mine}, the workbench has {value}")
    print(f"{len(trajectory)} boxes of {len(members)} members and {len(parameters)} parameters agree, limits to the last bit")
    print(f"{seconds:.3f}")


if __name__ == "__main__":
    main()
