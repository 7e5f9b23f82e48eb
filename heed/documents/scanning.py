"""Asks clamd about a file, where a deployment has one. Without an answer a file stays
"not scanned": it is never called clean by default."""

import socket
import time
from collections.abc import Iterable, Iterator

from django.conf import settings

from heed.documents.models import Quarantine

SECONDS = 60
"""For the whole of one file: a scanner that answers drop by drop does not hold us."""
LENGTH = 4
PIECE = 256 * 1024
LONGEST_ANSWER = 4096
TOO_LARGE = (
    "It is larger than the virus scanner takes, so nobody has scanned it. Whoever "
    "looks after this installation can raise StreamMaxLength, MaxFileSize and "
    "MaxScanSize of clamd."
)
# It looked at a part. Without AlertExceedsMax it says that all is well then.
NOT_ALL_OF_IT = "Heuristics.Limits.Exceeded"


def verdict_on(pieces: Iterable[bytes]) -> str:
    """What clamd says of these bytes: `clean`, `infected`, `refused` where they are
    more than it takes; `not_scanned` when nobody could be asked or answered that."""
    if not settings.CLAMD_SOCKET:
        return Quarantine.NOT_SCANNED
    try:
        answer = _asked(b"zINSTREAM\0", pieces)
    except OSError:
        return Quarantine.NOT_SCANNED
    if "size limit exceeded" in answer or NOT_ALL_OF_IT in answer:
        return Quarantine.REFUSED
    if answer.endswith(" FOUND"):
        return Quarantine.INFECTED
    return Quarantine.CLEAN if answer == "stream: OK" else Quarantine.NOT_SCANNED


def scanner_answers() -> bool:
    """Whether clamd is there at all."""
    try:
        return _asked(b"zPING\0", None) == "PONG"
    except OSError:
        return False


def _asked(command: bytes, pieces: Iterable[bytes] | None) -> str:
    until = time.monotonic() + SECONDS
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as clamd:
        clamd.settimeout(SECONDS)
        clamd.connect(settings.CLAMD_SOCKET)
        clamd.sendall(command)
        try:
            for piece in _small(pieces or ()):
                _still_in_time(clamd, until)
                clamd.sendall(len(piece).to_bytes(LENGTH) + piece)
            if pieces is not None:
                clamd.sendall(bytes(LENGTH))
        except BrokenPipeError:
            # Of a file that is too large clamd says so and hangs up while it is sent.
            pass
        return _answer(clamd, until)


def _small(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that clamd takes; an empty one would end the file."""
    for piece in pieces:
        for at in range(0, len(piece), PIECE):
            yield piece[at : at + PIECE]


def _answer(clamd: socket.socket, until: float) -> str:
    said = b""
    while b"\0" not in said and len(said) < LONGEST_ANSWER:
        _still_in_time(clamd, until)
        more = clamd.recv(LONGEST_ANSWER)
        if not more:
            break
        said += more
    return said.partition(b"\0")[0].decode(errors="replace")


def _still_in_time(clamd: socket.socket, until: float) -> None:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    clamd.settimeout(left)
