#!/usr/bin/env bash
# Notebooks run from top to bottom and show what is stored in them: fresh ones exactly, committed ones on fresh results.
# A search for the best division ends at another one, about as good, where arithmetic rounds otherwise: committed notebooks
# of it run on the results they were made of, and those are held against a fresh search by their value.
# environment: notebooks
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
hsb=${HSB:-bin/hsb}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/notebooks-export"
"$hsb" run scenarios/baseline.yaml scenarios/no-funding.yaml scenarios/funding-cut.yaml --quiet --output "$folder/results"
"$hsb" attribute scenarios/baseline.yaml --members 4096 --quiet --output "$folder/results/attribution" \
  --outcome gdp_nominal.2025 --outcome income_rural.2025 --outcome gdp_100_yi
"$hsb" sensitivity scenarios/baseline.yaml --members 1024 --quiet --output "$folder/results/sensitivity" \
  --outcome gdp_nominal.2025 --outcome income_rural.2025 --outcome gdp_100_yi
"$hsb" optimize scenarios/baseline.yaml --members 1024 --limits scenarios/limits/one-payer.yaml --maximize gdp_100_yi --quiet \
  --output "$folder/fresh-allocation"
"${PYTHON:-python3}" Tests/Python/notebooks/check_search.py Tests/Python/notebooks/allocation "$folder/fresh-allocation"
cp -r Tests/Python/notebooks/allocation "$folder/results/allocation"
"$hsb" backtest scenarios/baseline.yaml --origin 2020 --quiet --output "$folder/results/backtest"
"$hsb" monitor scenarios/baseline.yaml --as-of 2023-06 --quiet --output "$folder/results/monitor"
"$hsb" attribute scenarios/no-funding.yaml --members 64 --quiet --by source --output "$folder/by-source"
"$hsb" notebook "$folder/by-source" --lang en --output "$folder/fresh.by-source.ipynb"
"$hsb" notebook "$folder/fresh-allocation" --output "$folder/fresh.allocation.ipynb"
for analysis in attribution sensitivity backtest monitor; do
  "$hsb" notebook "$folder/results/$analysis" --output "$folder/fresh.$analysis.ipynb"
done
"$hsb" notebook "$folder/results/baseline" --output "$folder/fresh.zh.ipynb"
"$hsb" notebook "$folder/results/funding-cut" "$folder/results/baseline" --lang en --output "$folder/fresh.en.ipynb"
check=("${PYTHON:-python3}" -W ignore Tests/Python/notebooks/check_notebooks.py)
"${check[@]}" "$folder"/fresh.*.ipynb 2> >(grep -v 'IPKernelApp' >&2)
cp notebooks-export/*.ipynb "$folder/notebooks-export/"
"${check[@]}" --last-digit "$folder"/notebooks-export/*.ipynb 2> >(grep -v 'IPKernelApp' >&2)
