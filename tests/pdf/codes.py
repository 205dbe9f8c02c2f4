#!/usr/bin/env python3
"""Reads the codes on the cards of a printed manual as a phone would: each leads to its moment in the published site.

    codes.py SITE

SITE holds `manual.pdf` beside the pages. The sheets are made into pictures by pdftoppm; wants the PyPI package zxing-cpp and poppler.
Every code of `cards*.html`, whose address stands beside it, has to be read from the paper, in the same order, on the sheet that has
its address in letters; and what it leads to has to be a place of a page. Prints each fault and exits with 1 on any.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import zxingcpp
from PIL import Image

# Enough for a module of a code to be some four points of the picture, as a phone's camera sees it.
DPI = 110


def wanted(site):
    """The addresses of the cards, in the order of the pages."""
    for page in sorted(site.glob("cards*.html")):
        for address in re.findall(r'<desc id="_d\d+-code-d">([^<]*)</desc>', page.read_text("utf-8")):
            yield re.sub(r"\?e=[^#]*", "", address)


def sheets(pdf):
    """The text of each page in the order in which it was set, without spaces, since an address is broken over lines."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    return ["".join(page.split()) for page in text.split("\f")]


def read(pdf, number, folder):
    """The codes of a page."""
    out = Path(folder, "sheet")
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", "-png", "-f", str(number), "-l", str(number), str(pdf), str(out)], check=True)
    return [code.text for code in zxingcpp.read_barcodes(Image.open(out.with_suffix(".png")))]


def main(site):
    pdf, faults = site / "manual.pdf", []
    addresses = list(wanted(site))
    base = addresses[0].rsplit("/", 1)[0] if addresses else "?"
    found = []
    edition = quote(json.loads((site / "manual.json").read_text("utf-8"))["control"]["edition"], safe="")
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(sheets(pdf), 1):
            here = [address for address in addresses if re.search(re.escape(address) + r"(?!\d)", text)]
            if not here:
                continue
            codes = read(pdf, number, folder)
            found += [re.sub(r"\?e=[^#]*", "", code) for code in codes]
            # A code says besides of which edition it was printed.
            said = [re.sub(r"\?e=[^#]*", "", code) for code in codes]
            if sorted(said) != sorted(here):
                faults.append(f"page {number}: the codes say {sorted(codes)}, the letters {sorted(here)}")
            faults += [f"{code} is of another edition than {edition}" for code in codes if f"?e={edition}#" not in code]
    for address in sorted(set(addresses) - set(found)):
        faults.append(f"no code leads to {address}")
    for address in found:
        name, _, place = address.removeprefix(f"{base}/").partition("#")
        page = site / name
        if not page.is_file() or f'id="{place}"' not in page.read_text("utf-8"):
            faults.append(f"{address} leads nowhere")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(found)} codes read from paper: {f'{len(faults)} faults' if faults else 'nothing found'}")
    return 1 if faults or not found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
