"""Worlds that many tests begin from: walked once by the real actions, then copied.

    @walked_once
    def a_rapid_review(*, at=NOON): ...

A process walks there when it is first asked to, and keeps the rows that came of it. Asked
again with the same words over an empty database, it puts the same rows back and returns
copies of the same people and cases. Over a database in which something has happened
already it walks, as it always did.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connections, transaction

from heed import clock
from tests.rows import Rows, kept_rows, nothing_has_happened, put_back

P, R = ParamSpec("P"), TypeVar("R")


@dataclass(frozen=True)
class Walked:
    """Where a walk led: what it returned, what it wrote, what it left for after commit."""

    returned: object
    rows: Rows
    after_commit: list


_walked: dict[tuple, Walked] = {}


def walked_once(walk: Callable[P, R]) -> Callable[P, R]:
    """The same walk; from the second time on, a copy of where it led."""

    @wraps(walk)
    def walked(*args: P.args, **kwargs: P.kwargs) -> R:
        if not nothing_has_happened():
            return walk(*args, **kwargs)
        asked = _words(walk, args, kwargs)
        if asked not in _walked:
            _walked[asked] = _keep(walk, args, kwargs)
        else:
            _repeat(_walked[asked])
        return copy.deepcopy(_walked[asked].returned)

    return walked


def _words(walk, args, kwargs) -> tuple:
    """What makes one walk another. Its day is among it: some steps ask the clock."""
    said = repr((args, sorted(kwargs.items())))
    return walk.__module__, walk.__qualname__, said, clock.now().date()


def _keep(walk, args, kwargs) -> Walked:
    waiting = connections["default"].run_on_commit
    before = len(waiting)
    returned = walk(*args, **kwargs)
    after = [(ask, robust) for _points, ask, robust in waiting[before:]]
    return Walked(copy.deepcopy(returned), kept_rows(), after)


def _repeat(walked: Walked) -> None:
    put_back(walked.rows)
    for ask, robust in walked.after_commit:
        transaction.on_commit(ask, robust=robust)
