"""What is made to exhaust who opens it: how long the first look and the reading take,
and in how much memory.

    .venv/bin/python -m bench.quarantine

Goals (reference/security.md §6): a bomb is refused in 2 s and 64 MB more than an empty
file takes (F22), a picture of too many dots in 1 s (F28), a message of many parts, many
depths or 100 MB has its verdict in 30 s and 256 MB (F13). Each is looked at by a
process of its own, as the desk would; a message is read by the confined one.
"""

import io
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

from heed.documents import reading

MB = 1024 * 1024
MOST_MORE, SECONDS, MOST = 64, 30, 256
# Of a process that was started from a large one the kernel says the larger size: so its
# own is asked for, by way of a file that was opened before it is confined.
LOOK = """
import os, sys, time
status = os.open("/proc/self/status", os.O_RDONLY)
from heed.papers.limits import identify
from heed.papers.refusals import Refused
data = open(sys.argv[1], "rb").read()
begun = time.monotonic()
try:
    said = str(identify(data, sys.argv[2]))
except Refused as refused:
    said = f"refused: {refused.reason}"
spent = time.monotonic() - begun
used = os.pread(status, 9_000, 0).decode().split("VmHWM:")[1].split()[0]
print(f"{spent}|{used}|{said}")
"""
READ = """
import os, sys
status = os.open("/proc/self/status", os.O_RDONLY)
from heed.documents.child import main
main(sys.argv[1:])
os.write(2, os.pread(status, 9_000, 0))
"""


def zipped(write: Callable[[zipfile.ZipFile], None]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        write(package)
    return made.getvalue()


def nothing(package: zipfile.ZipFile) -> None:
    package.writestr("a.txt", "")


def ten_gigabytes(package: zipfile.ZipFile) -> None:
    package.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    with package.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(10 * 1024 // 16):
            part.write(bytes(16 * MB))


def a_million_parts(package: zipfile.ZipFile) -> None:
    for number in range(1_000_000):
        package.writestr(f"{number}", "")


def bombs_in_bombs(package: zipfile.ZipFile) -> None:
    inner = zipped(lambda inside: inside.writestr("a", bytes(99 * MB)))
    package.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    for number in range(200):
        package.writestr(f"word/media/{number}.bin", inner)


def a_picture() -> bytes:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 50_000, 50_000)
    return head + bytes(4 * MB)


def a_message(parts: int = 0, *, size: int = 0, depth: int = 0) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@b.example", "referrals@quillshire.example"
    message["Subject"] = "Referral"
    message.set_content("Name of child: Leo")
    for number in range(parts):
        message.add_attachment(
            b"\x89" * (size // parts), "image", "png", filename=f"{number}.png"
        )
    for _ in range(depth):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@b.example", "Fwd"
        outer.set_content("See below.")
        outer.add_attachment(message)
        message = outer
    return bytes(message)


BOMBS = {
    "an empty form (for the memory)": (lambda: zipped(nothing), 2),
    "10 GB in one part": (lambda: zipped(ten_gigabytes), 2),
    "a million parts": (lambda: zipped(a_million_parts), 2),
    "200 bombs in one": (lambda: zipped(bombs_in_bombs), 2),
    "a picture of 2,500 million dots": (a_picture, 1),
}
MESSAGES = {
    "a form of nothing (for the memory)": a_message,
    "500 parts": lambda: a_message(500, size=5 * MB),
    "50 deep": lambda: a_message(depth=50),
    "50 MB in one part": lambda: a_message(1, size=int(36.9 * MB)),
    "50 MB in ten parts": lambda: a_message(10, size=int(36.9 * MB)),
    "100 MB": lambda: a_message(1, size=75 * MB),
}


def main() -> int:
    return int(any([*_bombs(), *_messages()]))


def _bombs() -> Iterator[bool]:
    usual = 0
    for what, (made, seconds) in BOMBS.items():
        data = made()
        with tempfile.NamedTemporaryFile() as file:
            Path(file.name).write_bytes(data)
            spent, memory, said = _looked_at(file.name)
        more = memory - len(data) / MB - usual
        usual = usual or memory
        print(
            f"{what:<36} {len(data) / MB:6.1f} MB {spent:6.2f} s (goal {seconds}) "
            f"{more:5.0f} MB more (goal 64)  {said}"
        )
        yield spent > seconds or (usual != memory and more > MOST_MORE)


def _looked_at(path: str) -> tuple[float, float, str]:
    words = [sys.executable, "-c", LOOK, path, "form.docx"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    seconds, memory, said = done.stdout.strip().split("|")
    return float(seconds), int(memory) / 1024, said


def _messages() -> Iterator[bool]:
    for what, made in MESSAGES.items():
        raw = made()
        words = [sys.executable, "-m", "bench.quarantine", "message"]
        begun = time.monotonic()
        done = subprocess.run(words, input=raw, capture_output=True, check=True)
        spent = time.monotonic() - begun
        here, reader, said = done.stdout.decode().strip().split("|")
        print(
            f"{what:<36} {len(raw) / MB:6.1f} MB {spent:6.2f} s (goal 30) "
            f"{float(reader):5.0f} MB in the reader (goal 256), {float(here):4.0f} MB "
            f"in who asks  {said}"
        )
        yield spent > SECONDS or float(reader) > MOST


def one_message() -> None:
    """One message from standard input, read as in Heed; who reads it tells its size."""
    started = []

    def start(read_as: str) -> subprocess.Popen:
        pipe = subprocess.PIPE
        words = [sys.executable, "-c", READ, read_as]
        process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe)
        process.kill = lambda: started.append(largest(process.stderr.read()))
        return process

    reading.start = start
    raw = sys.stdin.buffer.read()
    apart = reading.take_apart_in_child(raw, "message.eml")
    here = largest(Path("/proc/self/status").read_bytes())
    files = len(apart.attached)
    print(f"{here}|{started[0]}|{apart.parts.problem or f'read, {files} files'}")


def largest(status: bytes) -> float:
    return int(status.split(b"VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    if sys.argv[1:] == ["message"]:
        one_message()
        sys.exit(0)
    sys.exit(main())
