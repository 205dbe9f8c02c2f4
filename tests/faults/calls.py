"""The calls that a program makes of the system, one by one, and what becomes of them: let through, failed, or the program killed.

The kernel asks before each call of a list is done (seccomp's user notification, Linux 5.5 and later): a filter is laid on the child before
it starts, and this process answers for all its threads. So the calls are counted over the whole program; strace counts its injections
thread by thread and would never reach the hundredth call of one thread when another fails first.
"""

import array
import ctypes
import errno
import fcntl
import os
import platform
import select
import signal
import socket
import struct
import time

# Names by number, and which argument is a descriptor or a path. `at` is a folder's descriptor followed by a path.
AMD64 = {
    0: ("read", "fd"), 1: ("write", "fd"), 2: ("open", "path"), 18: ("pwrite64", "fd"), 20: ("writev", "fd"), 40: ("sendfile", "fd"),
    41: ("socket", None), 42: ("connect", None), 49: ("bind", None), 57: ("fork", None), 58: ("vfork", None), 59: ("execve", "path"),
    73: ("flock", "fd"), 74: ("fsync", "fd"), 75: ("fdatasync", "fd"), 77: ("ftruncate", "fd"), 82: ("rename", "path"),
    83: ("mkdir", "path"), 84: ("rmdir", "path"), 85: ("creat", "path"), 86: ("link", "path"), 87: ("unlink", "path"),
    88: ("symlink", "path"), 90: ("chmod", "path"), 91: ("fchmod", "fd"), 217: ("getdents64", "fd"), 257: ("openat", "at"),
    258: ("mkdirat", "at"), 263: ("unlinkat", "at"), 264: ("renameat", "at"), 265: ("linkat", "at"), 266: ("symlinkat", "at"),
    268: ("fchmodat", "at"), 316: ("renameat2", "at"), 322: ("execveat", "at"), 326: ("copy_file_range", "fd"), 437: ("openat2", "at"),
}
ARM64 = {
    63: ("read", "fd"), 64: ("write", "fd"), 68: ("pwrite64", "fd"), 66: ("writev", "fd"), 71: ("sendfile", "fd"), 198: ("socket", None),
    203: ("connect", None), 200: ("bind", None), 221: ("execve", "path"), 32: ("flock", "fd"), 82: ("fsync", "fd"),
    83: ("fdatasync", "fd"), 46: ("ftruncate", "fd"), 52: ("fchmod", "fd"), 61: ("getdents64", "fd"), 56: ("openat", "at"),
    34: ("mkdirat", "at"), 35: ("unlinkat", "at"), 38: ("renameat", "at"), 37: ("linkat", "at"), 36: ("symlinkat", "at"),
    53: ("fchmodat", "at"), 276: ("renameat2", "at"), 281: ("execveat", "at"), 285: ("copy_file_range", "fd"), 437: ("openat2", "at"),
}
TABLES = {"x86_64": (AMD64, 0xC000003E, 317), "aarch64": (ARM64, 0xC00000B7, 277)}

