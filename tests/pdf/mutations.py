#!/usr/bin/env python3
"""Shows that check.py bites: each mutation of a good manual must be found.

    mutations.py MANUAL.pdf

The mutations keep the length of the file, so that nothing but the one thing is wrong.
"""

import sys
import tempfile
from pathlib import Path

import check

# What the exporter writes, and something of the same length that breaks a promise.
BYTES = {
    "not of PDF/A-3": (b"<pdfaid:part>3<", b"<pdfaid:part>9<"),
    "not of PDF/UA": (b"pdfuaid:part>1<", b"pdfuaid:part>7<"),
    "not tagged": (b"/MarkInfo", b"/MarkInfX"),
    "no structure": (b"/StructTreeRoot", b"/StructTreeRooX"),
    "no language": (b"/Lang(", b"/Lanx("),
    "attachment without relation": (b"/AFRelationship", b"/AFRelationshiX"),
    "pictures without alternative": (b"/Alt", b"/Alx"),
    "encryption": (b"/Info ", b"/Encry"),
}


def found_in_bytes(good, folder):
    for name, (before, after) in BYTES.items():
        data = good.read_bytes()
        assert before in data, f"{name}: {before!r} is not in {good}"
        mutant = Path(folder, "mutant.pdf")
        mutant.write_bytes(data.replace(before, after))
        try:
            yield name, len(list(check.conformance(mutant)))
        except Exception as error:  # a file that cannot even be read is refused as well
            yield name, str(error)


def main(path):
    good = Path(path)
    problems = list(check.conformance(good))
    assert not problems, problems
    with tempfile.TemporaryDirectory() as folder:
        results = list(found_in_bytes(good, folder))
    for name, found in results:
        print(f"{'found ' if found else 'MISSED'} {name}: {found}")
    return 0 if all(found for _, found in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
