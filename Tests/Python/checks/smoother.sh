#!/usr/bin/env bash
# The ensemble smoother against iterative_ensemble_smoother, and the time of both in one run.
# environment: smoother
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
swift build -c release --product smoother-check >/dev/null
"${PYTHON:-python3}" Tests/Python/smoother/check_smoother.py --program .build/release/smoother-check
