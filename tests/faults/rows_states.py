"""Rows 28 to 30: repositories in every state, and the preview among strangers, slow clients and editors."""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading

from world import TODAY, Skipped, flat

SETTINGS = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
ALL = ["build", "--editions", "all", "--out", "site", "--today", TODAY]


def git(world, folder, *words):
    line = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    done = subprocess.run(line, cwd=folder, env=world.environment(**SETTINGS), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def row_28(world):
    """states of git: none, bare, shallow, detached, unborn, missing tag, damaged object"""
    if shutil.which("git") is None:
        raise Skipped("no git here to make the repository with")
    folder = world.small("manual", "1")
    git(world, folder, "init", "-q", "-b", "main")
    manifest = (folder / "manual.yaml").read_text("utf-8").replace("approved: 2026-10-01", "approved: 2025-01-01").replace("on: 2026-10-01", "on: 2025-01-01")
    for number, day in (("1", "2025-02-01"), ("2", "2026-11-01")):
        text = manifest.replace('edition: "1"', f'edition: "{number}"').replace("effective: 2026-11-01", f"effective: {day}")
        (folder / "manual.yaml").write_text(text, "utf-8")
        world.service(folder, 0, number)
        git(world, folder, "add", "-A")
        git(world, folder, "commit", "-q", "-m", number)
        git(world, folder, "tag", f"edition/{number}")
    days = {"2": ("2026-11-01", None), "1": ("2025-02-01", "2026-11-01")}
    counts = {"told": 0, "published": 0}

    def copy(name, *words):
        git(world, world.place, "clone", "-q", *words, folder.as_uri(), name)
        return world.place / name

    def published(name, place, wanted, *said, status=0):
        """A build of all editions ends so, says this, and gives each edition its days or none."""
        ended = world.run(*ALL, cwd=place)
        world.hold_calm(ended, name)
        world.hold(ended.status == status, lambda: f"{name}: status {ended.status}: {ended.output[:300]}")
        missing = [word for word in said if word not in flat(ended.output)]
        world.hold(not missing, lambda: f"{name}: without {missing} in: {ended.output[:400]}")
        found = read(place / "site/editions.json")
        world.hold(found == wanted, lambda: f"{name}: the days are {found}, they should be {wanted}")
        counts["published"] += 1

    def refused(name, place, line, *said):
        world.hold_failure(world.run(*line, cwd=place), name, *said)
        counts["told"] += 1

    published("a clone", copy("clone"), days)
    none = world.small("none")
    refused("no repository, all editions", none, ALL, "is not in a git repository")
    refused("no repository, a tag", none, ["diff", "edition/1", "draft"], "is not in a git repository")
    published("bare", copy("bare", "--bare"), days)
    refused("bare, its draft", world.place / "bare", ["diff", "edition/1", "draft"], "draft")
    published("shallow", copy("shallow", "--depth", "1"), {"2": days["2"]}, "git fetch --unshallow --tags")
    refused("shallow, a missing tag", world.place / "shallow", ["diff", "edition/1", "draft"], "edition/1")
    detached = copy("detached")
    git(world, detached, "checkout", "-q", "edition/1")
    published("detached", detached, days)
    unborn = world.small("unborn")
    git(world, unborn, "init", "-q")
    published("unborn", unborn, {}, "edition/*")
    refused("unborn, a tag", unborn, ["diff", "edition/1", "draft"], "no tag `edition/1`")
    refused("a missing tag, published", folder, ["build", "--editions", "edition/9", "--out", "site"], "no tag `edition/9`")
    refused("a missing tag, compared", folder, ["diff", "edition/9", "draft"], "no tag `edition/9`")
    for what in ("edition/1^{commit}", "edition/1^{tree}", "edition/1:services", "edition/1:services/s-00000.md"):
        damaged = world.place / f"damaged-{counts['told']}"
        shutil.copytree(folder, damaged)
        name = git(world, damaged, "rev-parse", what)
        object_ = damaged / ".git/objects" / name[:2] / name[2:]
        object_.chmod(0o644)
        object_.write_bytes(b"broken")
        refused(f"damaged {what}", damaged, ["diff", "edition/1", "draft"], "edition/1", "git fsck")
        published(f"damaged {what}", damaged, {"2": days["2"], "1": (None, None)}, "edition/1", "git fsck", status=1)
    return f"{counts['published']} sites with the days of their editions or none, {counts['told']} refusals that name what is missing"


def read(path):
    """The days of the numbered editions of a site: from when, until when."""
    if not path.exists():
        return None
    listed = json.loads(path.read_text("utf-8"))["editions"]
    return {edition["number"]: (edition["effective"], edition["superseded_on"]) for edition in listed if edition["number"]}


class Preview:
    """The preview of a manual, and raw requests to it."""

    def __init__(self, world, manual):
        self.child = world.start("serve", manual, "--port", "0", "--lang", "en")
        self.port = None
        for line in self.child.stdout:
            if found := re.search(rb"http://(?:localhost|127\.0\.0\.1):(\d+)", line):
                self.port = int(found[1])
                break
        assert self.port, "the preview did not tell its address"
        # What it tells of later saves is read, lest it wait for a reader.
        threading.Thread(target=self.child.stdout.read, daemon=True).start()

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def ask(self, line, *headers):
        """The status and the text of an answer."""
        if not any(header.startswith("Host:") for header in headers):
            headers = (f"Host: localhost:{self.port}", *headers)
        with self.connect() as stream:
            stream.sendall("\r\n".join([f"{line} HTTP/1.1", *headers, "Connection: close", "", ""]).encode())
            answer = b""
            while part := stream.recv(65536):
                answer += part
        return int(answer.split(b" ", 2)[1]), answer.decode("utf-8", "replace")

    def news(self):
        """The stream of news, from its first on."""
        stream = self.connect()
        stream.sendall(f"GET /__cartilla/events HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode())
        stream.recv(4096)
        return stream

    def until(self, news, path, holds):
        """Waits for news until a page is as it should be, and tells after how many."""
        for count in range(2000):
            if holds(*self.ask(f"GET {path}")):
                return count
            assert news.recv(4096), "the preview ended"
        raise AssertionError(f"{path} never came to what was saved")

    def end(self):
        self.child.kill()
        self.child.wait()


def row_29(world):
    """preview: foreign Host or Origin, traversal, slow clients"""
    preview = Preview(world, world.small("manual", light=False))
    try:
        secret = "jefatura:\n"
        host, outside = f"Host: localhost:{preview.port}", ["..", "%2e%2e", "..%2f..", "..\\..", "%5c..", "....//", "%00/..", "//etc", "C:"]
        strangers = [(403, "GET /", "Host: evil.example"), (403, "GET /", f"Host: evil.example:{preview.port}"), (403, "GET /", host, host)]
        strangers += [(403, "GET /", f"Origin: {name}") for name in ("https://evil.example", "null", "http://localhost:1", "file://")]
        strangers += [(403, "GET /__cartilla/events", "Origin: https://evil.example"), (403, "GET /", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")]
        strangers += [(404, f"GET /{way}{tail}") for way in outside for tail in ("/etc/passwd", "/manual/roles.yaml", "/roles.yaml")]
        strangers += [(405, f"{verb} /") for verb in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")]
        for status, line, *headers in strangers:
            found, text = preview.ask(line, *headers)
            # A method that the library does not know is no request at all.
            world.hold(found == status or (status, found) == (405, 400), f"{line} {headers}: {found}, not {status}")
            world.hold("root:" not in text and secret not in text, f"{line}: gives a file away")
        task = pathlib.Path(f"/proc/{preview.child.pid}/task")
        threads = len(os.listdir(task))
        slow, sockets = [], 500
        for number in range(sockets):
            stream = preview.connect()
            stream.sendall([b"", b"GET / HTTP/1.1\r\nHost: loc", f"GET /manual.json HTTP/1.1\r\n{host}\r\n\r\n".encode()][number % 3])
            slow.append(stream)
            if number % 100 == 99:
                world.hold(preview.ask("GET /")[0] == 200, f"nobody is served after {number + 1} slow clients")
        more = len(os.listdir(task)) - threads
        world.hold(more <= 4, f"{more} threads more for {sockets} clients")
        for stream in slow:
            stream.close()
        world.hold(preview.ask("GET /index.html")[0] == 200, "nobody is served after the slow clients")
    finally:
        preview.end()
    return f"{len(strangers)} requests of strangers refused, none gives a file away; {sockets} clients that never end: all others served, {more} threads more"


def row_30(world):
    """preview: editors' ways of saving, renamed folders, lost events"""
    manual = world.small("manual", light=False)
    path, services = manual / "services/s-00000.md", manual / "services"
    page = "/service-s-00000.html"
    preview = Preview(world, manual)
    saves, renames = 0, 1000
    try:
        news = preview.news()

        def text(words):
            return f"---\nname: Servicio 0\n---\n\n{words}\n"

        def comes(words):
            nonlocal saves
            saves += 1
            world.hold(preview.until(news, page, lambda _, answer: words in answer) >= 0, words)

        def over(words):
            path.write_text(text(words), "utf-8")

        def beside(words):
            new = services / ".s-00000.md.tmp"
            new.write_text(text(words), "utf-8")
            new.rename(path)

        def backed(words):
            path.rename(services / "s-00000.md~")
            over(words)
            (services / "s-00000.md~").unlink()

        def again(words):
            path.unlink()
            over(words)

        def cut(words):
            with path.open("w", encoding="utf-8") as file:
                for part in text(words).splitlines(keepends=True):
                    file.write(part)
                    file.flush()

        for turn in range(5):
            for save in (over, beside, backed, again, cut):
                save(f"Guardado {turn} de la manera {save.__name__}.")
                comes(f"Guardado {turn} de la manera {save.__name__}.")
        for number in range(500):
            over(f"Versión {number} de muchas.")
        comes("Versión 499 de muchas.")
        away = manual / "elsewhere"
        for _ in range(renames):
            services.rename(away)
            away.rename(services)
        over("Tras las mudanzas.")
        comes("Tras las mudanzas.")
        services.rename(world.place / "gone")
        preview.until(news, page, lambda status, _: status == 404)
        (world.place / "gone").rename(services)
        comes("Tras las mudanzas.")
        manual.rename(world.place / "moved")
        preview.until(news, page, lambda _, answer: "cartilla-trouble" in answer)
        world.hold("Tras las mudanzas." in preview.ask(f"GET {page}")[1], "the last good page goes with the manual")
        (world.place / "moved").rename(manual)
        preview.until(news, page, lambda _, answer: "cartilla-stale" not in answer)
        over("De vuelta.")
        comes("De vuelta.")
    finally:
        preview.end()
    return f"{saves} saves in 5 ways, 500 in one go, {renames} renames of a folder and back, the manual away and back: each came to its page"
