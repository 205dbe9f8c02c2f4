"""python many.py MANUAL OUT N — a copy of the example with so many services, to see how the site and its search hold: copies of one service,
each with its own names, codes, commitments and indicators, and a word of its own, so that the vocabulary grows as well.
"""

import pathlib
import shutil
import sys

MODEL = "services/microcredito.md"
# Ids and codes that have to differ from copy to copy.
NAMES = ["respuesta-microcredito", "resumen-antes-de-firmar", "microcreditos-respondidos", "hojas-resumen-entregadas", "microcredito.capacity"]
CODES = ["CR-01", "COM-26", "COM-27", "IND-26", "IND-27"]
# Of these a name is made for each copy: as many pronounceable words as there are services.
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "cha", "lle"]


def name(number):
    out = ""
    for _ in range(4):
        out = SYLLABLES[number % 16] + out
        number //= 16
    return out.capitalize()


def copy_of(model, number):
    text = model.replace("name: Microcrédito\n", f"name: Microcrédito {name(number)}\n").replace("[[microcredito]]", f"[[copia-{number}]]")
    for old in NAMES:
        new = f"copia-{number}.capacity" if old.endswith(".capacity") else f"{old}-{number}"
        text = text.replace(old, new)
    text = text.replace("synonyms: [crédito para negocio, capital de trabajo]", f"synonyms: [capital {name(number)}]")
    for code in CODES:
        text = text.replace(f"code: {code}\n", f"code: {code}-{number}\n")
    return text


def grow(out, services):
    """Adds copies to a manual until it has so many services."""
    folder = out / "services"
    model = (out / MODEL).read_text("utf-8")
    for number in range(len(list(folder.glob("*.md"))), services):
        (folder / f"copia-{number}.md").write_text(copy_of(model, number), "utf-8")


def alone(source, out):
    """A copy of a manual in its own language alone: what is tried here is no matter of languages."""
    shutil.copytree(source, out, ignore=lambda _, names: [name for name in names if ".en." in name])
    manifest = out / "manual.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("languages: { default: es-PE, others: [en] }", "languages: { default: es-PE }"), "utf-8")


if __name__ == "__main__":
    source, out, services = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    alone(source, out)
    grow(out, services)
