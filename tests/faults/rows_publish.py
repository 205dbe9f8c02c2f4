"""Rows 1 to 11 and 13: what is published, when the disk, the processes or the people around it fail."""

import errno
import os
import pathlib
import random
import signal
import socket
import threading
import time

import calls
from world import Skipped, differences, picture

MS_REMOUNT_RDONLY_BIND, MS_BIND = 0x1021, 0x1000


def editions(world, services=1):
    """Two manuals that differ in every page, and what each publishes."""
    manuals, sites = {}, {}
    for edition in "12":
        manuals[edition] = world.small(f"m{edition}", edition, services)
        world.built(manuals[edition], f"clean{edition}")
        sites[edition] = picture(world.place / f"clean{edition}")
    return manuals, sites


def which(world, sites, out="site"):
    """The edition that is published, byte for byte; none if it is neither."""
    found = picture(world.place / out)
    return next((edition for edition, site in sites.items() if site == found), None)


def other(edition):
    return "2" if edition == "1" else "1"


def row_1(world):
    """each call on the disk fails once (EIO, then ENOSPC)"""
    manuals, sites = editions(world)
    world.built(manuals["1"])
    around = picture(world.place, skip=["site"])
    names = set(os.listdir(world.place))
    now, runs, failed, kept = "1", 0, 0, 0
    stride = 1 if world.thorough else 9
    for error in (errno.EIO, errno.ENOSPC):
        at = 0
        while True:
            at += stride if at > 12 else 1
            hit, count = [], 0

            def decide(call):
                nonlocal count
                if not call.path.startswith(str(world.place)):
                    return None
                if error == errno.ENOSPC and not call.writes():
                    return None
                count += 1
                if count == at:
                    hit.append(call)
                    return error

            ended = world.asked(decide, "build", manuals[other(now)], "--out", "site", "--today", "2026-11-21")
            runs += 1
            if not hit:
                break
            what = f"{errno.errorcode[error]} at call {at}, {hit[0]}"
            found = which(world, sites)
            world.hold(found, f"{what}: neither the old nor the new edition")
            leftovers = set(os.listdir(world.place)) - names
            if ended.status == 0:
                # Only what is no part of the work may fail without a word: looking for a repository, or whether a lock is known.
                world.hold(found == other(now), f"{what}: success, but not published")
                kept += 1
            else:
                failed += 1
                world.hold_failure(ended, what)
                inner = os.path.relpath(hit[0].path, world.place).split(os.sep)
                # Of the output the whole path is told, of the manual the path within it.
                named = str(world.place) in ended.output or "site" in ended.output or inner[0] in ended.output or len(inner) > 1 and inner[1] in ended.output
                world.hold(named, f"{what}: no path in {ended.output[:300]}")
            world.hold(not leftovers or all(name in ended.output for name in leftovers), f"{what}: {leftovers} left")
            if found:
                now = found
            if leftovers or not found:
                world.built(manuals[other(now)])
                now = other(now)
                world.hold(set(os.listdir(world.place)) == names, f"{what}: the next build leaves {leftovers}")
    world.hold(picture(world.place, skip=["site"]) == around, "something beside the output changed")
    return f"{runs} runs; {failed} refused with a message, {kept} went on as the call did not matter; old or new each time"


def sized(world, option, values, count):
    manuals, sites = editions(world, services=30)
    disk = world.place / "disk"
    first, second, refused = 0, 0, 0
    for value in values:
        world.mount("tmpfs", disk, "tmpfs", 0, f"{option}={value}")
        try:
            out = disk / "site"
            for edition in "12":
                ended = world.build(manuals[edition], out)
                what = f"{option}={value}, edition {edition}"
                found = picture(out) if out.exists() else {}
                world.hold(set(os.listdir(disk)) <= {"site"}, lambda: f"{what}: {os.listdir(disk)} left")
                if ended.status == 0:
                    world.hold(found == sites[edition], f"{what}: not the new edition")
                    first, second = first + (edition == "1"), second + (edition == "2")
                else:
                    refused += 1
                    world.hold_failure(ended, what, "disk/site")
                    world.hold(found in ({}, sites["1"]), f"{what}: neither the old edition nor none")
        finally:
            world.unmount(disk)
    world.hold(first and second and refused and second < len(values), "the sizes do not reach from too small to large enough")
    return f"{len(values)} {count}: {first} first editions and {second} second ones fit, {refused} builds refused, nothing left"


