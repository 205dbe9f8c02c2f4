#!/usr/bin/env python3
"""Checks printed manuals against both standards, PDF/UA-1 and PDF/A-3a.

    check.py MANUAL.pdf…

Wants the PyPI package page-validation (imported as page). Prints every failure and exits with 1 on any.
"""

import sys

import page

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def conformance(pdf):
    """Failures of both standards, one line each."""
    for profile in PROFILES:
        for failure in page.validate_pdf(str(pdf), profile=profile).failures:
            place = f" (object {failure.object_id.object_number})" if failure.object_id else ""
            yield f"{profile}: {failure.rule_id}: {failure.message}{place}"


def main(paths):
    failures = 0
    for path in paths:
        for failure in conformance(path):
            print(f"{path}: {failure}")
            failures += 1
    print(f"{len(paths)} files, {failures} failures")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
