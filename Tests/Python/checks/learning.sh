#!/usr/bin/env bash
# The ensemble smoother against iterative_ensemble_smoother, with the time of both; scoring rules against scoringrules.
# environment: learning
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
swift build -c release --product learning-check >/dev/null
for check in smoother scores; do
  "${PYTHON:-python3}" "Tests/Python/learning/check_$check.py" --program .build/release/learning-check
done
