#!/usr/bin/env bash
# The model against an independent NumPy implementation: known answers, the scenario library, random scenarios.
#
#   cross-check.sh [COUNT]    COUNT random scenarios of 16 members each (default 100)
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
count=${1:-100}
python=${PYTHON:-python3}
hsb=${HSB:-bin/hsb}
district=Sources/District/Resources/hongsibao
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

HSB_DISTRICT=$district "$python" -m pytest -q -p no:cacheprovider Tests/CrossCheck

"$python" Tests/CrossCheck/random_scenarios.py --district "$district" --count "$count" --seed "${SEED:-20210410}" \
  --output "$work/scenarios" --members 16 --edges >/dev/null
arguments=()
for scenario in scenarios/*.yaml "$work"/scenarios/*.yaml; do
  trace="$work/$(basename "$scenario" .yaml).json"
  "$hsb" trace "$scenario" --members 16 --output "$trace"
  arguments+=(--scenario "$scenario" "$trace")
done
"$python" Tests/CrossCheck/check_trace.py --district "$district" "${arguments[@]}" | tail -5
