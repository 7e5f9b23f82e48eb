"""A folder that is there whole or not at all, for its owner alone."""

import os
import secrets
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heed.config.one_sentence import CannotBeDone

OWN = 0o700
NOBODY_ELSE = 0o077


def must_be_free(target: Path) -> Path:
    """The full path of a folder to be made; refused where something is there."""
    target = Path(target).absolute()
    if not target.parent.is_dir():
        raise CannotBeDone(f"There is no folder {target.parent} to make it in.")
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise CannotBeDone(f"{target} is there and is no folder. Name a new one.")
    if target.is_dir() and any(target.iterdir()):
        raise CannotBeDone(f"{target} holds something already. Name a new folder.")
    return target


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Fill a folder beside the target and give it its name when it is whole. Whatever
    goes wrong, nothing is left of it."""
    target = must_be_free(target)
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    before = os.umask(NOBODY_ELSE)
    try:
        with _ending_in_order():
            partial.mkdir(mode=OWN)
            yield partial
            _sync(partial)
            partial.rename(target)
            _sync_one(target.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    finally:
        os.umask(before)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Told to stop, the process clears up first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _sync(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        _sync_one(path)


def _sync_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
