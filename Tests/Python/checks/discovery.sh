#!/usr/bin/env bash
# Scenario discovery against the EMA workbench: its archive opens, its PRIM finds the same boxes; both times printed
# (ours by the clock, the workbench's of the processor: on a busy machine ours looks the worse).
# environment: ema
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
python=${PYTHON:-python3}
hsb=${HSB:-bin/hsb}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MPLBACKEND=Agg MPLCONFIGDIR="$work/matplotlib"

compare() {
  local file=$1 target=$2 folder="$work/$3"
  shift 3
  "$hsb" discover "$file" --target "$target" --lang en --output "$folder" "$@" >"$folder.txt"
  ours=$(sed -n 's/.*boxes found in \([0-9.]*\) s.*/\1/p' "$folder.txt")
  "$python" Tests/Python/discovery/check_boxes.py "$folder" "$target" >"$folder.check" || { cat "$folder.check"; exit 1; }
  theirs=$(tail -1 "$folder.check")
  head -1 "$folder.check"
  awk -v o="$ours" -v t="$theirs" \
    'BEGIN { printf "hsb %.3f s, EMA workbench %.3f s: %.0f times as fast\n", o, t, t / (o > 0 ? o : 0.001) }'
}

compare scenarios/baseline.yaml gdp_100_yi missed --members 3000
compare scenarios/baseline.yaml income_rural_basic met --members 1000 --when met
# Axes of few values: many members are tied.
compare scenarios/sweeps/enterprise-tourism.yaml gdp_100_yi sweep --members 1500
