"""python extremes.py [--services N] [--picture missing|huge] [--names long|real] MANUAL OUT — a copy of the example with what no template was
drawn for: names of 200 letters with and without spaces, names and sentences from right to left, emoji and stacked marks, a table of 40 columns,
a word as long as a cell is not, numbers of thirty digits, headings of every depth, a chapter without a sentence. `--names long` gives such
names to the organization, families, roles, channels and more as well, and codes of 80 digits to all that has one; `--names real` gives them long
words that there are. With `--picture` also a picture that is not there, or one that would need gigabytes: the program has to refuse both.
"""

import itertools
import pathlib
import re
import struct
import sys
import zlib

from many import MODEL, alone, copy_of, grow

UNBROKEN = ("Contraindemnizaciónextrajudicialinterdepartamental" * 4)[:200]
SPACED = ("Atención preferente de solicitudes extraordinarias de reprogramación " * 3)[:199] + "n"
ARABIC = "خدمة استقبال الأعضاء الجدد"
HEBREW = "שירות קבלת חברים חדשים"
MARKED = "Z\u0336\u0322\u031b\u035aa\u0336\u0316l\u0334\u0317g\u0337\u031eo\u0335\u0318 con marcas"
EMOJI = "Cuenta 👩‍👩‍👧‍👦 familia 🇵🇪 🙂"
# Name, id: the service of that id is a copy of the example's.
SERVICES = {
    "sin-espacios": UNBROKEN,
    "con-espacios": SPACED,
    "arabe": ARABIC,
    "hebreo": f"{HEBREW} (Puente Hondo 24/7)",
    "emoji": EMOJI,
    "marcas": MARKED,
}
# Words as real names have them, longer than a telephone is wide with letters of twice the size.
REAL = {
    "organization": "CooperativaPuenteHondo.com.pe",
    "roles": ["Otorrinolaringologista-Electroencefalografista", "Subgerencia/Administrativo-Financiera/Contable"],
}
# Files whose entries have names that stand in bars, links, buttons, tables and drawings.
NAMED = ["channels", "customer-types", "objectives", "paths", "quizzes", "roles", "segments", "sites", "standards", "suppliers", "trainings"]
# The most that the program takes for a number; tables of the prose hold any.
HUGE = "999999999999"


def service(example, number, id, name):
    text = copy_of(example, number)
    old = text.split("name: ", 1)[1].split("\n", 1)[0]
    return text.replace(f"name: {old}\n", f'name: "{name}"\n', 1).replace(f"copia-{number}", id)


def chapter():
    columns = [f"Columna {n}" for n in range(1, 41)]
    row = [f"valor {n} de la fila" for n in range(1, 41)]
    line = lambda cells: "| " + " | ".join(cells) + " |\n"
    wide = line(columns) + line(["---"] * 40) + line(row) * 3
    words = line(["Palabra", "Qué es"]) + line(["---", "---"]) + line([UNBROKEN, f"Una palabra de {len(UNBROKEN)} letras: {UNBROKEN}"])
    numbers = line(["Partida", "Soles"]) + line(["---", "---:"]) + line(["Depósitos", HUGE * 3]) + line(["Créditos", "−" + HUGE])
    deep = "".join(f"{'#' * level} Título de nivel {level}\n\nUna frase.\n\n" for level in range(1, 7))
    right = f"{ARABIC}: {ARABIC} 24/7.\n\nEl socio dijo «{ARABIC}» y el asesor, «{HEBREW}», en la misma frase.\n\n"
    code = "```\n" + "x" * 300 + "\n```\n\n"
    address = "Véase <https://ejemplo.example.org/" + "carpeta/" * 30 + "> y `" + "palabra_" * 30 + "`.\n\n"
    return f"---\ntitle: Extremos\norder: 90\n---\n\n{deep}## Tablas\n\n{wide}\n{words}\n{numbers}\n## De derecha a izquierda\n\n{right}## Sin dónde partir\n\n{code}{address}> [!WARNING]\n> {UNBROKEN}\n"


