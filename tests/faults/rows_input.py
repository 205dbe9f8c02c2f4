"""Rows 14 to 17, 19, 23 and 31 to 35: what a manual's folder may hold, by accident or on purpose."""

import errno
import os
import pathlib
import random
import re
import socket
import stat
import struct
import unicodedata
import urllib.parse
import zlib
from html.parser import HTMLParser

from world import Skipped, flat, picture

SECRET = "root:x:0:0"


def told(world, manual, what, *names, code=None):
    """A build that is refused with a finding that names its file, and publishes nothing."""
    before = picture(world.place / "site") if (world.place / "site").exists() else None
    ended = world.build(manual, timeout=120)
    world.hold_failure(ended, what, *names, *([f"[{code}]"] if code else []))
    after = picture(world.place / "site") if (world.place / "site").exists() else None
    world.hold(before == after, f"{what}: the output was touched")
    return ended


def row_14(world):
    """symbolic links out of the manual, to folders, in loops and to nothing"""
    secret = world.place / "secret"
    secret.mkdir()
    (secret / "file.md").write_text(f"---\nname: Secreto\n---\n\n{SECRET}\n")
    (secret / "theme.yaml").write_text("name: fuera\n")
    cases, number = [
        ("services/fuera.md", "/etc/passwd"), ("services/vecino.md", "../../secret/file.md"), ("channels.yaml", "/etc/passwd"),
        ("assets", "../secret"), ("theme", "../secret"), ("services/vuelta.md", "vuelta.md"), ("services/arriba", ".."),
        ("services/nada.md", "nada-de-nada.md"), ("theme/logo.svg", "/etc/passwd"), ("assets/foto.png", "/etc/passwd"),
        ("services/proc.md", "/proc/self/environ"), ("services/larga.md", "a/" * 2000),
    ], 0
    for path, target in cases:
        number += 1
        manual = world.small(f"m{number}", light=False)
        (manual / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            (manual / path).symlink_to(target)
        except OSError:
            continue
        ended = told(world, manual, f"{path} → {target[:40]}", path.rstrip("/"))
        world.hold(SECRET not in ended.output, f"{path}: what it leads to is shown")
    manual = world.small("inside")
    (manual / "services/otro.md").symlink_to("s-00000.md")
    ended = world.build(manual, "inside-site")
    world.hold(ended.status == 0 and (world.place / "inside-site/service-otro.html").exists(), f"a link within the manual: {ended.output[:300]}")
    notes = world.small("notes")
    (notes / "notas.txt").symlink_to("/etc/passwd")
    ended = world.build(notes, "notes-site")
    world.hold(ended.status == 0 and "notas.txt" in ended.output, f"a link that is no part of the manual: {ended.output[:300]}")
    return f"{number} links refused by name, nothing published; one within the manual followed, one beside its files named and left out"


HOSTILE = [
    "../../../../etc/passwd", "/etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..\\\\..\\\\etc\\\\passwd", "assets/../../x.png",
    "./../x.png", "C:\\\\x.png", "file:///etc/passwd", "x.png%00.png", "//etc/passwd",
]


def row_15(world):
    """`..`, absolute, `%2e`, NUL and backslash in every field that holds a path"""
    fields = {
        "a picture": lambda m, p: (m / "services/s-00000.md").open("a").write(f"\n![Foto]({p})\n"),
        "a link": lambda m, p: (m / "services/s-00000.md").open("a").write(f"\n[Foto]({p})\n"),
        "a reference": lambda m, p: (m / "services/s-00000.md").open("a").write(f"\n[[{p}]]\n"),
        "the logo": lambda m, p: (m / "theme/theme.yaml").write_text(f'logo: "{p}"\n'),
        "a font": lambda m, p: (m / "theme/theme.yaml").write_text(
            f'faces:\n  - {{ family: Marca, file: "{p}", weight: 400, style: normal }}\n'
        ),
        "a template": lambda m, p: (m / "theme/html/page/cover.html").write_text(f'{{% include "{p}" %}}\n'),
    }
    count, opened = 0, []
    allowed = re.compile(r"^(/proc/|/sys/|/dev/|/usr/|/lib|/etc/(ld\.so|localtime|timezone)|/nix/)")
    hostile = HOSTILE if world.thorough else HOSTILE[:6]
    for field, write in fields.items():
        for path in hostile:
            count += 1
            manual = world.small(f"m{count}")
            write(manual, path)

            def watch(call):
                if call.name.startswith("open") and not call.path.startswith(str(world.place)) and not allowed.match(call.path):
                    opened.append(f"{field} {path}: {call.path}")

            ended = world.asked(watch, "build", manual, "--out", "site", "--today", "2026-11-21")
            # A link that is percent-coded or has a scheme of its own is an address like any other, if no file.
            world.hold_failure(ended, f"{field} `{path}`", f"m{count}/")
            world.hold(SECRET not in ended.output and not (world.place / "site").exists(), f"{field} `{path}`: something of it came out")
    # Where git's folders may be, and the user's settings, is looked for and not read.
    outside = [text for text in opened if not re.search(r"\.git(/|$|config)|/home(/|$)|commondir|: /root|gitconfig", text)]
    world.hold(not outside, f"opened: {outside[:4]}")
    return f"{count} builds ({len(fields)} fields × {len(hostile)} paths): each refused by name, no file outside the manual opened"


def row_16(world):
    """named pipes, devices and sockets among the files"""
    made = 0

    def pipe(path):
        os.mkfifo(path)

    def listening(path):
        server = socket.socket(socket.AF_UNIX)
        here = os.getcwd()
        os.chdir(path.parent)
        server.bind(path.name)
        os.chdir(here)
        server.close()

    def device(path):
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))

    def link(path):
        path.symlink_to("/dev/zero")

    kinds = {"pipe": pipe, "socket": listening, "device": device, "link to /dev/zero": link}
    places = {"services/raro.md": 1, "channels.yaml": 1, "theme/logo.svg": None, "assets/foto.png": None, "services/raro": 0, "raro": 0}
    refused = []
    for kind, make in kinds.items():
        for path, status in places.items():
            manual = world.small(f"m{made}")
            (manual / path).parent.mkdir(parents=True, exist_ok=True)
            try:
                make(manual / path)
            except PermissionError:
                refused.append(kind)
                break
            made += 1
            ended = world.build(manual, f"site{made}", timeout=60)
            world.hold_calm(ended, f"{kind} {path}")
            world.hold(path in flat(ended.output), f"{kind} {path} is not named: {ended.output[:200]}")
            if kind != "link to /dev/zero" and status is not None:
                world.hold(ended.status == status, f"{kind} {path}: status {ended.status}")
    end = f" ({', '.join(refused)}: no right to make one)" if refused else ""
    return f"{made} of them, none read: named and left out, or refused where an entry of the manual would be missing{end}"


