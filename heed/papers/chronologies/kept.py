"""Entries as JSON, in as few words as they need: how they leave the process that reads
a paper, and how they are kept. What an entry does not say is left out."""

from dataclasses import fields
from datetime import date, time
from typing import Any

from heed.papers.chronologies.entries import NOT_DATED, Dated, Entry
from heed.papers.chronologies.reading import read

Json = dict[str, Any]
_ENTRY = {each.name: each.default for each in fields(Entry)}
_DATED = {each.name: each.default for each in fields(Dated)}
_DAYS = ("earliest", "latest", "proposal")
_PAIRS = ("other", "cells")


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
    made = {name: said for name, said in kept.items() if name in _ENTRY}
    for name in _PAIRS:
        made[name] = tuple((first, last) for first, last in made.get(name, ()))
    for name in ("present", "flags"):
        made[name] = tuple(made.get(name, ()))
    if said := made.get("date"):
        made["date"] = dated_of(said)
    if said := made.get("time"):
        made["time"] = time.fromisoformat(said)
    return Entry(**{"n": 0, **made})


def dated_of(kept: Json) -> Dated:
    """A date from its JSON."""
    made = {name: said for name, said in kept.items() if name in _DATED}
    for name in _DAYS:
        if made.get(name):
            made[name] = date.fromisoformat(made[name])
    made["candidates"] = tuple(made.get("candidates", ()))
    return Dated(**made)


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
