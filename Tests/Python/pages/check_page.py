"""Looks at pages of results in a real browser: rules of accessibility at three widths, screenshots to look at.

    python3 Tests/Python/pages/check_page.py PAGE... [--browser chromium] [--screenshots FOLDER]

The rules (rules.js) run inside headless Chromium on a copy of the page, with every group opened, so that styles and sizes
are those a reader gets. The page itself is shown with scripts turned off by its own policy. Standard library only.
"""

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = {"phone": 390, "tablet": 820, "desk": 1280}
RULES = Path(__file__).with_name("rules.js").read_text(encoding="utf-8")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

# What the rules must find: a change of a sound page, and the rule that it breaks.
BROKEN = [
    (r'<html lang="[^"]*">', "<html>", "html-lang"),
    (r"<h1>", '<h3>first</h3><h1>', "page-has-heading-one"),
    (r"<caption>[^<]*</caption>", "<caption></caption>", "table-caption"),
    (r'<th scope="col">', "<th>", "scope-attr-valid"),
    (r'<desc id="[^"]*">[^<]*</desc>', "", "svg-img-alt"),
    (r'href="#content"', 'href="#nowhere"', "bypass"),
    (r'<p class="quiet">', '<p style="color:#999">', "color-contrast"),
    (r"<main ", '<p id="content">twice</p><main ', "duplicate-id"),
    (r"<h1>", '<div style="width:5000px">wide</div><h1>', "reflow"),
    (r"<h1>", '<img src="x.png" onerror="1"><h1>', "foreign"),
    (r"<h1>", '<p onclick="1">run</p><h1>', "runs"),
]


def browse(browser, options, page):
    """Runs the browser on a page and gives what it prints."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-extensions"]
        command += ["--no-first-run", f"--user-data-dir={profile}", *options, page.resolve().as_uri()]
        return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode("utf-8")


def framed(text, width, rules=""):
    """A page that shows the text in a frame of a width: the browser's own window has a least width of 500."""
    policy_free = POLICY.sub("", text)
    assert policy_free != text, "the page has no policy that forbids scripts and fetching"
    opened = policy_free.replace("<details>", "<details open>")
    inner = opened.replace("</body>", f"<script data-rules>{rules}</script></body>")
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="margin:0">'
        f'<iframe style="border:0;width:{width}px;height:2400px" srcdoc="{html.escape(inner)}"></iframe>'
        "<script>addEventListener('load', () => { const inner = document.querySelector('iframe').contentDocument;"
        "document.title = 'done'; const found = document.createElement('pre'); found.id = 'found';"
        "found.textContent = inner.getElementById('findings')?.textContent || ''; document.body.append(found);"
        "document.querySelector('iframe').removeAttribute('srcdoc'); });</script></body></html>"
    )


def findings(browser, text, width):
    """What the rules find on a page of a width."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "framed.html"
        page.write_text(framed(text, width, RULES), encoding="utf-8")
        printed = browse(browser, ["--dump-dom", f"--window-size={max(width, 500)},2400"], page)
    found = re.search(r'<pre id="found">(.*?)</pre>', printed, re.S)
    assert found and found.group(1), "the rules did not run"
    return json.loads(html.unescape(found.group(1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--screenshots", type=Path)
    arguments = parser.parse_args()
    failed = False
    sound = arguments.pages[0].read_text(encoding="utf-8")
    for old, new, rule in BROKEN:
        broken = re.sub(old, lambda _: new, sound, count=1)
        assert broken != sound, f"{old} is not on the page"
        found = findings(arguments.browser, broken, 390)["faults"]
        assert any(fault.startswith(rule) for fault in found), f"{rule} is not found: {found}"
    print(f"{len(BROKEN)} broken pages are found out")
    for page in arguments.pages:
        text = page.read_text(encoding="utf-8")
        for name, width in WIDTHS.items():
            found = findings(arguments.browser, text, width)
            assert found["width"] == width and found["pictures"] > 0 and found["tables"] > 0, found
            for fault in found["faults"][:20]:
                print(f"{page.name}, {name}: {fault}")
            failed |= bool(found["faults"])
            print(f"{page.name}, {width} wide: {found['pictures']} pictures, {found['tables']} tables, "
                  f"{len(found['faults'])} faults")
            if arguments.screenshots:
                arguments.screenshots.mkdir(parents=True, exist_ok=True)
                picture = arguments.screenshots / f"{page.stem}-{name}.png"
                browse(arguments.browser, [f"--screenshot={picture.resolve()}", f"--window-size={max(width, 500)},2400"], page)
                assert picture.stat().st_size > 10_000, f"{picture}: there is nothing on it"
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
