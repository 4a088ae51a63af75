#!/usr/bin/env bash
# The page of a run in a real browser: accessibility rules and screenshots at three widths, in both languages, with a
# scenario whose title is an attack. Screenshots stay in .build/pages.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.."
. bin/setup
missing=()
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular*' >/dev/null || missing+=(fonts-noto-cjk)
install_packages "${missing[@]}"
hsb=${HSB:-bin/hsb}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/attack.yaml" <<'YAML'
scenario: attack
title: {zh: '<script>wasRun=1</script>"><img src=x onerror=wasRun=1> 丰收🚜', en: '</title><script>wasRun=1</script> "&amp;" ''quoted'''}
district: hongsibao
horizon: 2025
ensemble: {members: 512}
funding: {plan: planned, adjust: [{multiply: 0.5}]}
YAML
"$hsb" run scenarios/baseline.yaml "$folder/attack.yaml" --members 512 --quiet --output "$folder/results"
"$hsb" attribute scenarios/baseline.yaml --members 512 --quiet --output "$folder/attribution"
"$hsb" sensitivity scenarios/baseline.yaml --members 512 --quiet --output "$folder/sensitivity"
"$hsb" optimize scenarios/baseline.yaml --members 256 --starts 1 --maximize gdp_100_yi \
  --limits scenarios/limits/one-payer.yaml --quiet --output "$folder/allocation"
"$hsb" report "$folder/results/attack" "$folder/results/baseline" --output "$folder/report.zh.html"
"$hsb" report "$folder/results/baseline" "$folder/results/attack" "$folder/attribution" "$folder/sensitivity" \
  "$folder/allocation" --lang en --output "$folder/report.en.html"
"${PYTHON:-python3}" Tests/Python/pages/check_page.py "$folder"/report.*.html --screenshots .build/pages
