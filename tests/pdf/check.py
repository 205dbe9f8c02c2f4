#!/usr/bin/env python3
"""Checks printed manuals: both standards, and that every block of the data is in the text, in order.

    check.py MANUAL.pdf…

Wants the PyPI package page-validation (imported as page) and poppler's pdfinfo and pdfdetach. The data is the manual.json
that the PDF itself carries; the text is that of its structure tree, which is what assistive technology reads: heads, feet and
marks of a draft are not in it. Prints every failure and exits with 1 on any.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import page

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def conformance(pdf):
    """Failures of both standards, one line each."""
    for profile in PROFILES:
        for failure in page.validate_pdf(str(pdf), profile=profile).failures:
            place = f" (object {failure.object_id.object_number})" if failure.object_id else ""
            yield f"{profile}: {failure.rule_id}: {failure.message}{place}"


def attached(pdf):
    """The data that the file carries."""
    with tempfile.TemporaryDirectory() as folder:
        run = ["pdfdetach", "-savefile", "manual.json", "-o", f"{folder}/manual.json", str(pdf)]
        subprocess.run(run, check=True, capture_output=True)
        return json.loads(Path(folder, "manual.json").read_text(encoding="utf-8"))


def squeezed(text):
    """Without what the page decides: spaces, hyphens, places to break."""
    return re.sub(r"[\s\-\u00ad\u200b\u2010]", "", text)


def spoken(pdf):
    """The text of the structure tree, in order."""
    run = ["pdfinfo", "-struct-text", str(pdf)]
    tree = subprocess.run(run, check=True, capture_output=True).stdout.decode("utf-8", "replace")
    return squeezed("".join(re.findall(r'^ *"(.*)"$', tree, re.MULTILINE)))


# The order in which the parts of a block are set. A kind that is not named here sets them in the order of this list.
PARTS = ["number", "label", "code", "title", "caption", "columns", "context", "who", "when", "term", "text", "content", "form"]
PARTS += ["facts", "items", "steps", "rows", "total", "cells", "blocks"]
ORDERS = {
    "steps": ["content", "who", "when"],
    "limit": ["value", "label", "content"],
    "brief": ["title", "say_label", "say", "cells"],
    "figure": ["number", "caption"],
    "script": ["label", "context", "content", "form"],
}
SILENT = {"note", "picture", "task", "break"}


def leaves(value, kind=None):
    """The texts of a value in the order of the page. Notes are left out: the page puts them at its foot."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, kind)
    elif isinstance(value, dict):
        own = value.get("kind", kind)
        if own in SILENT:
            return
        if "text" in value:
            yield value["text"]
            return
        order = ORDERS.get(own, PARTS)
        if own == "brief" and "role" in value:
            order = ["label", "value", "content"]
        if own == "escalation" and not value.get("who"):
            order = ["label", "content", "when", "steps"]
        for part in order:
            if part == "number" and own not in ("heading", "table", "figure"):
                continue
            if part in ("number", "caption") and value.get("caption_hidden"):
                continue
            # A heading's number hangs in the margin and is part of no text; a table's follows its word.
            if part == "number" and own == "heading":
                continue
            if value.get(part):
                yield from leaves(value[part], own)


def blocks_of(section):
    """All blocks of a section, each with the texts that are its own."""
    head = [section["title"]] + list(leaves(section["lead"])) + list(leaves(section["facts"]))
    yield section["kind"], head
    for block in section["blocks"]:
        yield block["kind"], list(leaves(block))
    for child in section["sections"]:
        for block in blocks_of(child):
            yield block


def parity(pdf):
    """What the data says and the file does not, or not in its place."""
    data, text = attached(pdf), spoken(pdf)
    at = 0
    for section in data["sections"]:
        for kind, texts in blocks_of(section):
            for leaf in texts:
                wanted = squeezed(leaf)
                found = text.find(wanted, at)
                if found < 0:
                    where = "is not in its place" if wanted in text else "is not in the file"
                    yield f"parity: {section['id']}: {kind}: {leaf!r} {where}, after …{text[max(0, at - 40):at]!r}"
                else:
                    at = found + len(wanted)


def main(paths):
    failures = 0
    for path in paths:
        for failure in [*conformance(path), *parity(path)]:
            print(f"{path}: {failure}")
            failures += 1
    print(f"{len(paths)} files, {failures} failures")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
