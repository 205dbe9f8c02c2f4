"""What every row needs: manuals to build, the program to build them with, pictures of folders before and after, and mounts.

A row asks `world.hold(condition, text)` for each thing that it promises; the first texts that did not hold are shown with its verdict.
"""

import ctypes
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import stat
import subprocess
import time

import calls

TODAY = "2026-11-21"
_libc = ctypes.CDLL(None, use_errno=True)

MANIFEST = """organization: { name: Ferretería El Tornillo }
document:
  code: MAN-01
  title: Manual de prueba
  edition: "%s"
  status: in_force
  approved: 2026-10-01
  effective: 2026-11-01
  review_by: 2027-10-31
  owner: jefatura
  approvals:
    - { role: jefatura, on: 2026-10-01 }
  distribution:
    - { to: jefatura, medium: impreso }
  changes:
    - { edition: "%s", date: 2026-11-01, what: Primera edición. }
languages: { default: es }
currency: PEN
# These manuals try the disk; what they lack is the matter of other tests.
lints: { A: off, B: off, C: off, D: off, P: off, F: off, L: off, W: off, I717: off }
"""
# So light a page that three thousand of them are written in seconds.
LAYOUT = """<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><title>{{ page.head_title }}</title></head>
<body class="is-{{ page.kind }}">{% block head %}<h1 id="{{ page.id }}">{{ page.title }}</h1>{% endblock %}{% block meta %}{% endblock %}{% block dates %}{% endblock %}
{% block body %}{% block toc %}{% endblock %}{{ page.body }}{% block index %}{% endblock %}{% endblock %}{% block side %}{% endblock %}
<p>{{ control.digest }}</p></body></html>
"""


class Skipped(Exception):
    """The machine cannot do it; the text says why."""


class Ended:
    def __init__(self, status, output, seconds, memory):
        self.status, self.output, self.seconds, self.memory = status, output, seconds, memory