def row_2(world):
    """a tmpfs of several sizes"""
    step = 24 if world.thorough else 220
    return sized(world, "size", [f"{kilobytes}k" for kilobytes in range(16, 2600, step)], "sizes from 16 kB to 2.6 MB")


def row_3(world):
    """a tmpfs with few inodes"""
    step = 1 if world.thorough else 20
    return sized(world, "nr_inodes", list(range(3, 170, step)), "counts of inodes from 3 to 170")


def row_4(world):
    """kill -9 at random moments of a build of 3,000 pages, and before each call of a small one"""
    chance = random.Random(4)
    pages, kills = (3000, 200) if world.thorough else (300, 12)
    manuals, sites = editions(world, services=pages)
    names = set(os.listdir(world.place)) | {"site"}
    begun = time.monotonic()
    world.built(manuals["1"])
    whole = time.monotonic() - begun
    now, old, new, late, littered, done = "1", 0, 0, 0, 0, 0
    prefix = ".site.cartilla-"
    for number in range(kills):
        child = world.start("build", manuals[other(now)], "--out", "site", "--today", "2026-11-21")
        if number % 4:
            # Most of the time goes by before anything is written; three quarters of the kills fall in what matters.
            before = {name for name in os.listdir(world.place) if name.startswith(prefix)}
            while child.poll() is None and not {n for n in os.listdir(world.place) if n.startswith(prefix)} - before:
                time.sleep(0.001)
            moment = chance.uniform(0, whole * 0.6)
        else:
            moment = chance.uniform(0, whole)
        try:
            child.wait(moment)
            late += 1
        except Exception:
            child.kill()
            child.wait()
        found = which(world, sites)
        if not world.hold(found, f"kill {number} after {moment:.3f} s: neither the old nor the new edition"):
            break
        old, new = old + (found == now), new + (found != now)
        now = found
        left = set(os.listdir(world.place)) - names
        littered += bool(left)
        world.hold(all(name.startswith(prefix) for name in left), f"kill {number}: {left} left")
        done = number + 1
        if done % 10 == 0 or world.enough():
            world.built(manuals[other(now)])
            now = other(now)
            world.hold(which(world, sites) == now, "the build after the kills is not the new edition")
            world.hold(set(os.listdir(world.place)) == names, f"kill {number}: the next build leaves {os.listdir(world.place)}")
        if world.enough():
            break
    try:
        points = f"{killed_at_each_call(world)} calls"
    except calls.Unavailable as reason:
        points = f"no call ({reason})"
    return (
        f"{done} kills at {pages} pages: {old} times the old edition, {new} times the new one ({late} had ended); {littered} left working"
        f" folders, which the next build removed; and killed before each of {points}"
    )


def killed_at_each_call(world):
    world.place = world.place / "calls"
    world.place.mkdir()
    manuals, sites = editions(world)
    world.built(manuals["1"])
    names = set(os.listdir(world.place))
    now, at, points = "1", 0, 0
    while True:
        at += 1 if world.thorough else 11
        hit, count = [], 0

        def decide(call):
            nonlocal count
            if call.path.startswith(str(world.place)) and call.writes():
                count += 1
                if count == at:
                    hit.append(call)
                    return "kill"

        world.asked(decide, "build", manuals[other(now)], "--out", "site", "--today", "2026-11-21")
        if not hit:
            return points
        points += 1
        found = which(world, sites)
        world.hold(found, f"killed before {hit[0]}: neither the old nor the new edition")
        now = found or now
        world.built(manuals[other(now)])
        now = other(now)
        world.hold(which(world, sites) == now, f"killed before {hit[0]}: the next build is not whole")
        world.hold(set(os.listdir(world.place)) == names, f"killed before {hit[0]}: {os.listdir(world.place)} after the next build")


