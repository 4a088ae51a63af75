#!/usr/bin/env bash
# The data package, the database and the workbook against Frictionless, SQLite and openpyxl.
# environment: tables
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
hsb=${HSB:-bin/hsb}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$hsb" run scenarios/baseline.yaml --members 512 --quiet --output "$folder/results"
"$hsb" export "$folder/results" --format datapackage --output "$folder/package"
"$hsb" export "$folder/results" --format sqlite --output "$folder/results.sqlite"
"$hsb" export "$folder/results" --format xlsx --output "$folder/results.xlsx"
"${PYTHON:-python3}" -W ignore Tests/Python/exports/check_tables.py "$folder/package" "$folder/results.sqlite" \
  "$folder/results.xlsx" "$folder/results"
