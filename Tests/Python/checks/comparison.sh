#!/usr/bin/env bash
# Paired differences, changes of probabilities and costs against NumPy, from the members of two traces.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
hsb=${HSB:-bin/hsb}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
members=2048
for scenario in baseline funding-cut; do
  "$hsb" trace "scenarios/$scenario.yaml" --members $members --output "$work/$scenario.json"
done
"$hsb" compare scenarios/baseline.yaml scenarios/funding-cut.yaml --members $members --quiet --output "$work/comparison"
"${PYTHON:-python3}" Tests/Python/comparison/check_comparison.py "$work" baseline funding-cut
