#!/usr/bin/env bash
# The IAMC export against pyam and nomenclature.
# environment: iamc
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
hsb=${HSB:-bin/hsb}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Units are cached by the paths of the environment they were read in, which may be gone by now.
export XDG_CACHE_HOME="$folder/cache"
"$hsb" run scenarios/baseline.yaml --members 512 --quiet --output "$folder/results"
"$hsb" export "$folder/results" --format iamc --output "$folder/iamc"
"${PYTHON:-python3}" -W ignore Tests/Python/exports/check_iamc.py "$folder/iamc" "$folder/results"
