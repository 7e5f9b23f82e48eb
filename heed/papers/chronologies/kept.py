"""Entries as JSON, in as few words as they need: how they leave the process that reads
a paper, and how they are kept. What an entry does not say is left out."""

from dataclasses import fields
from datetime import date, time
from typing import Any

from heed.papers.chronologies.entries import NAMES, NOT_DATED, Dated, Entry
from heed.papers.chronologies.entries import entry_of as filled
from heed.papers.chronologies.reading import read
from heed.papers.frozen import filling

Json = dict[str, Any]
_ENTRY = {each.name: each.default for each in fields(Entry)}
_BLANK = [*(_ENTRY | {"n": 0}).values()]
_PLACE = {name: at for at, name in enumerate(_ENTRY)}
_DATED = {each.name: each.default for each in fields(Dated)}
_DAYS = ("earliest", "latest", "proposal")
_PAIRS = ("other", "cells")
_TUPLES = [(NAMES.index(name), name) for name in (*_PAIRS, "present", "flags")]
_DATE, _TIME = NAMES.index("date"), NAMES.index("time")
_NO_DATE = [*_DATED.values()]
_DATED_AT = {name: at for at, name in enumerate(_DATED)}
_DAYS_AT = [(_DATED_AT[name], name) for name in _DAYS]
_CANDIDATES = _DATED_AT["candidates"]
_filled_date = filling(Dated)


def as_kept(entry: Entry) -> Json:
    """An entry as JSON."""
    made = _said(entry, _ENTRY)
    if entry.date != NOT_DATED:
        made["date"] = _said(entry.date, _DATED)
    if entry.time:
        made["time"] = f"{entry.time:%H:%M}"
    return made


def _said(of: Entry | Dated, defaults: Json) -> Json:
    return {
        name: _plain(value)
        for name, default in defaults.items()
        if (value := getattr(of, name)) != default and not isinstance(value, Dated)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def entry_of(kept: Json) -> Entry:
    """An entry from its JSON."""
    values = _filled_in(_BLANK, _PLACE, kept)
    for at, name in _TUPLES:
        if name in kept:
            pairs = name in _PAIRS
            values[at] = tuple(map(tuple, kept[name]) if pairs else kept[name])
    if said := kept.get("date"):
        values[_DATE] = dated_of(said)
    if said := kept.get("time"):
        values[_TIME] = time.fromisoformat(said)
    return filled(*values)


def _filled_in(blank: list[Any], places: dict[str, int], kept: Json) -> list[Any]:
    """All values in their order: of thirty most rows say eight."""
    values = blank.copy()
    for name, said in kept.items():
        if name in places:
            values[places[name]] = said
    return values


def dated_of(kept: Json) -> Dated:
    """A date from its JSON."""
    values = _filled_in(_NO_DATE, _DATED_AT, kept)
    for at, name in _DAYS_AT:
        if said := kept.get(name):
            values[at] = date.fromisoformat(said)
    values[_CANDIDATES] = tuple(values[_CANDIDATES])
    return _filled_date(*values)


def read_as_kept(data: bytes, name: str) -> Json:
    """What the process that reads a chronology says of it. Raises Refused where the
    paper cannot be read."""
    found = read(data, name)
    return {
        "entries": [as_kept(entry) for entry in found.entries],
        "headings": [list(each) for each in found.headings],
        "agency": found.agency,
        "unread": [{"label": said, "answer": words} for said, words in found.unread],
        "flags": [{"name": n, "where": w, "why": y} for n, w, y in found.flags],
    }