class World:
    def __init__(self, program, manual, work, thorough, minutes=None):
        self.program, self.manual = pathlib.Path(program).resolve(), pathlib.Path(manual).resolve()
        self.work, self.thorough = pathlib.Path(work).resolve(), thorough
        self.mounts, self.minutes = None, minutes
        # A program that is killed or fails leaves no picture of its memory behind, for children of ours have our limits.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        self.begin("0")

    # --- a row ------------------------------------------------------------------------------------------------------

    def begin(self, row):
        self.held, self.broken, self.begun = 0, [], time.monotonic()
        self.place = self.work / f"row-{row}"
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)

    def enough(self):
        """Whether a row that repeats itself has had its time; it then tells how often it did."""
        return self.minutes is not None and time.monotonic() - self.begun > 60 * self.minutes

    def hold(self, condition, text):
        if condition:
            self.held += 1
        else:
            self.broken.append(text() if callable(text) else text)
        return bool(condition)

    # --- manuals ----------------------------------------------------------------------------------------------------

    def small(self, name, edition="1", services=1, light=True):
        """A manual of a role and some services, whose every text says the edition."""
        folder = self.place / name
        (folder / "services").mkdir(parents=True)
        (folder / "manual.yaml").write_text(MANIFEST % (edition, edition), "utf-8")
        (folder / "roles.yaml").write_text("jefatura:\n  name: Jefatura\n", "utf-8")
        for number in range(services):
            self.service(folder, number, edition)
        if light:
            layout = folder / "theme/html/page/layout.html"
            # The first line of a copy says of which original it is.
            copied = self.run("theme", "--copy", "html/page/layout.html", folder)
            assert copied.status == 0, copied.output
            layout.write_text(layout.read_text("utf-8").split("\n", 1)[0] + "\n" + LAYOUT, "utf-8")
        return folder

    def service(self, folder, number, edition):
        text = f"---\nname: Servicio {number}\n---\n\nTexto del servicio {number}, edición {edition}.\n"
        (folder / f"services/s-{number:05}.md").write_text(text, "utf-8")

    def example(self, name="manual", original=False):
        """A copy of the example manual; on request without its translation."""
        folder = self.place / name
        shutil.copytree(self.manual, folder)
        if original:
            for path in [*folder.rglob("*.en.yaml"), *folder.rglob("*.en.md")]:
                path.unlink()
            manifest = folder / "manual.yaml"
            text = manifest.read_text("utf-8")
            alone = text.replace(", others: [en] }", " }")
            assert alone != text, "the example names its languages in another way"
            manifest.write_text(alone, "utf-8")
        return folder

    # --- the program ------------------------------------------------------------------------------------------------

    def environment(self, **more):
        home = self.work / "home"
        home.mkdir(exist_ok=True)
        return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(home), "LANG": "en_US.UTF-8", **more}

    def line(self, *words):
        return [str(self.program), *map(str, words)]

    def start(self, *words, cwd=None, **options):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, **options}
        environment = options.pop("environment", None) or self.environment()
        return subprocess.Popen(self.line(*words), cwd=cwd or self.place, env=environment, **options)

    def run(self, *words, timeout=300, **options):
        begun = time.monotonic()
        child = self.start(*words, **options)
        watch = _Watch(child, timeout)
        output = child.stdout.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
        if watch.killed:
            raise AssertionError(f"{' '.join(map(str, words))} did not end within {timeout} s")
        return Ended(child.returncode, output, time.monotonic() - begun, usage.ru_maxrss)

    def build(self, manual, out="site", *words, **options):
        return self.run("build", manual, "--out", out, "--today", TODAY, *words, **options)

    def built(self, manual, out="site", *words, **options):
        """A build that must succeed."""
        ended = self.build(manual, out, *words, **options)
        if ended.status != 0:
            raise AssertionError(f"a build that should succeed ends with {ended.status}: {ended.output[:600]}")
        return ended

    def asked(self, decide, *words, **options):
        """A run of which each call is decided."""
        options = {"cwd": self.place, "environment": self.environment(), **options}
        return calls.run(self.line(*words), decide, **options)

    def has_pdf(self):
        if not hasattr(self, "_pdf"):
            self._pdf = self.build("nowhere", "site", "--format", "pdf").output.count("PDF") == 0
        return self._pdf

    # --- what is promised of every failure ------------------------------------------------------------------------------

    def hold_calm(self, ended, what):
        """No panic and no signal, whatever the end."""
        calm = ended.status in (0, 1, 2) and "panicked" not in ended.output and "RUST_BACKTRACE" not in ended.output
        return self.hold(calm, lambda: f"{what}: ended with {ended.status}: {ended.output[:300]}")

    def hold_failure(self, ended, what, *names):
        """It ends with 1 or 2 and a message that holds each of the names."""
        self.hold_calm(ended, what)
        missing = [name for name in names if name not in flat(ended.output)]
        fails = ended.status in (1, 2) and ended.output.strip() and not missing
        return self.hold(fails, lambda: f"{what}: status {ended.status}, without {missing} in: {ended.output[:400]}")

    # --- mounts -----------------------------------------------------------------------------------------------------

    def unshare(self):
        """A namespace of mounts of this process alone, which ends with it."""
        CLONE_NEWNS, CLONE_NEWUSER, MS_REC_PRIVATE = 0x20000, 0x10000000, 0x44000
        flags = CLONE_NEWNS if os.geteuid() == 0 else CLONE_NEWNS | CLONE_NEWUSER
        user, group = os.geteuid(), os.getegid()
        if _libc.unshare(flags) != 0:
            self.mounts = os.strerror(ctypes.get_errno())
            return
        if flags & CLONE_NEWUSER:
            pathlib.Path("/proc/self/setgroups").write_text("deny")
            pathlib.Path("/proc/self/uid_map").write_text(f"0 {user} 1")
            pathlib.Path("/proc/self/gid_map").write_text(f"0 {group} 1")
        if _libc.mount(b"none", b"/", None, MS_REC_PRIVATE, None) != 0:
            self.mounts = os.strerror(ctypes.get_errno())
            return
        probe = self.work / "probe"
        probe.mkdir(exist_ok=True)
        if _libc.mount(b"tmpfs", os.fsencode(probe), b"tmpfs", 0, b"size=64k") != 0:
            self.mounts = os.strerror(ctypes.get_errno())
        else:
            _libc.umount2(os.fsencode(probe), 2)

    def mount(self, source, target, kind=None, flags=0, data=""):
        if self.mounts:
            raise Skipped(f"no right to mount here ({self.mounts})")
        pathlib.Path(target).mkdir(parents=True, exist_ok=True)
        arguments = [os.fsencode(source), os.fsencode(target), kind.encode() if kind else None]
        if _libc.mount(*arguments, flags, data.encode()) != 0:
            raise Skipped(f"mount {target}: {os.strerror(ctypes.get_errno())}")

    def unmount(self, target):
        _libc.umount2(os.fsencode(target), 2)


class _Watch:
    """Kills a program that does not end."""

    def __init__(self, child, seconds):
        import threading

        self.killed, self.child = False, child
        self.timer = threading.Timer(seconds, self.kill)
        self.timer.start()

    def kill(self):
        self.killed = True
        os.kill(self.child.pid, signal.SIGKILL)

    def end(self):
        self.timer.cancel()


def flat(text):
    """A text without the breaks and marks that a message takes on to fit a terminal."""
    return re.sub(r"\s+", " ", text)


def picture(folder, skip=()):
    """Every name beneath a folder with what it is: bytes by digest, links by where they lead, and permissions."""
    seen = {}
    folder = os.fspath(folder)
    for base, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if os.path.relpath(os.path.join(base, name), folder) not in skip]
        for name in [*folders, *files]:
            path = os.path.join(base, name)
            inner = os.path.relpath(path, folder)
            if inner in skip:
                continue
            data = os.lstat(path)
            if stat.S_ISLNK(data.st_mode):
                what = os.readlink(path)
            elif stat.S_ISREG(data.st_mode):
                with open(path, "rb") as file:
                    what = hashlib.sha256(file.read()).hexdigest()
            else:
                what = ""
            seen[inner] = (stat.S_IFMT(data.st_mode), stat.S_IMODE(data.st_mode), what)
    return seen


def differences(one, other):
    """A few of the names in which two pictures differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))[:6]
