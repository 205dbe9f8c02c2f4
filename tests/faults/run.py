"""python3 run.py PROGRAM MANUAL [--row N]… [--thorough] [--table FILE] — the rows of faults, each done to the program, with what came of it.

One line a row: its number, what was done, the figures, and `holds`, `FAILS` or `skipped` with the reason. Ends with 1 when a row fails. Wants
Linux and nothing but Python's own library; rows that mount want root or user namespaces, and those that watch or fail calls want the
kernel's user notification. Without `--thorough` it takes a minute and a half; with it, half an hour. `--table` brings the rows that were run up to date in a table.
"""

import argparse
import pathlib
import re
import shutil
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True

import calls
import proofs
import rows_input
import rows_machine
import rows_publish
import rows_states
from world import Skipped, World


def rows():
    found = {}
    for module in (rows_publish, rows_input, rows_machine, rows_states):
        for name, row in vars(module).items():
            if name.startswith("row_"):
                found[int(name[4:])] = row
    return dict(sorted(found.items()))


def judge(world, number, row):
    """The verdict of a row, and its figures or what broke."""
    world.begin(number)
    try:
        said = row(world)
    except (Skipped, calls.Unavailable) as reason:
        return "skipped", str(reason)
    except AssertionError as error:
        return "FAILS", str(error)
    except Exception:
        return "FAILS", traceback.format_exc()
    if world.broken:
        return "FAILS", f"{len(world.broken)} of {world.held + len(world.broken)}: " + " | ".join(world.broken[:4])
    return "holds", f"{said} ({world.held} things held)"


def former(path):
    """The rows of a table that was written before: those that this run did not do stay."""
    found = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 4 and cells[0].isdigit() and cells[3] in ("holds", "FAILS", "skipped"):
            found[int(cells[0])] = (cells[3], cells[2].split("; tests: `")[0], cells[1])
    return found


def table(verdicts):
    """The table in Markdown: what a run did, and what tests of the crate show."""
    lines = [
        "# Faults and attacks, and what came of them", "",
        "Made by `python3 tests/faults/run.py PROGRAM manual --thorough --table tests/faults/TABLE.md`; not to be changed by hand. A row",
        "that was not run since keeps what came of it before; the counts tell how often each was done. No run may panic or end by a signal.", "",
        "| # | what is done | what came of it | verdict |", "|---|---|---|---|",
    ]
    numbers = sorted(verdicts.keys() | proofs.PROOFS.keys() | proofs.SCRIPTS.keys())
    for number in numbers:
        said = []
        verdict = "shown by tests"
        doc = proofs.WHAT.get(number) or rows()[number].__doc__.strip()
        if number in verdicts:
            verdict, text, doc = verdicts[number]
            said.append(text.replace("|", "\\|").replace("\n", " "))
        named = [f"`{file}` {name}" for file, name in proofs.PROOFS.get(number, [])]
        tests = ", ".join([*named, *([proofs.SCRIPTS[number]] if number in proofs.SCRIPTS else [])])
        if tests:
            said.append(f"tests: {tests}")
        lines.append(f"| {number} | {doc} | {'; '.join(said)} | {verdict} |")
    return "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("program")
    arguments.add_argument("manual")
    arguments.add_argument("--row", type=int, action="append")
    arguments.add_argument("--thorough", action="store_true")
    arguments.add_argument("--minutes", type=float, help="the most that a row repeats itself, for a machine that is busy")
    arguments.add_argument("--table", type=pathlib.Path)
    given = arguments.parse_args()
    tree = pathlib.Path(__file__).resolve().parents[2]
    work = tempfile.mkdtemp(prefix="cartilla-faults-")
    begun, verdicts, failed = time.monotonic(), {}, []
    try:
        world = World(given.program, given.manual, work, given.thorough, given.minutes)
        world.unshare()
        for number, row in rows().items():
            if given.row and number not in given.row:
                continue
            started = time.monotonic()
            verdict, text = judge(world, number, row)
            verdicts[number] = (verdict, text, row.__doc__.strip())
            print(f"{number:3} {verdict:7} {row.__doc__.strip()}: {text} [{time.monotonic() - started:.0f} s]", flush=True)
            if verdict == "FAILS":
                failed.append(number)
            else:
                shutil.rmtree(world.work / f"row-{number}", ignore_errors=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for text in proofs.missing(tree):
        print(text)
        failed.append(0)
    if given.table:
        given.table.write_text(table({**former(given.table), **verdicts}), "utf-8")
    held = sum(verdict == "holds" for verdict, _, _ in verdicts.values())
    skipped = [number for number, (verdict, _, _) in verdicts.items() if verdict == "skipped"]
    end = f", skipped {skipped}" if skipped else ""
    print(f"{held} rows hold, {len(failed)} fail{end}; {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
