"""Querysets that are asked in words put together once (`prepared.py`), though they are
written as any other: what is asked of one is noted down, and when it is read and the
same was noted before, Django need not put it together anew.

Noted is what says nothing of anybody: that something is empty, true, in a state, or
the same as another column. Ids, days, moments and numbers are values, given each time.
For all else, and for whatever a queryset can do besides, it becomes what Django would
have made of it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet, prefetch_related_objects

from heed.partnership.prepared import Prepared

Given = list[Any]


class NotNoted(Exception):
    """Something that is said in no word of those that are noted."""


@dataclass(frozen=True)
class _Value:
    """The value of this number among those given."""

    number: int


def _noted(each: Any, given: Given) -> Hashable:
    """What stands for an argument in a note; a value is put to those given."""
    if each is None or isinstance(each, bool | Enum | F) or each == "":
        return each
    if isinstance(each, Model):
        each = each.pk
    if isinstance(each, UUID | date | int):
        given.append(each)
        return _Value(len(given) - 1)
    if isinstance(each, tuple | list | set | frozenset):
        return tuple(_noted(one, given) for one in each)
    raise NotNoted


def _said(noted: Any, given) -> Any:
    """The argument again, with the value or the room for it."""
    if isinstance(noted, _Value):
        return given[noted.number]
    return tuple(_said(e, given) for e in noted) if isinstance(noted, tuple) else noted


def _names(*args, **kwargs) -> tuple:
    """Names of fields, which say nothing of anybody."""
    if not all(isinstance(each, str) for each in args) or kwargs.keys() - {"flat"}:
        raise NotNoted
    return args, tuple(kwargs.items())


def _conditions(given: Given, *args, **kwargs) -> tuple:
    if args:
        raise NotNoted
    return (), tuple((name, _noted(each, given)) for name, each in kwargs.items())


NAMED = "values_list"
BY_NAMES = ("order_by", "select_related", "prefetch_related", "defer", NAMED)
BY_VALUES = ("filter", "exclude")


class InKnownWords:
    """A queryset that notes down what is asked of it."""

    _asks: Prepared
    _begins: Callable[[], QuerySet]
    _knows: Any = None
    _begun: tuple = ()
    _notes: tuple = ()
    _given: tuple = ()
    _as_django_has_it: QuerySet | None = None

    def _next(self, *note, given=None):
        found = type(self)(self.model, self._query)
        found._asks, found._begins, found._knows = self._asks, self._begins, self._knows
        found._begun = self._begun
        found._notes = (*self._notes, note) if note else self._notes
        found._given = self._given if given is None else tuple(given)
        return found

    def _becomes(self) -> QuerySet:
        """What Django makes of it: from here on it is asked so."""
        if self._as_django_has_it is None:
            begun = self._begins()
            self._as_django_has_it = _replayed(begun, self._notes, self._given)
        return self._as_django_has_it

    @property
    def query(self):
        return self._becomes().query

    def all(self):
        return self._becomes().all() if self._as_django_has_it else self._next()

    def _chain(self):
        return self._becomes()._chain()

    _clone = _chain

    def iterator(self, *args, **kwargs):
        return iter([*self])  # no page reads on while another waits to write

    def resolve_expression(self, *args, **kwargs):
        return self._becomes().resolve_expression(*args, **kwargs)

    def _fetch_all(self):
        if self._result_cache is not None:
            return
        if self._as_django_has_it is not None:
            self._result_cache = list(self._as_django_has_it)
            return
        self._result_cache = self._found()
        if lookups := [
            each for name, each, _ in self._notes if name == "prefetch_related"
        ]:
            prefetch_related_objects(self._result_cache, *sum(lookups, ()))

    def _found(self, end: str = "") -> list:
        named = [(args, how) for name, args, how in self._notes if name == NAMED]
        found = self._asks(self._notes, end, begun=self._begun, given=self._given)
        if end == "exists":
            return found
        if named:
            return (
                [one for (one,) in found] if dict(named[-1][1]).get("flat") else found
            )
        if self._knows is not None:
            for each in found:
                self._knows(each)
        return found

    def exists(self):
        if self._result_cache is not None:
            return bool(self._result_cache)
        if self._as_django_has_it is not None:
            return self._as_django_has_it.exists()
        return bool(self._found("exists"))

    def _one(self, end: str):
        if self._as_django_has_it is not None or any(
            name == "prefetch_related" for name, *_ in self._notes
        ):
            return getattr(self._becomes(), end)()
        return next(iter(self._found(end)), None)

    def get(self, *args, **kwargs):
        rows = self.filter(*args, **kwargs)
        found = [*rows.order_by()] if isinstance(rows, InKnownWords) else []
        return found[0] if len(found) == 1 else self._becomes().get(*args, **kwargs)

    def first(self):
        return self._one("first")

    def last(self):
        return self._one("last")


def _noting(name: str):
    plain = getattr(QuerySet, name)

    def asked(self, *args, **kwargs):
        if self._as_django_has_it is None:
            given = [*self._given]
            try:
                if name in BY_NAMES:
                    return self._next(name, *_names(*args, **kwargs))
                note = _conditions(given, *args, **kwargs)
                return self._next(name, *note, given=given)
            except NotNoted:
                pass
        return plain(self._becomes(), *args, **kwargs)

    asked.__name__ = name
    return asked


for _name in (*BY_NAMES, *BY_VALUES):
    setattr(InKnownWords, _name, _noting(_name))


def _replayed(rows: QuerySet, notes: tuple, given) -> QuerySet:
    for name, args, how in notes:
        said = {_by_id(rows.model, key): _said(each, given) for key, each in how}
        rows = getattr(rows, name)(*args, **said)
    return rows


def _by_id(model: type[Model], name: str) -> str:
    """A condition that a row is among others is put to their ids: for those there can
    be room in a question."""
    *path, lookup = name.split("__")
    if lookup != "in" or path == ["pk"]:
        return name
    field: Any = None
    for part in path:
        field = (field.related_model if field else model)._meta.get_field(part)
    return "__".join([*path, "pk", "in"]) if field.is_relation else name


def _ended(rows: QuerySet, end: str) -> QuerySet:
    if end == "exists":
        return rows.order_by().values_list("pk")[:1]
    if end == "first":
        return (rows if rows.ordered else rows.order_by("pk"))[:1]
    if end == "last":
        return (rows.reverse() if rows.ordered else rows.order_by("-pk"))[:1]
    return rows


def asking(draw: Callable[..., QuerySet]) -> Prepared:
    """The words of a question that begins so, whatever is asked of it further."""

    def drawn(notes: tuple, end: str, *, begun: tuple, given: tuple):
        return _ended(_replayed(draw(*begun), notes, given), end)

    return Prepared(drawn)


def in_known_words(
    model: type[Model],
    asks: Prepared,
    begins: Callable[[], QuerySet],
    *values,
    knows: Callable[[Any], None] | None = None,
) -> QuerySet:
    """Rows of a model, of which more may be asked as of any: how they are asked for,
    how Django begins, with which values; and what each row is told once it is read."""
    kind, nothing_yet = _kind_of(model)
    rows: Any = kind(model, nothing_yet)
    rows._asks, rows._begins, rows._begun, rows._knows = asks, begins, values, knows
    return rows


@cache
def _kind_of(model: type[Model]) -> tuple[type, Any]:
    rows = model._default_manager.all()
    return type("InKnownWords", (InKnownWords, type(rows)), {}), rows.query


def known(model: type[Model]) -> QuerySet:
    """All rows of a model, for what is the same whoever asks and where who may ask is
    known already."""
    return in_known_words(model, _all_of(model), model._default_manager.all)


@cache
def _all_of(model: type[Model]) -> Prepared:
    return asking(model._default_manager.all)
