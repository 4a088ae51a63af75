"""The IAMC export in pyam, its code lists in nomenclature: a sound folder is taken, broken ones are refused.

    python3 Tests/Python/exports/check_iamc.py EXPORT RESULTS
"""

import logging
import shutil
import sys
import tempfile
from pathlib import Path

import nomenclature
import pandas as pd
import pyam

logging.disable(logging.ERROR)
export, results = Path(sys.argv[1]), Path(sys.argv[2])
frame = pyam.IamDataFrame(export / "projections_iamc.csv")
stored = pd.read_csv(results / "projections.csv")
assert len(frame.data) == 5 * len(stored), (len(frame.data), len(stored))
gdp = frame.filter(variable="GDP Nominal|50.0th Percentile", year=2025).data["value"].item()
assert gdp == stored[(stored.indicator == "gdp_nominal") & (stored.year == 2025)]["p50"].item(), gdp
bands = frame.filter(variable="GDP Nominal|*", year=2025).data.set_index("variable")["value"]
assert bands.sort_values().index.tolist() == [f"GDP Nominal|{p}.0th Percentile" for p in (5, 25, 50, 75, 95)]

with tempfile.TemporaryDirectory() as folder:
    for dimension in ("variable", "region"):
        (Path(folder) / dimension).mkdir()
        shutil.copy(export / f"{dimension}.yaml", Path(folder) / dimension / f"{dimension}.yaml")
    definition = nomenclature.DataStructureDefinition(Path(folder), dimensions=["region", "variable"])
    definition.validate(frame)
    for change in ({"variable": {"GDP Nominal|50.0th Percentile": "GDP Nomnal"}}, {"unit": {"CNY/person": "USD/person"}},
                   {"region": {"hongsibao": "elsewhere"}}):
        try:
            definition.validate(frame.rename(change))
        except (ValueError, ExceptionGroup):
            continue
        raise AssertionError(f"the code lists take {change}")
print(f"pyam {pyam.__version__}, nomenclature: {len(frame.variable)} variables valid, three broken frames refused")
