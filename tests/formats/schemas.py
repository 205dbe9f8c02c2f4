"""The JSON Schemas of `cartilla schema`, and what check-jsonschema says with them of the files of manuals.

check-jsonschema holds them to the meta-schema of draft 2020-12, reads YAML by itself and validates each file. It must refuse just
the files that the program refuses by codes that a schema sees; src/grammar/json/tests.rs tells the other codes and why not.
"""

import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Codes that a schema sees in one file by itself: SEEN of src/grammar/json/tests.rs.
SEEN = {"E006", "E007", "E008", "E009", "E010", "E014", "E025", "E026", "E029"}
# What no reader of YAML, or no finder of front matter, gets past.
UNREADABLE = {"E001", "E002", "E003", "E004", "E015", "E018"}
LANGUAGES = ("es", "en", "pt")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def referee(*words):
    """What check-jsonschema answers, as data."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", *map(str, words)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(result.stdout)
    except ValueError:
        raise SystemExit(f"check-jsonschema: {result.stdout}{result.stderr}") from None


def errors_of(answer):
    return [*answer.get("errors", []), *answer.get("parse_errors", [])]


def schema_of(path, names):
    """The name of the schema of a file, by its path within the manual; none for what has none."""
    *folders, name = path.parts
    stem, *tags = name.split(".")
    languages = tags[:-1]
    if len(folders) > 1 or tags[-1:] not in (["yaml"], ["md"]) or [t for t in languages if t not in LANGUAGES]:
        return None
    end = ".translation" if languages else ""
    found = f"{folders[0]}.entry{end}.json" if folders else f"{stem}{end}.json"
    return found if found in names else None


def data_of(path, text):
    """The YAML of a file: all of it, or its front matter; none where a file has none."""
    if path.suffix == ".yaml":
        return text
    found = FRONT_MATTER.match(text)
    return found and found.group(1)


def refused(manual, schemas, work):
    """The files of a manual that a schema judges, and those that it refuses, each with the first reason. An empty file is no data."""
    names = {schema.name for schema in schemas.iterdir()}
    by_schema = {}
    for file in sorted(manual.rglob("*")):
        path = file.relative_to(manual)
        if not file.is_file() or any(part.startswith(".") for part in path.parts):
            continue
        schema = schema_of(path, names)
        try:
            text = schema and data_of(path, file.read_text("utf-8"))
        except UnicodeDecodeError:
            continue
        if text:
            copy = work / "data" / path.with_suffix(path.suffix + ".yaml")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, "utf-8")
            by_schema.setdefault(schema, {})[str(copy)] = path.as_posix()
    out = {}
    # Each referee is a process of a second or so that mostly starts.
    with concurrent.futures.ThreadPoolExecutor() as pool:
        judged = pool.map(lambda item: (item[1], errors_of(referee("--schemafile", schemas / item[0], *item[1]))), by_schema.items())
        errors = [(files, error) for files, found in judged for error in found]
    for files, error in errors:
        where = f"{error.get('path', '')}: {error.get('message', '')}"[:300]
        out.setdefault(files[error["filename"]], where)
    return {path for files in by_schema.values() for path in files.values()}, out


def compare(program, manual, schemas, check):
    """How many files were compared, and what the program and the schemas say differently of a manual. `check` runs it."""
    findings = json.loads(check(program, manual))["findings"]
    codes = {}
    for finding in findings:
        codes.setdefault(finding["file"], set()).add(finding["code"])
    with tempfile.TemporaryDirectory() as work:
        judged, refusals = refused(pathlib.Path(manual), schemas, pathlib.Path(work))
    failures = []
    for file in sorted({*refusals, *codes}):
        own = codes.get(file, set())
        if own & UNREADABLE or file not in judged:
            continue
        # The id of a file that is one entry is its name, which no schema sees.
        seen = own & SEEN - ({"E014"} if "/" in file else set())
        # An unknown key of a translation is E027: the original lacks it. I725 shows it where the original has changed since.
        if file in refusals and not seen and not own & {"E027", "I725"}:
            failures.append(f"{file}: the schema refuses what the program takes: {refusals[file]}")
        if seen and file not in refusals:
            failures.append(f"{file}: the program says {sorted(seen)}, the schema nothing")
    return len(judged), failures


def check_schemas(program, manuals, check):
    """Yields (manual, how many files, failures); the schemas themselves first."""
    with tempfile.TemporaryDirectory() as folder:
        schemas = pathlib.Path(folder)
        made = subprocess.run([program, "schema", manuals[0], "--out", folder], capture_output=True, text=True, check=False)
        if made.returncode:
            raise SystemExit(made.stderr)
        files = sorted(schemas.iterdir())
        faults = [f"{e['filename']}: {e.get('message', '')}" for e in errors_of(referee("--check-metaschema", *files))]
        yield "schemas", len(files), faults
        for manual in manuals:
            yield (manual, *compare(program, manual, schemas, check))