def row_5(world):
    """a reader asks for every address again and again while editions replace each other"""
    builds = 50 if world.thorough else 6
    manuals, sites = editions(world, services=100)
    world.built(manuals["1"])
    out, stop = world.place / "site", threading.Event()
    want = {name: {site[name][2] for site in sites.values()} for name in sites["1"].keys() & sites["2"].keys()}
    addresses = sorted(name for name in want if "." in name.rsplit("/", 1)[-1])
    read, missing, mixed = [0], [], []

    def reader():
        import hashlib

        while not stop.is_set():
            for name in addresses:
                try:
                    data = (out / name).read_bytes()
                except OSError as error:
                    missing.append(f"{name}: {error}")
                    continue
                read[0] += 1
                if hashlib.sha256(data).hexdigest() not in want[name]:
                    mixed.append(name)

    watcher = threading.Thread(target=reader)
    watcher.start()
    try:
        for number in range(builds):
            world.built(manuals["2" if number % 2 == 0 else "1"])
            done = number + 1
            if world.enough():
                break
    finally:
        stop.set()
        watcher.join()
    world.hold(not missing, f"{len(missing)} addresses not found: {missing[:3]}")
    world.hold(not mixed, f"{len(mixed)} files of neither edition: {mixed[:3]}")
    world.hold(read[0] > len(addresses), "the reader read too little")
    return f"{done} builds, {len(addresses)} addresses read {read[0]} times: {len(missing)} not found, {len(mixed)} of neither edition"


def row_6(world):
    """folders that are not ours, and files of others in ours"""
    manual = world.small("manual")
    home = pathlib.Path(world.environment()["HOME"])
    (home / "mine.txt").write_text("mine")
    before = picture(world.place), picture(home)
    places = {
        ".": world.place, "..": world.place / "manual", "/": world.place, str(home): world.place, str(home.parent): world.place,
        "manual": world.place, "manual/services": world.place, "manual/..": world.place,
    }
    for out, cwd in places.items():
        ended = world.build(manual, out, cwd=cwd)
        world.hold_failure(ended, f"--out {out}")
    world.hold((picture(world.place), picture(home)) == before, "a refused output was touched")
    refused = len(places)
    for name, make in {
        "repository": lambda path: (path / ".git").mkdir(), "photos": lambda path: (path / "a.jpg").write_text("x"),
        "hidden": lambda path: (path / ".env").write_text("x"), "marked": lambda path: (path / ".cartilla").write_text("{}"),
        "linked": lambda path: (path / ".cartilla").symlink_to("/dev/null"),
    }.items():
        folder = world.place / name
        folder.mkdir()
        make(folder)
        was = picture(folder)
        world.hold_failure(world.build(manual, name), f"--out {name}", name)
        world.hold_failure(world.build(manual, name, "--force"), f"--out {name} --force", name)
        world.hold(picture(folder) == was, f"{name} was touched")
        refused += 2
    world.built(manual)
    sentinels = {"CNAME": b"x", ".git/config": b"y", "assets/mine/photo.jpg": b"z", "services/": None, "extra/deep/er/a.txt": b"w"}
    for name, content in sentinels.items():
        path = world.place / "site" / name
        (path if content is None else path.parent).mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content)
    (world.place / "site/link").symlink_to("/etc/passwd")
    os.chmod(world.place / "site/CNAME", 0o640)
    mine = {name: what for name, what in picture(world.place / "site").items()}
    for number in range(3):
        world.service(manual, 0, f"otra {number}")
        world.built(manual)
        now = picture(world.place / "site")
        lost = [n for n in [*filter(lambda n: sentinels[n] is not None, sentinels), "link", "services"] if now.get(n) != mine[n]]
        world.hold(not lost, f"build {number} lost or changed {lost}")
    return f"{refused} outputs refused untouched; {len(sentinels) + 1} files and folders of others kept over 3 builds"


