"""Holds docs/scenario.schema.json against a published validator (jsonschema) and a YAML reader of its own (PyYAML).

Sweep files are held against docs/sweep.schema.json in the same way, limits of `hsb optimize` against
docs/limits.schema.json. Every file in scenarios/ must be accepted. Of the gallery of broken files, those the schema can
know to be broken must be rejected. What a schema cannot know (sums, files, order, keys written twice) is marked in the second line of the file,
`# schema: accepts`; a file that is not YAML or not text counts as rejected.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as the program reads it: years and numbers with exponents are numbers, dates are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?(\d+\.?\d*|\.\d+)[eE][-+]?\d+$"), list("-+.0123456789"))


# Limits that the program refuses as well.
BROKEN_LIMITS = [
    {"project_range": [0.5]}, {"year_ceiling": 0}, {"yearly_ceiling": 1}, {"projects": {"tuorism": {"maximum": 1}}},
    {"sources": {"enterprise": {"pays": "tuorism"}}}, {"years": [{"year": 2021}]}, {"absorption": "much"},
]


def read(path):
    """The value of a file, or None when it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError, TypeError):
        return None


def marked_accepted(path):
    lines = path.read_bytes().split(b"\n")[:2]
    return any(line.startswith(b"# schema: accepts") for line in lines)


def examples():
    """The YAML blocks of the guide that are whole scenarios."""
    text = (ROOT / "docs" / "SCENARIOS.md").read_text(encoding="utf-8")
    blocks = text.split("```yaml\n")[1:]
    for number, block in enumerate(blocks, start=1):
        yield f"docs/SCENARIOS.md, example {number}", yaml.load(block.split("```")[0], Loader)


def validator_of(name):
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def main():
    plain, swept, limited = (validator_of(f"{kind}.schema.json") for kind in ("scenario", "sweep", "limits"))
    failures = []
    accepted = rejected = 0

    good = [(str(path.relative_to(ROOT)), read(path)) for path in sorted((ROOT / "scenarios").rglob("*.yaml"))]
    for name, value in good + list(examples()):
        accepted += 1
        is_sweep = isinstance(value, dict) and "sweep" in value
        validator = limited if name.startswith("scenarios/limits/") else swept if is_sweep else plain
        for error in validator.iter_errors(value):
            failures.append(f"{name}: must be accepted: {error.json_path}: {error.message}")

    gallery = ROOT / "Tests" / "ScenariosTests" / "Gallery"
    for path in sorted(gallery.glob("*.yaml")) + sorted((gallery / "sweeps").glob("*.yaml")):
        validator = swept if path.parent.name == "sweeps" else plain
        value = read(path)
        is_valid = value is not None and validator.is_valid(value)
        rejected += not is_valid
        if is_valid != marked_accepted(path) and value is not None:
            failures.append(f"{path.name}: the schema {'accepts' if is_valid else 'rejects'} it, its mark says otherwise")

    for value in BROKEN_LIMITS:
        rejected += 1
        if limited.is_valid(value):
            failures.append(f"limits {value}: the schema accepts them")

    for failure in failures:
        print(failure)
    print(f"schema: {accepted} files and examples accepted, {rejected} broken files rejected, {len(failures)} failures")
    if accepted < 5 or rejected < 40:
        print("schema: too few files were looked at")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
