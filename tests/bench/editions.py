#!/usr/bin/env python3
"""python3 editions.py CARTILLA [SERVICES] [EDITIONS]

How long ten editions of a large manual take as one site: the first build, and the second after one new edition. The manual is the
example with copies of one service, in Spanish; each edition changes a target. Prints seconds, bytes and files; asserts nothing.
Called from the top of the repository."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SERVICE = "services/microcredito.md"
NAMES = ["respuesta-microcredito", "resumen-antes-de-firmar", "microcreditos-respondidos", "hojas-resumen-entregadas"]
CODES = ["CR-01", "COM-26", "COM-27", "IND-26", "IND-27"]


def grow(manual: Path, services: int) -> None:
    model = (manual / SERVICE).read_text()
    for number in range(len(list((manual / "services").glob("*.md"))), services):
        text = model.replace("name: Microcrédito\n", f"name: Microcrédito {number}\n")
        for name in NAMES:
            text = text.replace(name, f"{name}-{number}")
        text = text.replace("[[microcredito]]", f"[[copia-{number}]]").replace("microcredito.capacity", f"copia-{number}.capacity")
        for code in CODES:
            text = text.replace(f"code: {code}\n", f"code: {code}-{number}\n")
        (manual / f"services/copia-{number}.md").write_text(text)


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    services = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    editions = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        manual = work / "manual"
        shutil.copytree("manual", manual)
        for path in manual.rglob("*.en.*"):
            path.unlink()
        text = (manual / "manual.yaml").read_text().replace(", others: [en] }", " }")
        grow(manual, services)

        def git(*words: str) -> None:
            subprocess.run(["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "gc.auto=0", *words], cwd=work, check=True, capture_output=True)

        git("init", "--quiet")

        def add(number: int) -> None:
            own = text.replace('edition: "2026.2"', f'edition: "{2015 + number}.1"')
            own = re.sub(r"\n  effective: .*", f"\n  effective: {2015 + number}-11-02", own)
            own = re.sub(r"\n  supersedes: .*", "", own)
            (manual / "manual.yaml").write_text(own)
            # What a channel promises and its indicator wants are one figure.
            for name in ("indicators.yaml", "channels.yaml"):
                said = (manual / name).read_text()
                (manual / name).write_text(re.sub(r"share: \d+ %, within: 30 seconds", f"share: {70 + number} %, within: 30 seconds", said))
            git("add", "--all")
            git("commit", "--quiet", "--message", str(number))
            git("tag", f"edition/{2015 + number}.1")

        def build(what: str) -> None:
            begun = time.monotonic()
            usage = os.times()
            run = subprocess.run([program, "build", "manual", "--editions", "all", "--out", "site", "--today", "2026-11-22", "--lang", "es"], cwd=work, capture_output=True, text=True)
            seconds = time.monotonic() - begun
            after = os.times()
            spent = after.children_user + after.children_system - usage.children_user - usage.children_system
            files = [path for path in (work / "site").rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files)
            print(f"{what}: {seconds:.1f} s, {spent:.1f} s of work, exit {run.returncode}; {len(files)} files, {size / 1e6:.1f} MB; {run.stderr.strip().splitlines()[-5:-3]}")

        for number in range(1, editions + 1):
            add(number)
        print(f"{services} services")
        build(f"first build of {editions} editions and the draft")
        add(editions + 1)
        build("second build after one new edition")
        build("third build with nothing new")


main()
