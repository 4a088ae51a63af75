#!/usr/bin/env bash
# The model against an independent NumPy implementation: known answers, the scenario library, random scenarios.
#
#   cross-check.sh [COUNT]    COUNT random scenarios of 16 members each (default 100); SEED=N for others
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
python=${PYTHON:-python3}
district=Sources/District/Resources/hongsibao

HSB_DISTRICT=$district "$python" -m pytest -q -p no:cacheprovider Tests/CrossCheck
"$python" Tests/CrossCheck/cross_check.py --district "$district" --hsb "${HSB:-bin/hsb}" --count "${1:-100}" \
  --seed "${SEED:-20210410}" scenarios/*.yaml