# What changes a disk; reads may fail as well.
CHANGES = {
    "write", "pwrite64", "writev", "sendfile", "fsync", "fdatasync", "ftruncate", "rename", "mkdir", "rmdir", "creat", "link", "unlink",
    "symlink", "chmod", "fchmod", "mkdirat", "unlinkat", "renameat", "renameat2", "linkat", "symlinkat", "fchmodat", "copy_file_range",
}
OPENS = {"open", "openat", "openat2", "creat"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_RECEIVE, _SEND, _VALID = 0xC0502100, 0xC0182101, 0x40082102
_CONTINUE = 1
_libc = ctypes.CDLL(None, use_errno=True)


class Unavailable(Exception):
    """This machine cannot do it; the text says why."""


class Call:
    def __init__(self, name, path, flags, number):
        self.name, self.path, self.flags, self.number = name, path, flags, number

    def writes(self):
        return self.name in CHANGES or self.name in OPENS and bool(self.flags & WRITING)

    def __str__(self):
        return f"{self.name}({self.path or ''})"


class Ended:
    def __init__(self, status, output, seconds, memory):
        self.status, self.output, self.seconds, self.memory = status, output, seconds, memory


def _filter(numbers, arch):
    """BPF: another architecture is killed, a listed number is asked for, all else is allowed."""
    code = [(0x20, 0, 0, 4), (0x15, 1, 0, arch), (0x06, 0, 0, 0x80000000), (0x20, 0, 0, 0)]
    listed = sorted(numbers)
    for at, number in enumerate(listed):
        code.append((0x15, len(listed) - at, 0, number))
    code += [(0x06, 0, 0, 0x7FFF0000), (0x06, 0, 0, 0x7FC00000)]
    return b"".join(struct.pack("HBBI", *line) for line in code), len(code)


def _install(numbers, arch, number_of_seccomp):
    program, length = _filter(numbers, arch)
    buffer = ctypes.create_string_buffer(program)

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]

    if _libc.prctl(38, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    listener = _libc.syscall(number_of_seccomp, 1, 8, ctypes.byref(Program(length, ctypes.addressof(buffer))))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener


def _text(pid, address):
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        # A path may end just before a page that is not there.
        taken = memory.read(min(4096, 4096 - address % 4096))
        if b"\0" not in taken:
            taken += memory.read(4096)
    return os.fsdecode(taken.split(b"\0")[0])


def _link(path):
    try:
        return os.readlink(path)
    except OSError:
        return ""


def _call(table, pid, number, arguments):
    name, kind = table[number]
    path, flags = "", 0
    try:
        if kind == "fd":
            path = _link(f"/proc/{pid}/fd/{arguments[0]}")
        elif kind == "path":
            path = os.path.join(_link(f"/proc/{pid}/cwd"), _text(pid, arguments[0]))
            flags = arguments[1] if name == "open" else 0
        elif kind == "at":
            # The target of a link is its first argument, its place the other two.
            first = arguments[1:] if name == "symlinkat" else arguments
            folder = ctypes.c_int(first[0] & 0xFFFFFFFF).value
            base = _link(f"/proc/{pid}/cwd") if folder == -100 else _link(f"/proc/{pid}/fd/{folder}")
            path = os.path.join(base, _text(pid, first[1]))
            flags = arguments[2] if name == "openat" else 0
    except OSError:
        pass
    return Call(name, path, flags, number)


def run(line, decide, *, cwd, environment, names=None, timeout=300):
    """Runs a program. `decide(call)` answers each call: None lets it through, a number is the error it fails with, "kill" ends the program.

    The names are those of the calls to be asked for; without them all of the list. Raises Unavailable where the kernel or the container does
    not let us."""
    if platform.machine() not in TABLES:
        raise Unavailable(f"no list of calls for {platform.machine()}")
    table, arch, number_of_seccomp = TABLES[platform.machine()]
    numbers = [n for n, (name, _) in table.items() if names is None or name in names]
    ours, theirs = socket.socketpair()
    read, write = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        try:
            os.chdir(cwd)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(write, 1)
            os.dup2(write, 2)
            listener = -1
            try:
                listener = _install(numbers, arch, number_of_seccomp)
            except OSError as error:
                theirs.sendmsg([str(error).encode()])
                os._exit(126)
            theirs.sendmsg([b"+"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [listener]))])
            os.execve(line[0], line, environment)
        finally:
            os._exit(127)
    theirs.close()
    os.close(write)
    said, ancillary, _, _ = ours.recvmsg(1024, socket.CMSG_SPACE(4))
    ours.close()
    if not ancillary:
        os.close(read)
        os.waitpid(pid, 0)
        raise Unavailable(f"seccomp: {said.decode() or 'refused'}")
    listener = array.array("i", ancillary[0][2])[0]
    output = bytearray()
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    poll.register(read, select.POLLIN)
    opened = {listener, read}
    try:
        while opened:
            for fd, event in poll.poll(1000):
                if fd == read:
                    piece = os.read(read, 65536)
                    output += piece
                    if not piece:
                        poll.unregister(read)
                        opened.discard(read)
                elif event & select.POLLIN:
                    _answer(listener, table, decide, pid)
                else:
                    poll.unregister(listener)
                    opened.discard(listener)
            if time.monotonic() - begun > timeout:
                os.kill(pid, signal.SIGKILL)
                raise AssertionError(f"it did not end within {timeout} s")
    finally:
        os.close(listener)
        os.close(read)
        _, status, usage = os.wait4(pid, 0)
    return Ended(os.waitstatus_to_exitcode(status), output.decode("utf-8", "replace"), time.monotonic() - begun, usage.ru_maxrss)


def _answer(listener, table, decide, pid):
    notice = bytearray(80)
    try:
        fcntl.ioctl(listener, _RECEIVE, notice)
    except OSError:
        return
    key, thread, _, number, _, _ = struct.unpack_from("QIIiIQ", notice)
    arguments = struct.unpack_from("6Q", notice, 32)
    call = _call(table, thread, number, arguments)
    verdict = decide(call)
    try:
        if verdict == "kill":
            os.kill(pid, signal.SIGKILL)
            return
        answer = struct.pack("QqiI", key, 0, 0, _CONTINUE) if verdict is None else struct.pack("QqiI", key, 0, -verdict, 0)
        fcntl.ioctl(listener, _SEND, answer)
    except OSError as error:
        # The thread is gone, or a signal interrupted its call and it asks again.
        if error.errno not in (errno.ENOENT, errno.ESRCH):
            raise