def row_7(world):
    """generated files changed by hand"""
    manual = world.small("manual")
    world.built(manual)
    site = world.place / "site"
    clean = picture(site)
    cases = {
        "changed": lambda path: path.write_text("by hand"),
        "emptied": lambda path: path.write_text(""),
        "one byte more": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
        "a link instead": lambda path: (path.unlink(), path.symlink_to("/etc/passwd")),
        "a folder instead": lambda path: (path.unlink(), path.mkdir()),
    }
    files = ["index.html", "assets/theme/site.css", "service-s-00000.html"]
    for file in files:
        for case, change in cases.items():
            change(site / file)
            was = picture(site)
            world.hold_failure(world.build(manual), f"{file} {case}", file)
            world.hold(picture(site) == was, f"{file} {case}: touched without --force")
            world.built(manual, "site", "--force")
            world.hold(picture(site) == clean, f"{file} {case}: --force does not publish anew: {differences(picture(site), clean)}")
    return f"{len(files) * len(cases)} changes: each named and kept, and replaced with --force"


def row_8(world):
    """20 builds of two editions at once"""
    manuals, sites = editions(world, services=20)
    rounds, results = (5 if world.thorough else 1), []
    for _ in range(rounds):
        children = [world.start("build", manuals["12"[n % 2]], "--out", "site", "--today", "2026-11-21") for n in range(20)]
        for child in children:
            output = child.communicate(timeout=300)[0].decode("utf-8", "replace")
            results.append(child.returncode)
            world.hold(child.returncode == 0 or child.returncode == 2 and "site" in output, f"a build ended with {child.returncode}: {output[:300]}")
        world.hold(which(world, sites), "what is published is neither edition")
        world.hold(set(os.listdir(world.place)) == {"m1", "m2", "clean1", "clean2", "site"}, f"{os.listdir(world.place)} left")
    return f"{len(results)} builds, 20 at a time: {results.count(0)} published in turn, {len(results) - results.count(0)} refused with a message"


def row_9(world):
    """an output that is mounted for reading only"""
    manuals, sites = editions(world)
    disk = world.place / "disk"
    disk.mkdir()
    world.built(manuals["1"], disk / "site")
    world.mount(disk, disk, None, MS_BIND)
    try:
        world.mount(disk, disk, None, MS_REMOUNT_RDONLY_BIND)
        for out in ("disk/site", "disk/new", "disk/new/deeper"):
            ended = world.build(manuals["2"], out)
            world.hold_failure(ended, f"--out {out}", "disk")
            world.hold(len(ended.output.strip().splitlines()) <= 3, f"more than one message: {ended.output[:300]}")
            world.hold(which(world, sites, "disk/site") == "1" and os.listdir(disk) == ["site"], "something was written")
    finally:
        world.unmount(disk)
    return "3 outputs (a former edition, a new folder, a deeper one): one message each, nothing written"


def row_10(world):
    """the manual is rewritten all the time while it is built"""
    services, rounds = (60, 60) if world.thorough else (60, 12)
    manual = world.small("manual", "0", services)
    world.built(manual)
    stop, writes = threading.Event(), [0]

    def rewrite():
        # Every file in turn, whole and at once, as editors and git do; all files of a round say the same number.
        while not stop.is_set():
            writes[0] += 1
            for number in range(services):
                path = manual / f"services/s-{number:05}.md"
                text = f"---\nname: Servicio {number}\n---\n\nTexto del servicio {number}, edición {writes[0]}.\n"
                new = path.with_name(f".new-{number}")
                new.write_text(text, "utf-8")
                new.rename(path)
            # A moment of rest, which a build may fall into.
            time.sleep(chance.choice([0, 0, 0.02, 0.5, 3]))

    try:
        world.hold(*between_two_readings(world))
    except calls.Unavailable:
        # The loop below is what is left to do here.
        pass
    chance = random.Random(10)
    writer = threading.Thread(target=rewrite)
    writer.start()
    published, refused = 0, 0
    try:
        for number in range(rounds):
            ended = world.build(manual)
            world.hold_calm(ended, "a build of a manual that changes")
            said = []
            for page in sorted((world.place / "site").glob("service-s-*.html")):
                text = page.read_text("utf-8")
                said.append(int(text.split(", edición ")[1].split(".")[0]))
            # One round rewrites from the first to the last: at any moment a head of the files is one round ahead of the tail.
            steps = [(a, b) for a, b in zip(said, said[1:]) if a != b]
            one_moment = len(steps) == 0 or len(steps) == 1 and steps[0][0] == steps[0][1] + 1
            world.hold(one_moment, f"build {number} mixes moments: {said}")
            if ended.status == 0:
                published += 1
            else:
                refused += 1
                world.hold_failure(ended, "a manual that changes", "services/s-")
    finally:
        stop.set()
        writer.join()
    return f"{rounds} builds, {writes[0]} rewritings of {services} files: {published} of one moment, {refused} refused by name"


