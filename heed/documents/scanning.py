"""Asks clamd about a file, where a deployment has one. Without an answer a file stays
"not scanned": it is never called clean by default."""

import socket
from collections.abc import Iterable

from django.conf import settings

from heed.documents.models import Quarantine

SECONDS = 60
LENGTH = 4


def verdict_on(pieces: Iterable[bytes]) -> str:
    """What clamd says of these bytes; `not_scanned` when nobody could be asked."""
    if not settings.CLAMD_SOCKET:
        return Quarantine.NOT_SCANNED
    try:
        answer = _ask(pieces)
    except OSError:
        return Quarantine.NOT_SCANNED
    if answer.endswith("FOUND"):
        return Quarantine.INFECTED
    return Quarantine.CLEAN if answer.endswith("OK") else Quarantine.NOT_SCANNED


def _ask(pieces: Iterable[bytes]) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as clamd:
        clamd.settimeout(SECONDS)
        clamd.connect(settings.CLAMD_SOCKET)
        clamd.sendall(b"zINSTREAM\0")
        for piece in pieces:
            clamd.sendall(len(piece).to_bytes(LENGTH) + piece)
        clamd.sendall(bytes(LENGTH))
        return clamd.recv(4096).rstrip(b"\0").decode(errors="replace")
