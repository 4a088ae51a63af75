#!/usr/bin/env bash
# The documents against the project: links, figures, names, the examples of the README, the pictures.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
"${PYTHON:-python3}" Tests/Python/docs/check_documents.py --program "${HSB:-bin/hsb}"