def between_two_readings(world):
    """A manual that is rewritten when half of it has been read: the build that would mix both is refused."""
    manual, out = world.small("half", "1", 10), world.place / "half-site"
    world.built(manual, out)
    before, opened = picture(out), []

    def rewrite(call):
        if call.name == "openat" and call.path.endswith("/s-00005.md") and not opened:
            opened.append(call)
            for number in range(10):
                world.service(manual, number, "2")

    ended = world.asked(rewrite, "build", manual, "--out", out, "--today", "2026-11-21")
    world.hold_failure(ended, "a manual that changed when half was read", "services/s-0000")
    return opened and picture(out) == before, "half of one edition and half of the next were published"


def row_11(world):
    """dates of files in 1970, 2100 and out of order"""
    manual = world.small("manual", "1", 3)
    world.built(manual, "clean")
    clean = picture(world.place / "clean")
    stamps = {"1970": 0, "2100": 4102444800, "1 s before 1970": -1}
    for name, stamp in stamps.items():
        for path in manual.rglob("*"):
            os.utime(path, (stamp, stamp))
        world.built(manual)
        world.hold(picture(world.place / "site") == clean, f"{name}: other bytes")
        # A change that brings back the old date and size is seen all the same.
        path = manual / "services/s-00001.md"
        text = path.read_text("utf-8")
        path.write_text(text.replace("edición 1", "edición 7"), "utf-8")
        os.utime(path, (stamp, stamp))
        world.built(manual)
        world.hold("edición 7" in (world.place / "site/service-s-00001.html").read_text("utf-8"), f"{name}: a change was not seen")
        path.write_text(text, "utf-8")
        for page in (world.place / "site").rglob("*.html"):
            os.utime(page, (stamp, stamp))
    return f"{len(stamps)} dates: same bytes, and a change with the old date and size is published"


def row_13(world):
    """random edits: the build over the former edition equals a clean one"""
    edits, chance = (500 if world.thorough else 12), random.Random(13)
    manual = world.small("manual", "0", 12)
    world.built(manual)
    services = manual / "services"
    done = {"changed": 0, "added": 0, "removed": 0, "renamed": 0}
    for number in range(edits):
        present = sorted(services.iterdir())
        kind = chance.choice(list(done)) if len(present) > 3 else "added"
        if kind == "changed":
            world.service(manual, int(chance.choice(present).stem[2:]), number)
        elif kind == "added":
            world.service(manual, 1000 + number, number)
        elif kind == "removed":
            chance.choice(present).unlink()
        else:
            chance.choice(present).rename(services / f"s-{2000 + number:05}.md")
        done[kind] += 1
        world.built(manual)
        world.built(manual, f"clean-{number}")
        site, clean = picture(world.place / "site"), picture(world.place / f"clean-{number}")
        world.hold(site == clean, lambda: f"after edit {number} ({kind}) they differ in {differences(site, clean)}")
        if not world.broken:
            import shutil

            shutil.rmtree(world.place / f"clean-{number}")
        if world.enough():
            break
    shares = ", ".join(f"{count} {kind}" for kind, count in done.items())
    return f"{number + 1} edits ({shares}): same bytes each time; there is no partial rebuild, every build compiles the whole manual"
