#!/usr/bin/env bash
# The best division of a budget against SciPy, which climbs the very same objective: it asks the program for its values.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
swift build -c release --product allocation-check >/dev/null
"${PYTHON:-python3}" Tests/Python/allocation/check_allocation.py .build/release/allocation-check scenarios/baseline.yaml \
  scenarios/limits/one-payer.yaml
