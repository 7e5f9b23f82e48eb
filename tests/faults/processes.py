"""Processes that do something, die in the middle of it, or race each other."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from multiprocessing import Pipe

from django.db import connection, connections
from django.template import engines
from django.urls import get_resolver

from heed.vault.keys import forget_keys

WRITES = ("INSERT", "UPDATE", "DELETE")
SMALL = 4  # pages: what is changed reaches the file before it is committed


def die() -> None:
    """As when the machine loses its power, for this process."""
    os.kill(os.getpid(), signal.SIGKILL)


class Dying:
    """Kills its process at one of its writes, counted from one; at "before commit" or
    "after commit"; after some seconds; or never, and then counts."""

    def __init__(self, at: str | float | None = None):
        self.at, self.writes = at, 0

    def __call__(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            self.writes += 1
            if self.writes == self.at:
                die()
        return execute(sql, params, many, context)

    def commit(self, kept: Callable) -> Callable:
        def committed():
            if self.at == "before commit" and self.writes:
                die()
            kept()
            if self.at == "after commit" and self.writes:
                die()

        return committed


@cache
def long_at_work() -> None:
    """Know what each process of a desk knows that has answered for a while: all pages, and
    what papers are written and read with. Who is parted from this process knows it."""
    for door in ("heed.config.urls_desk", "heed.config.urls_public"):
        get_resolver(door).reverse_dict  # noqa: B018 - it is made when it is asked for
    engines.all()
    for each in ("pikepdf", "pypdf", "tantivy", "typst"):
        import_module(each)


def forked(deed: Callable, *, dying: Dying | None = None, wait: Callable = int) -> int:
    """Do something in a process of its own, with connections of its own; its id."""
    long_at_work()
    connections.close_all()
    if child := os.fork():
        return child
    status = 1
    try:
        forget_keys()
        connection.ensure_connection()
        if dying is not None:
            _prepare_to_die(dying)
        wait()
        with connection.execute_wrapper(dying or Dying()):
            said = deed()
        status = said if isinstance(said, int) else 0
    except BaseException as failure:  # noqa: BLE001 - it must not come back as a test
        sys.stderr.write(f"{type(failure).__name__}: {failure}\n")
    finally:
        os._exit(status)


def _prepare_to_die(dying: Dying) -> None:
    connection._commit = dying.commit(connection._commit)
    if connection.vendor == "sqlite":
        connection.cursor().execute(f"PRAGMA cache_size = {SMALL}")
    if isinstance(dying.at, float):
        signal.signal(signal.SIGALRM, lambda *_: die())
        signal.setitimer(signal.ITIMER_REAL, dying.at)


def ended(child: int) -> int:
    """How it ended: its status, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def elsewhere(walk: Callable) -> None:
    """Walk on in a process of its own. One from which others are parted must not have
    set type itself: its threads would be missing in them, and waited for."""
    if ended(forked(lambda: walk() and None)):
        raise SystemExit("The world of this test could not be walked to.")


def at_once(*deeds: Callable) -> list[int]:
    """Several processes that wait for each other and then do these at the same moment;
    how each ended."""
    ready, go = os.pipe(), os.pipe()

    def wait():
        os.write(ready[1], b".")
        os.read(go[0], 1)

    children = [forked(deed, wait=wait) for deed in deeds]
    for _ in children:
        os.read(ready[0], 1)
    os.write(go[1], b"." * len(children))
    how = [ended(child) for child in children]
    for end in (*ready, *go):
        os.close(end)
    return how


class Racer:
    """A process that stays, and races as often as it is told to: it makes itself ready,
    waits for the others, and does what it has made ready."""

    def __init__(self, makes_ready: Callable[..., Callable]):
        self.line, there = Pipe()

        def races():
            self.line.close()
            while (words := there.recv()) is not None:
                deed = makes_ready(*words)
                there.send(None)
                there.recv()
                there.send(deed())

        self.process = forked(races)
        there.close()

    def stops(self) -> None:
        self.line.send(None)
        ended(self.process)


@contextmanager
def racers(*make_ready: Callable[..., Callable]) -> Iterator[list[Racer]]:
    """As many processes, until the block ends."""
    made = [Racer(each) for each in make_ready]
    yield made
    for each in made:
        each.stops()


def raced(those: Sequence[Racer], *words) -> list[int]:
    """They do it at the same moment; how each ended."""
    for each in those:
        each.line.send(words)
    for each in those:
        each.line.recv()
    for each in those:
        each.line.send(None)
    return [each.line.recv() for each in those]


def spread_over(seconds: float, times: int) -> Sequence[float]:
    """Moments within the time that something takes, evenly spread."""
    return [seconds * (number + 1) / (times + 1) for number in range(times)]
