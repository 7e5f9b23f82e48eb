"""Asks the desk for things, and compares what it answers."""

import re
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction

from heed.cases.models import Case
from heed.documents.actions import MAY_OPEN
from heed.documents.models import Document
from heed.partnership.models import Partnership
from heed.partnership.policies import Door
from tests.walls.addresses import Address, every_address
from tests.walls.world import World

UNKNOWN = {
    "uuid": UUID(int=0xF00D << 96),
    "int": 987_654_321,
    "slug": "no-such-thing",
    "str": "f00d" * 8,
}
NO_OTHER = {"int": 1, "slug": "no-other", "str": "beef" * 8, "uuid": UUID(int=0xBEEF)}
LOOKED_FOR = re.compile("f00df00d|0000f00d")
COLUMN = re.compile(r'"(\w+)"\."(\w+)" = $')
FIRST_ASKED = {"manager", "lead", "nurse", "the Panel"}
FORM_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
TELLING = ("Allow", "Cache-Control", "Content-Type", "Location", "Vary")


@dataclass(frozen=True)
class Held:
    """An address of the desk, and a thing of this world that stands at it."""

    address: Address
    row: object
    value: object

    @property
    def path(self) -> str:
        return path_to(self.address, self.value)

    @property
    def case_id(self):
        return case_of(self.row)


def path_to(address: Address, value=None) -> str:
    """The path with this value first; nothing that exists stands in any other place."""
    kinds = [parameter.kind for parameter in address.parameters]
    first = [UNKNOWN[kinds[0]] if value is None else value] if kinds else []
    return address.at(*first, *(NO_OTHER[kind] for kind in kinds[1:]))


def answer(browser, method: str, path: str):
    """What comes back. Nothing of it stays, not even that somebody signed out."""
    cookies = browser.cookies.copy()
    with transaction.atomic():
        response = browser.generic(method, path)
        transaction.set_rollback(True)
    browser.cookies = cookies
    return response


def as_told(response, value) -> tuple:
    """All that an answer tells: two answers that tell the same are equal."""
    spelled = {str(value), getattr(value, "hex", str(value))}
    body, headers = response.content, {h: response.get(h, "") for h in TELLING}
    for word in spelled:
        body = body.replace(word.encode(), b"IT")
        headers = {name: said.replace(word, "IT") for name, said in headers.items()}
    return response.status_code, headers, FORM_TOKEN.sub(b"", body)


_found: dict[tuple, list[Held]] = {}


def all_held(address: Address, world: World) -> list[Held]:
    """What of this world stands at an address, rows of cases first: found by asking for
    something that does not exist, and seeing where it was looked for."""
    if not address.parameters:
        return []
    key = (address.route, world.planted.pk)
    if key not in _found:
        _found[key] = sorted(
            _rows_behind(address, world), key=lambda held: held.case_id is None
        )
    return _found[key]


def everything_held(world: World, turn: int = 0) -> list[Held]:
    """One thing of this world for each address that has a variable part; another one,
    where there are several, at each turn."""
    return [
        held[turn % len(held)]
        for address in every_address()
        if (held := all_held(address, world))
    ]


def _rows_behind(address: Address, world: World) -> list[Held]:
    # What is open to all looks the same things up, whoever asks.
    for name in _askers(world)[: 1 if is_open(address) else None]:
        for method in ("GET", "POST"):
            with looking_for_nothing() as looked_up:
                answer(world.browsers[name], method, path_to(address))
            if looked_up:
                return _rows(address, *looked_up[-1], world)
    return []


def _askers(world: World) -> list[str]:
    """Those who may ask for something each at most addresses come first."""
    return sorted(world.insiders, key=lambda name: name not in FIRST_ASKED)


def is_open(address: Address) -> bool:
    """Whether anybody may come here, signed in or not."""
    return address.is_of_allauth or address.view.policy.door is Door.OPEN


def _rows(address: Address, table: str, column: str, world: World) -> list[Held]:
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    fields = {field.column: field for field in model._meta.fields}
    rows = model._base_manager.all()
    if model is Partnership:
        rows = rows.filter(pk=world.partnership.pk)
    elif "partnership_id" in fields:
        rows = rows.filter(partnership=world.partnership)
    attribute = fields[column].attname
    return [Held(address, row, getattr(row, attribute)) for row in rows]


def case_of(row):
    """The case that a row belongs to; None for one that belongs to none."""
    if isinstance(row, Case):
        return row.pk
    if isinstance(row, Document):
        owner = row.owner_kind if row.owner_kind in MAY_OPEN else ""
        kept = owner and apps.get_model(owner)._base_manager.get(pk=row.owner_id)
        return case_of(kept) if kept else None
    return getattr(getattr(row, "referral", row), "case_id", None)


@contextmanager
def looking_for_nothing():
    """The tables and columns in which something that does not exist is looked for."""
    looked_up: list[tuple[str, str]] = []

    def look(execute, sql, params, many, context):
        for before, value in zip(sql.split("%s"), params or (), strict=False):
            if LOOKED_FOR.match(str(value)) and (found := COLUMN.search(before)):
                looked_up.append(found.groups())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield looked_up


@contextmanager
def nothing_written():
    """What is written meanwhile, but for the record of it, goes into the list."""
    written: list[str] = []

    def look(execute, sql, params, many, context):
        found = re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', sql)
        if found and not found[1].startswith(("django_session", "audit_", "heed_")):
            written.append(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield written
