"""Worlds that many tests begin from, and ways on from them: walked once by the real
actions, then copied.

    @walked_once
    def a_rapid_review(*, at=NOON): ...

    @walked_once
    def signed_off(review, people, *, at=NOON): ...

A process walks there when it is first asked to, and keeps what it wrote. Asked again with
the same words at the same place, it writes the same rows again and returns copies of the
same people and cases. A place is an empty database, and wherever a walk that is kept has
led, as long as nobody has written anything since. Anywhere else it walks, as it always did.

What a test walks to now, it walks to at `about_now()`: the same moment for a while.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar
from uuid import UUID

import pytest
from django.conf import settings
from django.core.signals import setting_changed
from django.db import connection, models, transaction
from django.dispatch import receiver

from heed import clock
from tests.rows import (
    HEAD,
    Changes,
    are_tables,
    changes_between,
    head_of_the_record,
    nothing_has_happened,
    put_back,
    rows_of,
    watched,
    written_into,
    written_so_far,
)

P, R = ParamSpec("P"), TypeVar("R")
A_WHILE = timedelta(minutes=10)
# As many walks as are kept at most. Files that use the same ones are run one after another.
MOST = 1_500
# What a row's copy carries beside its fields.
BESIDE = {"_state", "_django_version"}
PLAIN = (type(None), bool, int, float, str, bytes, date, time, timedelta, UUID, Enum)


class CannotBeSaid(Exception):
    """Something was handed to a walk of which nobody can say whether it is the same."""


@dataclass(eq=False)
class Place:
    """Where a kept walk led: the rows of the tables it wrote into, and from where."""

    before: "Place | None" = None
    rows: dict[str, dict] = field(default_factory=dict)
    head: tuple = ()
    from_here: dict[tuple, "Walked"] = field(default_factory=dict)

    def stood(self, table: str) -> dict:
        """The rows of a table at this place."""
        if table in self.rows:
            return self.rows[table]
        return self.before.stood(table) if self.before else {}


@dataclass(frozen=True)
class Walked:
    """A walk: what it returned, what it wrote, what it left for after commit, how it
    changed what it was given, and where it led."""

    returned: object
    given: list[models.Model]
    given_became: list[dict]
    changes: Changes
    after_commit: list
    to: Place | None


class Kept:
    """All walks of this process."""

    def __init__(self):
        self.begins, self.count = None, 0
        self.other_settings, self.patches = False, None
        self.here: Place | None = None
        self.as_of = (None, 0)
        self.moment = clock.real_now()
        self.forget()

    def forget(self) -> None:
        self.empty, self.count, self.here = Place(), 0, None

    def arrived(self, place: Place | None) -> None:
        """Nobody has written anything since, as long as the count is the same."""
        self.here, self.as_of = place, (connection.connection, written_so_far())

    def place(self) -> Place | None:
        """Where this test is now; None where no walk led."""
        if not connection.in_atomic_block or self.replaced:
            return None
        now = (connection.connection, written_so_far())
        here = self.here is not None and self.as_of == now
        if here and not self.other_settings and head_of_the_record() == self.here.head:
            return self.here
        return self.empty if nothing_has_happened() else None

    @property
    def replaced(self) -> bool:
        """Whether this test has replaced something of Heed by now."""
        put = self.patches and (self.patches._setattr or self.patches._setitem)
        return bool(put)

    def nothing_was_written(self) -> bool:
        return self.begins in {None, written_so_far()}


kept = Kept()


def a_test_begins(patches: pytest.MonkeyPatch) -> None:
    """Whatever is written from now on was written by this test. One that has replaced parts
    of Heed walks by itself; one with other settings goes on by itself."""
    kept.here, kept.begins = None, written_so_far()
    kept.other_settings, kept.patches = False, patches
    if clock.real_now() - kept.moment > A_WHILE:
        kept.moment = clock.real_now()


def about_now() -> datetime:
    """A few minutes ago at most, and the same moment for all tests of those minutes: what
    one has walked to, the next ones need not walk to again."""
    return kept.moment


@receiver(setting_changed)
def _others(**_) -> None:
    kept.other_settings = True


def walked_once(walk: Callable[P, R]) -> Callable[P, R]:
    """The same walk; from the second time on, a copy of where it led."""

    asks = signature(walk)

    @wraps(walk)
    def walked(*args: P.args, **kwargs: P.kwargs) -> R:
        place = kept.place()
        if place is None:
            return walk(*args, **kwargs)
        handed = asks.bind(*args, **kwargs)
        handed.apply_defaults()
        try:
            asked = _words(walk, handed.arguments)
        except CannotBeSaid:
            return walk(*args, **kwargs)
        given = list(_rows_in(handed.arguments, {}))
        if asked in place.from_here:
            return _again(place.from_here[asked], given)
        if place is kept.empty and not kept.nothing_was_written():
            return walk(*args, **kwargs)
        return _for_the_first_time(walk, handed, given, place, asked)

    return walked


def _for_the_first_time(walk, handed, given, place, asked):
    waiting = connection.run_on_commit
    already, was = len(waiting), [_parts(row) for row in given]
    if place is kept.empty and connection.vendor == "sqlite":
        place.rows = place.rows or rows_of({HEAD})
    with watched() as tables:
        returned = walk(*handed.args, **handed.kwargs)
    if not are_tables(tables):
        kept.arrived(None)
        return returned
    after = [(ask, robust) for _points, ask, robust in waiting[already:]]
    became = [_became(row, parts) for row, parts in zip(given, was, strict=True)]
    changes, to = _what_was_written(tables, place)
    told = copy.deepcopy((returned, given, became))
    if kept.count >= MOST:
        kept.forget()
    else:
        place.from_here[asked] = Walked(*told, changes, after, to)
        kept.count += 1
        kept.arrived(to)
    return returned


def _what_was_written(tables: set[str], place: Place) -> tuple[Changes, Place | None]:
    if connection.vendor != "sqlite":
        return written_into(tables), None
    after = rows_of(tables)
    changes = changes_between({table: place.stood(table) for table in tables}, after)
    head = head_of_the_record()
    # Where nothing was recorded, one place cannot be told from the other.
    to = Place(place, after, head) if HEAD in tables else None
    return changes, to


def _again(walked: Walked, given: list[models.Model]):
    put_back(walked.changes)
    kept.arrived(walked.to)
    for ask, robust in walked.after_commit:
        transaction.on_commit(ask, robust=robust)
    same = {id(old): new for old, new in zip(walked.given, given, strict=True)}
    became, returned = copy.deepcopy((walked.given_became, walked.returned), same)
    for row, parts in zip(given, became, strict=True):
        _become(row, parts)
    return returned


# What a walk is given: rows, and plain words.


def _words(walk, handed: dict) -> tuple:
    """What makes one walk another. Its day is among it: some steps ask the clock; and so
    is where its keys and files lie."""
    said = _said(handed, {})
    where = settings.MASTER_KEY_FILE, settings.FILES_FOLDER
    return walk.__module__, walk.__qualname__, said, clock.now().date(), *where


def _said(value, known: dict):
    if isinstance(value, models.Model):
        if id(value) in known:
            return known[id(value)]
        known[id(value)] = len(known)
        parts, related = _parts(value)
        return value._meta.label, _said(parts, known), _said(related, known)
    if isinstance(value, PLAIN):
        return type(value), value
    if isinstance(value, dict):
        return tuple((name, _said(value[name], known)) for name in sorted(value))
    if isinstance(value, (list, tuple)):
        return type(value), tuple(_said(each, known) for each in value)
    if is_dataclass(value):
        each = ((f.name, getattr(value, f.name)) for f in fields(value))
        return type(value), _said(dict(each), known)
    raise CannotBeSaid(type(value))


def _rows_in(value, known: dict) -> Iterator[models.Model]:
    """The rows that are handed over, and those that they lead to."""
    if isinstance(value, models.Model):
        if id(value) not in known:
            known[id(value)] = value
            yield value
            yield from _rows_in(value._state.fields_cache, known)
    elif isinstance(value, dict):
        for name in sorted(value):
            yield from _rows_in(value[name], known)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _rows_in(each, known)


def _parts(row: models.Model) -> tuple[dict, dict]:
    """What a row says, and the rows that it knows."""
    plain = {name: said for name, said in vars(row).items() if name not in BESIDE}
    return plain, dict(row._state.fields_cache)


def _became(row: models.Model, was: tuple[dict, dict]) -> list[tuple[dict, set]]:
    """What a walk changed in a row that it was given."""
    return [
        (
            {k: v for k, v in after.items() if k not in before or before[k] is not v},
            set(before) - set(after),
        )
        for before, after in zip(was, _parts(row), strict=True)
    ]


def _become(row: models.Model, parts) -> None:
    for says, (new, gone) in zip(
        (vars(row), row._state.fields_cache), parts, strict=True
    ):
        says.update(new)
        for name in gone:
            says.pop(name, None)
