"""Small files that are there whole or not at all, whenever the machine stops."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER_ALONE = 0o600


def write_once(path: Path, text: str, mode: int = OWNER_ALONE) -> bool:
    """Write a file unless it is there already; whether it was written."""
    beside = _write_beside(path, text, mode)
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return False
    finally:
        beside.unlink()
    _sync_folder(path.parent)
    return True


def write_over(path: Path, text: str, mode: int = OWNER_ALONE) -> None:
    """Put a new file in the place of an old one."""
    _write_beside(path, text, mode).replace(path)
    _sync_folder(path.parent)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep every other process that asks for the same out of this folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write_beside(path: Path, text: str, mode: int) -> Path:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    return beside


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
