"""Rows 12, 24 and 27: the machine around a build, what a build does to it, and what a repository would have it do."""

import os
import pathlib
import shutil
import subprocess

from calls import CHANGES, OPENS, WRITING
from world import Skipped, differences, picture


def row_12(world):
    """another folder, zone, language, umask, number of threads, order of files, dates, home and fonts"""
    # The PDF of every machine takes its time.
    formats = ["html", "pdf"] if world.has_pdf() and world.thorough else ["html"]
    manual = world.example(original=not world.thorough)
    world.built(manual, "clean", "--format", formats[-1] if len(formats) == 1 else "all")
    clean = {name: what[2] for name, what in picture(world.place / "clean").items()}
    elsewhere = world.place / "otro lugar" / "más hondo"
    elsewhere.mkdir(parents=True)
    # The same files, made in the other order, with other dates and permissions.
    shutil.copytree(manual, elsewhere / "manual")
    for path in sorted((elsewhere / "manual").rglob("*"), reverse=True):
        if path.is_file():
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data)
            path.chmod(0o600)
            os.utime(path, (86400, 86400))
    fonts = world.place / "fonts"
    fonts.mkdir()
    settings = fonts / "fonts.conf"
    settings.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir></fontconfig>')
    machines = {
        "folder, order and dates": {},
        "zone": {"TZ": "Pacific/Kiritimati"}, "language": {"LC_ALL": "tr_TR.UTF-8", "LANG": "C"}, "no environment": None,
        "threads": {"RAYON_NUM_THREADS": "1"}, "more threads": {"RAYON_NUM_THREADS": "7"}, "home": {"HOME": "/nonexistent"},
        "date of the source": {"SOURCE_DATE_EPOCH": "1"},
        "fonts": {"FONTCONFIG_FILE": str(settings), "XDG_DATA_HOME": str(fonts), "XDG_DATA_DIRS": str(fonts), "TYPST_FONT_PATHS": str(fonts)},
    }
    hidden = 0
    for number, (what, more) in enumerate(machines.items()):
        environment = {} if more is None else world.environment(**more)
        if more is None:
            environment = {"PATH": "/usr/bin:/bin"}
        mounted = []
        if what == "fonts" and not world.mounts:
            for folder in ("/usr/share/fonts", "/usr/local/share/fonts", os.path.expanduser("~/.fonts")):
                if os.path.isdir(folder):
                    world.mount("tmpfs", folder, "tmpfs", 0, "size=64k")
                    mounted.append(folder)
                    hidden += 1
        old = os.umask(0o077 if number % 2 else 0o002)
        try:
            world.built("manual", f"out{number}", "--format", "all" if len(formats) > 1 else "html", cwd=elsewhere, environment=environment)
        finally:
            os.umask(old)
            for folder in mounted:
                world.unmount(folder)
        site = {name: found[2] for name, found in picture(elsewhere / f"out{number}").items()}
        world.hold(site == clean, lambda: f"{what}: other bytes in {differences(site, clean)}")
    return (
        f"{len(machines)} machines ({', '.join(machines)}; {hidden} folders of fonts hidden), {len(clean)} files as {' and '.join(formats)}:"
        " the same bytes"
    )


def row_24(world):
    """no connection, no other program, nothing written but the output"""
    manual = world.example() if world.thorough else world.small("manual", services=3)
    subprocess.run(["git", "init", "-q", str(manual)], check=False, capture_output=True)
    allowed = {str(world.place / "site")}
    counts, wrong = {"calls": 0, "opened for writing": 0}, []
    parent = str(world.place)
    runs = [
        ["build", manual, "--out", "site", "--today", "2026-11-21"], ["build", manual, "--out", "site", "--today", "2026-11-22"],
        ["check", manual], ["coverage", manual], ["verify", "site"],
    ]
    if world.has_pdf():
        runs.append(["build", manual, "--out", "site", "--format", "all", "--today", "2026-11-22"])
    for words in runs:
        first = []

        def decide(call):
            counts["calls"] += 1
            if call.name in ("socket", "connect", "bind"):
                wrong.append(f"{words[0]}: {call}")
            elif call.name in ("execve", "execveat", "fork", "vfork"):
                first.append(call)
                if len(first) > 1:
                    wrong.append(f"{words[0]}: {call}")
            elif call.writes() and call.path and not call.path.startswith(("pipe:", "/dev/null", "anon_inode", "/memfd:")):
                counts["opened for writing"] += call.name in OPENS
                inner = os.path.relpath(call.path, parent).split(os.sep)[0]
                beneath = call.path.startswith(parent + os.sep) and (inner == "site" or inner.startswith(".site.cartilla-"))
                # The parent folder itself is forced to the disk once the new edition stands in it.
                synced = call.name in ("fsync", "rename", "renameat2") and call.path == parent
                if not beneath and not synced:
                    wrong.append(f"{words[0]}: {call}")

        ended = world.asked(decide, *words)
        world.hold(ended.status in (0, 1), f"{words[0]} ended with {ended.status}: {ended.output[:300]}")
    world.hold(not wrong, f"{len(wrong)}: {wrong[:4]}")
    world.hold(counts["opened for writing"] > 20, "no writing was seen at all")
    alone = "in an empty network namespace as well" if without_network(world, manual) else "no empty network namespace here"
    return f"{len(runs)} runs, {counts['calls']} calls seen: no socket, no program, all writing beneath the output; {alone}"


