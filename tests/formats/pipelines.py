#!/usr/bin/env python3
"""Holds the pipelines of `cartilla ci` to the schemas that SchemaStore and GitLab publish, as check-jsonschema carries them.

    pipelines.py CARTILLA

Forgejo publishes no schema; its workflows are written in the part of GitHub's language that it shares, so GitHub's schema holds for
them too. That the referee refuses anything at all is seen first, on pipelines that are broken on purpose. Prints every failure and
exits with 1 on any.
"""

import pathlib
import subprocess
import sys
import tempfile

import schemas

SYSTEMS = {
    "github": (".github/workflows/manual.yml", "vendor.github-workflows", ("runs-on: ubuntu-latest", "runs-on-none: x")),
    "gitlab": (".gitlab-ci.yml", "vendor.gitlab-ci", ("stage: deploy", "stage: [[1]]")),
    "forgejo": (".forgejo/workflows/manual.yml", "vendor.github-workflows", ("runs-on: docker", "runs-on-none: x")),
}
LANGUAGES = ("es", "en", "pt")


def refusals(schema, file):
    answer = schemas.referee("--builtin-schema", schema, file)
    return [f"{error.get('path', '')}: {error.get('message', '')}"[:300] for error in schemas.errors_of(answer)]


def main(program):
    failures = []
    checked = 0
    for system, (path, schema, (good, bad)) in SYSTEMS.items():
        for lang in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                made = [program, "ci", system, "--out", folder, "--lang", lang]
                subprocess.run(made, capture_output=True, check=True)
                file = pathlib.Path(folder) / path
                written = sorted(found for found in pathlib.Path(folder).rglob("*") if found.is_file())
                for each in written:
                    failures += [f"{system} {lang}: {each.name}: {refusal}" for refusal in refusals(schema, each)]
                text = file.read_text("utf-8")
                broken = pathlib.Path(folder) / "broken.yml"
                broken.write_text(text.replace(good, bad, 1), "utf-8")
                if good not in text or not refusals(schema, broken):
                    failures.append(f"{system} {lang}: a broken pipeline is not refused")
                checked += len(written)
    for failure in failures:
        print(failure)
    print(f"{checked} pipelines, {len(failures)} failures")
    return 1 if failures or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
