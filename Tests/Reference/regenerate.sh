#!/usr/bin/env bash
# Runs the reference scenarios. After a change that is meant to move their results, put the new ones in the place of the
# old and say in CHANGELOG.md what moved, and why; `bin/hsb diff Tests/Reference/expected FOLDER` tells.
#
#   Tests/Reference/regenerate.sh            into Tests/Reference/expected
#   Tests/Reference/regenerate.sh FOLDER     elsewhere
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
hsb=${HSB:-$root/bin/hsb}
results=${1:-$root/Tests/Reference/expected}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root/Tests/Reference/scenarios"
for scenario in *.yaml; do "$hsb" run "$scenario" --quiet --output "$work/${scenario%.yaml}"; done
# What a comparison reads, no more.
for folder in "$work"/*/; do
  name=$(basename "$folder")
  rm -rf "${results:?}/$name"
  mkdir -p "$results/$name"
  for file in manifest.json projections.csv targets.csv projects.csv funding.csv; do cp "$folder$file" "$results/$name/"; done
done
