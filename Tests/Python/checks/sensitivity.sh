#!/usr/bin/env bash
# Sobol' indices and Morris' elementary effects against SALib on the very same samples and outputs.
# environment: sensitivity
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
swift build -c release --product sensitivity-check >/dev/null
"${PYTHON:-python3}" Tests/Python/sensitivity/check_salib.py --program .build/release/sensitivity-check