def measured(world, manual, what, megabytes, status=1):
    ended = world.build(manual, "site", timeout=300)
    world.hold_calm(ended, what)
    world.hold(ended.status == status, f"{what}: status {ended.status}: {ended.output[:300]}")
    world.hold(ended.memory < megabytes * 1024, f"{what}: {ended.memory // 1024} MB")
    return f"{what} {ended.seconds:.2f} s and {ended.memory // 1024} MB"


def row_17(world):
    """YAML bombs of aliases and depth"""
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    merge = "a0: &a0 {k: x}\n" + "".join(f"a{n}: &a{n} {{{', '.join(f'k{k}: *a{n - 1}' for k in range(10))}}}\n" for n in range(1, 10))
    texts = {
        "nine levels of aliases": bomb, "nine levels of maps": merge, "100,000 `[`": "a: " + "[" * 100_000,
        "100,000 `{a:`": "{a: " * 100_000, "100,000 indents": "".join(" " * n + "a:\n" for n in range(3000)),
        "100,000 `- `": "- " * 100_000, "an anchor in itself": "a: &a [*a]\n", "a million keys": (f"k{n}: 1\n" for n in range(1_100_000)),
    }
    said = []
    for number, (what, text) in enumerate(texts.items()):
        manual = world.small(f"m{number}")
        # In pieces: what the system tells of a child's memory is never less than what its parent had.
        with (manual / "glossary.yaml").open("w", encoding="utf-8") as file:
            file.writelines([text] if isinstance(text, str) else text)
        said.append(measured(world, manual, what, 256))
        world.hold("glossary.yaml" in world.build(manual).output, f"{what}: the file is not named")
    return "; ".join(said)


