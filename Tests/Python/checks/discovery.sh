#!/usr/bin/env bash
# Scenario discovery against the EMA workbench: its archive opens, its PRIM finds the same boxes; times printed
# (the boxes of hsb by the clock, the rest of the processor: on a busy machine hsb looks slower than it is).
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
  local whole ours theirs TIMEFORMAT=%U
  whole=$({ time "$hsb" discover "$file" --target "$target" --lang en --output "$folder" "$@" >"$folder.txt" 2>&1; } 2>&1) ||
    { cat "$folder.txt"; exit 1; }
  ours=$(sed -n 's/.*boxes found in \([0-9.]*\) s.*/\1/p' "$folder.txt")
  "$python" Tests/Python/discovery/check_boxes.py "$folder" "$target" >"$folder.check" || { cat "$folder.check"; exit 1; }
  theirs=$(tail -1 "$folder.check")
  head -1 "$folder.check"
  awk -v o="$ours" -v t="$theirs" -v w="$whole" \
    'BEGIN { printf "boxes of hsb %.3f s (the whole command %.2f s), of the workbench %.2f s: %.0f times as fast\n", o, w, t, t / (o > 0 ? o : 0.001) }'
}

compare scenarios/baseline.yaml gdp_100_yi missed --members 3000
compare scenarios/baseline.yaml income_rural_basic met --members 1000 --when met
# Axes of few values: many members are tied.
compare scenarios/sweeps/enterprise-tourism.yaml gdp_100_yi sweep --members 1500