def renamed(path, pattern, names):
    """Replaces what follows the pattern on each of its lines, by turns, with a number so that no two are the same."""
    numbers = itertools.count(1)
    text = re.sub(pattern, lambda found: f'{found[1]}"{names[(number := next(numbers)) % len(names)]}{number}"', path.read_text("utf-8"))
    path.write_text(text, "utf-8")


def long_names(out):
    manifest = out / "manual.yaml"
    text = manifest.read_text("utf-8")
    text = text.replace("  code: MSC-01\n", f"  code: {UNBROKEN[:60]}\n", 1)
    for key, name in [("name", UNBROKEN), ("short_name", UNBROKEN[:60])]:
        text = re.sub(rf"(?m)^  {key}: .*$", f"  {key}: {name}", text, count=1)
    manifest.write_text(text, "utf-8")
    renamed(manifest, r"(?m)^(    name: )\w.*$", [UNBROKEN])
    for file in NAMED:
        renamed(out / f"{file}.yaml", r"(?m)^(  (?:name|plural|short_name): ).*$", [UNBROKEN])
    for path in [*out.glob("*.yaml"), *out.glob("services/*.md")]:
        if path != manifest:
            code = lambda found: f"{found[1]}\"{found[2]}{found[3] * 80}"[:len(found[1]) + 78] + f'{found[3]}"'
            path.write_text(re.sub(r"(?m)^( *code: )([A-Z]+-)(\d+)$", code, path.read_text("utf-8")), "utf-8")


def real_words(out):
    manifest = out / "manual.yaml"
    text = re.sub(r"(?m)^(  (?:short_)?name: ).*$", rf'\1{REAL["organization"]}', manifest.read_text("utf-8"), count=2)
    manifest.write_text(text, "utf-8")
    renamed(out / "roles.yaml", r"(?m)^(  (?:name|plural): ).*$", REAL["roles"])


def picture(path, width, height):
    """A PNG that says so of itself; of a huge one only the head is true, as in one that is made to exhaust memory."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b""))


def main():
    words = sys.argv[1:]
    options = {}
    while words[0].startswith("--"):
        name, value, *words = words
        options[name] = value
    source, out = map(pathlib.Path, words)
    alone(source, out)
    if names := options.get("--names"):
        {"long": long_names, "real": real_words}[names](out)
        return
    example = (out / MODEL).read_text("utf-8")
    for number, (id, name) in enumerate(SERVICES.items(), 9001):
        (out / f"services/{id}.md").write_text(service(example, number, id, name), "utf-8")
    (out / "chapters/extremos.md").write_text(chapter(), "utf-8")
    (out / "chapters/vacio.md").write_text("---\ntitle: Sin una frase\norder: 91\n---\n", "utf-8")
    (out / "chapters/una-palabra.md").write_text(f"---\ntitle: {UNBROKEN}\norder: 92\n---\n\nUna frase.\n", "utf-8")
    with (out / "glossary.yaml").open("a", encoding="utf-8") as glossary:
        glossary.write(f'larga:\n  term: "{UNBROKEN}"\n  definition: "{UNBROKEN} {SPACED}"\ntermino-arabe:\n  term: "{ARABIC}"\n  definition: "{ARABIC}"\n')
    with (out / "resources.yaml").open("a", encoding="utf-8") as resources:
        resources.write(f'muchos:\n  code: REC-99\n  name: "{UNBROKEN}"\n  kind: equipment\n  quantity: {HUGE[:9]}\n  unit_cost: {HUGE} PEN\n  owner: jefatura-operaciones\n')
    if which := options.get("--picture"):
        with (out / "chapters/extremos.md").open("a", encoding="utf-8") as text:
            text.write("\n![Plano de la agencia](assets/plano.png)\n")
        if which == "huge":
            picture(out / "assets/plano.png", 50_000, 50_000)
    grow(out, int(options.get("--services", 0)))


if __name__ == "__main__":
    main()
