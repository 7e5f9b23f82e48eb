"""What a process gives up for good before it looks at a paper from outside.

Time, memory and new files by limits; the network, other programs and other processes
by a filter of system calls (seccomp); every file but Python's own and Heed's code by
Landlock. All three are the kernel's, need no rights and cannot be taken back. Where a
kernel has no Landlock (before 5.13) files stay readable: `docs/deploy.md` says so.
"""

import ctypes
import os
import platform
import resource
import struct
import sys
from pathlib import Path

SECONDS = 30
BYTES = 256 * 1024 * 1024
ADDRESSES = 1024 * 1024 * 1024

_LIBC = ctypes.CDLL(None, use_errno=True)
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def limited() -> None:
    """Give up all but a little time and memory, and every byte of new files. Who waits
    for the reading ends it sooner, by the clock; this ends what nobody waits for."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def alone() -> bool:
    """Give up the network, other programs and processes; whether the kernel agreed."""
    wanted = _CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or wanted is None:
        return False
    architecture, calls = wanted
    program = _program(architecture, calls)
    lines = ctypes.create_string_buffer(program)
    whole = struct.pack("@HP", len(program) // 8, ctypes.addressof(lines))
    unprivileged = _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return not unprivileged and not _LIBC.prctl(_SECCOMP, _FILTER, whole, 0, 0)


# socket, connect, bind, sendto, sendmsg, socketpair, execve, execveat, ptrace, fork,
# vfork, clone, clone3, io_uring_setup, process_vm_readv and _writev, rename, unlink,
# truncate, link and their newer forms: by their numbers, which differ by machine.
_CALLS: dict[str, tuple[int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (
            *(41, 42, 49, 44, 46, 53, 59, 322, 101, 57, 58, 56, 435, 425, 310, 311),
            *(82, 264, 316, 87, 263, 76, 77, 86, 265, 88, 266, 90, 268),
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(198, 203, 200, 206, 211, 199, 221, 281, 117, 220, 435, 425, 270, 271),
            *(38, 276, 35, 45, 46, 37, 36, 53),
        ),
    ),
}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL, _NOT_PERMITTED = 0x7FFF0000, 0x80000000, 0x00050001
_OTHER_TABLE = 0x40000000
"""From here on x86 counts a second table of the same calls."""


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """The filter: calls of another machine end the process, ours in the list fail."""
    count = len(calls)
    lines = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, count + 1, 0, _OTHER_TABLE),
        *((_EQUAL, count - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOT_PERMITTED),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


# Landlock: the same numbers on every machine.
_NEW_RULES, _ADD_RULE, _RESTRICT = 444, 445, 446
_EVERY_ACCESS = (1 << 13) - 1
_READ = 1 << 2 | 1 << 3
_BENEATH = 1


def blind() -> bool:
    """Give up every file but those of Python and of Heed; whether the kernel agreed."""
    asked = struct.pack("=Q", _EVERY_ACCESS)
    rules = _LIBC.syscall(_NEW_RULES, asked, len(asked), 0)
    if rules < 0:
        return False
    for folder in _needed():
        held = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", _READ, held)
        _LIBC.syscall(_ADD_RULE, rules, _BENEATH, rule, 0)
        os.close(held)
    _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done = _LIBC.syscall(_RESTRICT, rules, 0)
    os.close(rules)
    return not done


def _needed() -> list[str]:
    code = Path(__file__).resolve().parents[1]
    folders = (sys.prefix, sys.base_prefix, code, "/usr", "/lib", "/lib64")
    there = dict.fromkeys(str(Path(folder).resolve()) for folder in folders)
    return [folder for folder in there if Path(folder).is_dir()]