PATTERNS = {
    "nested emphasis": lambda n: "*a **a " * n, "brackets": lambda n: "[" * n, "links": lambda n: "[a](" * n, "backticks": lambda n: "".join("e" + "`" * (k % 300) for k in range(n // 100)),
    "quotes": lambda n: ">" * min(n, 5000) + "a", "list levels": lambda n: "\n".join(" " * (k % 400) + "- a" for k in range(n // 60)),
    "entities": lambda n: "&" * n, "pictures": lambda n: "![a" * n, "tables": lambda n: "|a" * n + "\n" + "|-" * n, "notes": lambda n: "".join(f"[^{k}]: a\n\n" for k in range(n // 10)),
    "reference heads": lambda n: "".join(f"[{k}]: a\n" for k in range(n // 10)) + "[x]" * (n // 10), "entry links": lambda n: "[[a" * n, "html": lambda n: "<a " * n, "comments": lambda n: "<!--" * n,
}


def row_19(world):
    """pathological Markdown at one and two sizes"""
    size = 20_000 if world.thorough else 5_000
    said, worst = [], 0
    for number, (name, make) in enumerate(PATTERNS.items()):
        times = []
        for factor in (1, 2):
            manual = world.small(f"m{number}-{factor}")
            with (manual / "services/s-00000.md").open("a", encoding="utf-8") as file:
                file.write("\n" + make(size * factor) + "\n")
            before = os.times()
            ended = world.build(manual, f"site{number}", timeout=600)
            after = os.times()
            times.append(after.children_user - before.children_user + after.children_system - before.children_system)
            world.hold_calm(ended, name)
            world.hold(ended.memory < 1024 * 1024, f"{name}: {ended.memory // 1024} MB")
        growth = times[1] / max(times[0], 0.05)
        worst = max(worst, growth)
        if growth > 2.5:
            said.append(f"{name} {times[0]:.2f} → {times[1]:.2f} s")
    return f"{len(PATTERNS)} patterns, all end; twice the text takes at most {worst:.1f} times the work (2.5 are promised and not asserted){': ' + ', '.join(said) if said else ''}"


def png(width, height, rows=0, cut=None):
    """A picture of one bit a pixel; its rows are nothing unless asked for."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    # Row by row: what the system tells of a child's memory is never less than what its parent had.
    press, row = zlib.compressobj(9), b"\0" * (1 + (width + 7) // 8)
    data = b"".join(press.compress(row) for _ in range(rows)) + press.flush()
    whole = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return whole[:cut]


def row_23(world):
    """bombs among pictures, and pictures that are cut off"""
    nested = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><g id="g0"><path d="M0 0h1"/></g>%s</svg>'
    laughs = '<!DOCTYPE svg [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    files = {
        "bomba.png": png(50_000, 50_000, 50_000), "grande.png": png(50_000, 50_000), "cortada.png": png(640, 480, 480, 60), "vacia.png": b"", "ninguna.png": b"no es una imagen",
        "bomba.svg": (svg % nested).encode(), "risas.svg": (laughs + "]>" + svg % "<text>&a9;</text>").encode(),
        "guion.svg": (svg % "<script>alert(1)</script>").encode(), "fuera.svg": (svg % '<image xlink:href="file:///etc/passwd" width="1" height="1"/>').encode(),
    }
    said = []
    formats = ["html", "pdf"] if world.has_pdf() else ["html"]
    for number, (name, data) in enumerate(files.items()):
        manual = world.small(f"m{number}")
        (manual / "assets").mkdir()
        (manual / "assets" / name).write_bytes(data)
        with (manual / "services/s-00000.md").open("a", encoding="utf-8") as file:
            file.write(f"\n![Una fotografía de la agencia](assets/{name})\n")
        for kind in formats:
            ended = world.build(manual, f"site-{kind}-{number}", "--format", kind, timeout=120)
            what = f"{name} as {kind}"
            world.hold_calm(ended, what)
            world.hold(ended.memory < 600 * 1024, f"{what}: {ended.memory // 1024} MB")
            world.hold(ended.status == 0 or name in ended.output, f"{what}: not named: {ended.output[:200]}")
            world.hold(SECRET not in ended.output, f"{what}: reads a file outside")
            if name in ("cortada.png", "vacia.png", "ninguna.png"):
                world.hold(ended.status == 1 and "I745" in ended.output, f"{what}: a broken picture is published")
            said.append(ended.status)
    return f"{len(files)} pictures as {' and '.join(formats)}: {sum(s != 0 for s in said)} of {len(said)} builds refused by name, none above 600 MB"


def row_31(world):
    """names that not every system can hold"""
    composed, apart = "accion\N{COMBINING ACUTE ACCENT}", unicodedata.normalize("NFC", "acción")
    cases = {
        "NFD": [f"assets/{unicodedata.normalize('NFD', 'acción')}.png"], "NFC and NFD": ["assets/acción.png", f"assets/{unicodedata.normalize('NFD', 'acción')}.png"],
        "large and small letters": ["assets/Foto.png", "assets/foto.png"], "a folder in large letters": ["assets/Fotos/a.png", "assets/fotos/a.png"],
        "large letters in services": ["services/Pago.md", "services/pago.md"], "a device": ["services/aux.md"], "a device in large letters": ["assets/CON.png"],
        "a device among folders": ["assets/lpt1/a.png"], "a line break": ["services/a\nb.md"], "a tabulator": ["assets/a\tb.png"],
        "not UTF-8": [b"services/atenci\xf3n.md"], "a full stop at the end": ["assets/foto."], "a space at the end": ["assets/fotos /a.png"],
        "a colon": ["assets/10:30.png"], "a question mark": ["assets/que?.png"], "a backslash": ["services/a\\b.md"],
    }
    for number, (what, paths) in enumerate(cases.items()):
        manual = world.small(f"m{number}")
        for path in paths:
            full = os.path.join(os.fsencode(manual), path if isinstance(path, bytes) else path.encode())
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(b"---\nname: Nombre\n---\n" if full.endswith(b".md") else b"x")
        ended = told(world, manual, what, f"m{number}/")
        world.hold(re.search(r"\[E0(39|33|14|12)\]", ended.output), f"{what}: no finding about the name: {ended.output[:300]}")
    return f"{len(cases)} kinds of names: each refused with its reason"


def row_32(world):
    """other encodings, line ends and controls that turn the writing"""
    manual = world.small("plain", services=2)
    world.built(manual, "clean")
    clean = picture(world.place / "clean")
    same = {"a byte order mark": lambda b: b"\xef\xbb\xbf" + b, "CRLF": lambda b: b.replace(b"\n", b"\r\n"), "both": lambda b: b"\xef\xbb\xbf" + b.replace(b"\n", b"\r\n")}
    for number, (what, change) in enumerate(same.items()):
        copy = world.small(f"same{number}", services=2)
        for path in [*copy.glob("*.yaml"), *copy.glob("services/*.md"), *copy.glob("theme/**/*.html")]:
            path.write_bytes(change(path.read_bytes()))
        world.built(copy, f"out{number}")
        world.hold(picture(world.place / f"out{number}") == clean, f"{what}: other bytes")
    others = {
        "UTF-16 LE": lambda t: t.encode("utf-16"), "UTF-16 without a mark": lambda t: t.encode("utf-16-le"), "UTF-16 BE": lambda t: b"\xfe\xff" + t.encode("utf-16-be"),
        "Latin-1": lambda t: t.replace("Servicio", "Atención").encode("latin-1"), "UTF-8 read as Latin-1": lambda t: t.replace("Servicio", "AtenciÃ³n").encode(),
        "a byte that is none": lambda t: t.encode() + b"\xff\n", "cut within a letter": lambda t: t.encode() + "ó".encode()[:1],
        "a turn of the writing": lambda t: t.replace("Texto", "\u202etexto").encode(), "an isolate": lambda t: t.replace("Texto", "\u2066texto").encode(),
        "NUL": lambda t: t.replace("Texto", "\0").encode(), "an escape": lambda t: t.replace("Servicio", "\x1b[31m").encode(),
    }
    for number, (what, change) in enumerate(others.items()):
        copy = world.small(f"other{number}")
        path = copy / "services/s-00000.md"
        path.write_bytes(change(path.read_text("utf-8")))
        ended = world.build(copy, f"other-out{number}")
        world.hold_calm(ended, what)
        if what == "NUL":
            # In prose it is a character like another, which Markdown replaces.
            page = world.place / f"other-out{number}" / "service-s-00000.html"
            world.hold(ended.status != 0 or b"\0" not in page.read_bytes(), f"{what}: it is published")
            continue
        world.hold_failure(ended, what, f"other{number}/services/s-00000.md")
        world.hold("\x1b" not in ended.output and "\u202e" not in ended.output, f"{what}: it reaches the terminal")
    return f"{len(same)} writings give the same bytes; {len(others)} others are named with file and line, or come to nothing"


def row_33(world):
    """files of 17 and 100 MB, and 100,000 files"""
    said = []
    manual = world.small("large")
    with (manual / "services/s-00000.md").open("ab") as file:
        file.write(b"Texto largo. " * (17 * 1024 * 1024 // 13))
    said.append(measured(world, manual, "17 MB of prose", 256))
    (manual / "services/s-00000.md").write_text("---\nname: A\n---\n")
    with (manual / "glossary.yaml").open("wb") as file:
        file.truncate(100_000_000)
    said.append(measured(world, manual, "100 MB of YAML", 256))
    (manual / "glossary.yaml").unlink()
    (manual / "assets").mkdir()
    with (manual / "assets/foto.png").open("wb") as file:
        file.truncate(100_000_000)
    said.append(measured(world, manual, "a picture of 100 MB", 256))
    if world.thorough:
        manual = world.small("prose")
        with (manual / "services/s-00000.md").open("ab") as file:
            file.write("Un párrafo de quince palabras que se repite hasta que el archivo llega a su límite.\n\n".encode() * (15 * 1024 * 1024 // 90))
        said.append(measured(world, manual, "15 MB of prose, which is within the limit,", 4000, status=0))
    many, count = world.small("many"), 100_001 if world.thorough else 30_000
    folder = many / "otros"
    folder.mkdir()
    for number in range(count):
        (folder / f"n{number}.txt").touch()
    said.append(measured(world, many, f"{count:,} files that are none of the manual", 512, status=2 if world.thorough else 0))
    return "; ".join(said)


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links = set(), []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value is not None:
                self.links.append(value)


def row_34(world):
    """broken links, anchors and pictures"""
    broken = {
        "a link to no entry": "[x](services/nadie.md)", "a reference to no entry": "[[nadie]]", "a field that is not there": "[[s-00000.nada]]",
        "an anchor that is not there": "[x](#nada-de-nada)", "a heading that is not there": "[x](services/s-00000.md#nada)",
        "a picture that is not there": "![Foto](assets/nada.png)", "a file that is not there": "[x](assets/nada.pdf)",
    }
    for number, (what, text) in enumerate(broken.items()):
        manual = world.small(f"m{number}")
        with (manual / "services/s-00000.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
        told(world, manual, what, "services/s-00000.md:7")
    world.built(world.manual, "example")
    root = world.place / "example"
    pages = {path.relative_to(root).as_posix(): _Page() for path in root.rglob("*.html")}
    for name, page in pages.items():
        page.feed((root / name).read_text("utf-8"))
    links, lost = 0, []
    for name, page in pages.items():
        for link in page.links:
            address = urllib.parse.urlsplit(link)
            if address.scheme or address.netloc:
                continue
            links += 1
            path = urllib.parse.unquote(address.path)
            place = os.path.normpath(os.path.join(os.path.dirname(name), path)) if path else name
            anchor = urllib.parse.unquote(address.fragment)
            if not (root / place).is_file() or anchor and place in pages and anchor not in pages[place].ids:
                lost.append(f"{name}: {link}")
    world.hold(links > 1000 and not lost, f"{len(lost)} of {links} lead nowhere: {lost[:4]}")
    return f"{len(broken)} kinds fail before publishing; {links} links on {len(pages)} pages of the example, {len(lost)} lead nowhere"


ODD = [b"\xef\xbb\xbf", "\u202e".encode(), b"\0", b"\t", b"\r", b"[[", b"]]", b"{{", b"}", b"&a ", b"*a ", b"<<: *a\n", b"---\n", b": ", b"- ", b'"', b"99999999999999999999 days", b"2026-13-45", b"\xff", b"|\n", b"> [!NOTE]\n"]


def row_35(world):
    """random damage to whole manuals, through the program"""
    rounds, chance = (400 if world.thorough else 25), random.Random(35)
    ends = {0: 0, 1: 0, 2: 0}
    for number in range(rounds):
        manual = world.example(f"m{number}", original=bool(number % 3))
        files = [path for path in manual.rglob("*") if path.suffix in (".yaml", ".md")]
        for _ in range(chance.randint(1, 6)):
            path = chance.choice(sorted(files))
            data = bytearray(path.read_bytes())
            at = chance.randrange(len(data) + 1)
            kind = chance.randrange(5)
            if kind == 0:
                del data[at:]
            elif kind == 1:
                data[at:at] = chance.choice(ODD)
            elif kind == 2:
                del data[at:at + chance.randrange(60)]
            elif kind == 3 and at < len(data):
                data[at] = chance.randrange(256)
            else:
                other = chance.choice(sorted(files)).read_bytes()
                data[at:at] = other[:chance.randrange(400)]
            path.write_bytes(data)
        ended = world.build(manual, f"site{number}", timeout=120)
        world.hold_calm(ended, f"damage {number}")
        ends[ended.status] = ends.get(ended.status, 0) + 1
        import shutil

        shutil.rmtree(manual)
        shutil.rmtree(world.place / f"site{number}", ignore_errors=True)
        if world.enough():
            break
    return f"{number + 1} manuals: {ends[0]} published, {ends[1]} refused with findings, {ends[2]} with a message; no panic, no hang"
