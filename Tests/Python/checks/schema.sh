#!/usr/bin/env bash
# The JSON Schema of scenario files against a published validator: good files pass, broken ones fail.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
"${PYTHON:-python3}" Tests/Python/schema/check_schema.py
