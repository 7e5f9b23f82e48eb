"""Questions that every page asks in the same words: Django puts the words together once
a process, and each page asks with its own values. It costs a tenth of what it does to
put them together anew.

What is kept is the text of a question, with room for its values. Who asks, about what
and on which day are values: they are put in when it is asked, and no answer is kept."""

from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import Any
from uuid import UUID, SafeUUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import QuerySet, Value
from django.db.models.query import ModelIterable, get_related_populators

MOST_SHAPES = 500  # of one question; beyond them words are put together each time


class Room(Value):
    """Room in a question for the value of this number."""

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Prepared:
    """A question, drawn by a function that gives a queryset of rows or of tuples.

    Its first arguments, as they are, choose the shape of the question; what is named
    are the values, for which the function is given room. A tuple is room for each value
    in it: how it is made up belongs to the shape."""

    def __init__(self, draw: Callable[..., QuerySet]):
        self._draw, self._known = draw, {}
        self.__doc__ = draw.__doc__

    def drawn(self, *shape: Hashable, **values: Any) -> QuerySet:
        """The question as Django would ask it."""
        return self._draw(*shape, **values)

    def __call__(self, *shape: Hashable, **values: Any) -> list:
        """Ask it: all rows, as the database has them now."""
        given, rooms = [], {}
        for name, value in values.items():
            rooms[name] = _room_for(value, given)
        key = (*shape, *rooms.items())
        asked = self._known.get(key)
        if asked is None:
            asked = _Asked(self._draw(*shape, **_as_rooms(rooms)))
            if len(self._known) < MOST_SHAPES:
                self._known[key] = asked
        return asked.rows(given)


def _room_for(value, given: list):
    """The number of a value among those given, or the numbers of those within it."""
    if isinstance(value, tuple):
        return tuple(_room_for(each, given) for each in value)
    given.append(value)
    return len(given) - 1


def _as_rooms(numbers):
    if isinstance(numbers, dict):
        return {name: _as_rooms(each) for name, each in numbers.items()}
    if isinstance(numbers, tuple):
        return tuple(map(_as_rooms, numbers))
    return Room(numbers)


class _Asked:
    """The words of one shape of a question, and how its rows are read."""

    def __init__(self, queryset: QuerySet):
        self.alias = router.db_for_read(queryset.model)
        connection = connections[self.alias]
        compiler = queryset.query.get_compiler(self.alias)
        try:
            self.words, self.params = compiler.as_sql()
        except EmptyResultSet:
            self.words = ""
            return
        columns = [each[0] for each in compiler.select]
        found = compiler.get_converters(columns)
        of_ids = [getattr(connection.ops, "convert_uuidfield_value", None)]
        self.ids = [at for at, (converts, _) in found.items() if converts == of_ids]
        self.converters = [
            (number, [(convert, column) for convert in converts])
            for number, (converts, column) in found.items()
            if number not in self.ids
        ]
        of_rows = queryset._iterable_class is ModelIterable
        self.read = _reader(compiler, self.alias) if of_rows else None
        self.native = connection.features.has_native_uuid_field

    def rows(self, values: list) -> list:
        """What the database answers now."""
        if not self.words:
            return []
        connection = connections[self.alias]
        params = [
            self._as_kept(values[each.value], connection.ops)
            if isinstance(each, Room)
            else each
            for each in self.params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.words, params)
            found = cursor.fetchall()
        if found and (self.ids or self.converters):
            found = self._converted(found, connection)
        return [*map(self.read, found)] if self.read else found

    def _as_kept(self, value, ops):
        if isinstance(value, UUID):
            return value if self.native else value.hex
        if isinstance(value, datetime):
            return ops.adapt_datetimefield_value(value)
        return ops.adapt_datefield_value(value) if isinstance(value, date) else value

    def _converted(self, rows: list, connection) -> list:
        """The rows as Python has them: column by column, and what stands in one more
        than once is made once."""
        columns = [*zip(*rows, strict=True)]
        for number in self.ids:
            made = {value: value and uuid_of(value) for value in {*columns[number]}}
            columns[number] = [made[value] for value in columns[number]]
        for number, converts in self.converters:
            made = {value: value for value in columns[number]}
            for convert, column in converts:
                made = {
                    kept: convert(value, column, connection)
                    for kept, value in made.items()
                }
            columns[number] = [made[value] for value in columns[number]]
        return [*zip(*columns, strict=True)]


def uuid_of(digits: str) -> UUID:
    """An id of 32 digits as `UUID(digits)` has it, without asking how they are written:
    a page reads hundreds."""
    made = UUID.__new__(UUID)
    object.__setattr__(made, "int", int(digits, 16))
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made


def _reader(compiler, alias: str) -> Callable:
    """How a row of the table is made of what was read, as a queryset makes it."""
    info, select = compiler.klass_info, compiler.select
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [each[0].target.attname for each in select[first:last]]
    others = get_related_populators(info, select, alias)
    noted = compiler.annotation_col_map

    def read(row):
        found = info["model"].from_db(alias, names, row[first:last])
        for other in others:
            other.populate(row, found)
        for name, number in noted.items():
            setattr(found, name, row[number])
        return found

    return read