def without_network(world, manual):
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode:
        return False
    line = ["unshare", "-n", *world.line("build", manual, "--out", "alone", "--today", "2026-11-21")]
    ended = subprocess.run(line, cwd=world.place, env=world.environment(), capture_output=True, text=True)
    world.hold(ended.returncode == 0, f"without a network: {ended.stderr[:300]}")
    return True


def row_27(world):
    """a repository whose references, settings, hooks and filters are traps"""
    if shutil.which("git") is None:
        raise Skipped("no git here to make the repository with")
    folder = world.place / "repository"
    folder.mkdir()
    shutil.move(world.small("manual"), folder / "manual")
    ran = world.place / "ran"
    trap = world.place / "trap.sh"
    trap.write_text(f"#!/bin/sh\necho $0 $* >> {ran}\ncat\n")
    trap.chmod(0o755)
    safe = {**world.environment(), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words, **options):
        line = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.hooksPath=/dev/null", *words]
        done = subprocess.run(line, cwd=folder, env=safe, capture_output=True, text=True, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    git("init", "-q", "-b", "main")
    (folder / ".gitattributes").write_text("* filter=trap diff=trap merge=trap text eol=crlf\n")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    names = ["edition/1", "--output=x", "-h", "--upload-pack=touch x", "edition/$(touch x)", "edition/;touch x", "edition/@{u", "..", "edition/a b"]
    made = []
    for name in names:
        done = subprocess.run(["git", "update-ref", f"refs/tags/{name}", "HEAD"], cwd=folder, env=safe, capture_output=True)
        made += [name] if done.returncode == 0 else []
    # What git itself would refuse to make is put there as files.
    head = git("rev-parse", "HEAD")
    (folder / ".git/refs/tags/-rf").write_text(head + "\n")
    (folder / ".git/refs/tags/edition/dos puntos..").write_text(head + "\n")
    made += ["-rf", "edition/dos puntos.."]
    for key in ("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "diff.external", "credential.helper",
                "filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv", "diff.trap.command",
                "merge.trap.driver", "gpg.program", "uploadpack.packObjectsHook", "alias.status", "core.gitProxy"):
        git("config", key, f"!{trap}" if key.startswith("alias") else str(trap))
    git("config", "core.hooksPath", str(world.place / "hooks"))
    (world.place / "hooks").mkdir()
    for hook in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(trap, world.place / "hooks" / hook)
        shutil.copy(trap, folder / ".git/hooks" / hook)
    with (folder / "manual/services/s-00000.md").open("a", encoding="utf-8") as file:
        file.write("\nCambiado.\n")
    before = picture(folder)
    programs = []

    def decide(call):
        if call.name in ("execve", "execveat", "fork", "vfork"):
            programs.append(call)
        return None

    runs = [["build", "--out", str(world.place / "site"), "--today", "2026-11-21"], ["check"], ["diff", "edition/1", "draft"]]
    runs += [["diff", "--", name, "draft"] for name in made]
    ends = []
    for words in runs:
        ended = world.asked(decide, *words, cwd=folder)
        ends.append(ended.status)
        world.hold_calm(ended, f"{words}")
        if words[0] == "diff" and ended.status == 2:
            world.hold(len(ended.output.strip()) > 10, f"{words}: no message")
    world.hold(len(programs) == len(runs), f"{len(programs) - len(runs)} programs were started: {[str(p) for p in programs][:4]}")
    world.hold(not ran.exists(), lambda: f"it ran: {ran.read_text()}")
    world.hold(picture(folder) == before and not (world.place / "x").exists(), "the repository was touched")
    return f"{len(made)} names of tags, 18 settings and 5 hooks that would run something, {len(runs)} commands: nothing ran, nothing written ({ends.count(0)} answered, {len(ends) - ends.count(0)} refused)"
