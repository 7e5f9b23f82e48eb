"""A chronology as JSON, as reading.md has it, each entry with its number."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from heed.papers.chronologies.entries import Dated, Doubt, Entry, order_of
from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import laid_out
from heed.papers.hidden import NOTHING_HIDDEN

Json = dict[str, Any]

_WHERE_SAID = (
    *("outcome", "comment", "child", "child_voice", "file", "row", "time_doubt"),
    *("sequence", "restricted"),
)
_MARKS = {
    Doubt.UNCERTAIN: "uncertain",
    Doubt.REPAIRED: "repaired",
    Doubt.YEAR_INFERRED: "inferred_year",
    Doubt.IMPOSSIBLE: "impossible",
}


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as JSON in Unicode."""
    shown = [copy.shown(entry) for _, entry in rows]
    entries = [
        {"n": n, "number": number} | _entry(entry)
        for n, ((number, _), entry) in enumerate(zip(rows, shown, strict=True), 1)
    ]
    in_order = sorted(range(len(shown)), key=lambda place: order_of(shown[place]))
    columns = [column.name for column in laid_out(rows, copy).columns if column.name]
    made: Json = {
        "kind": "chronology",
        "title": copy.title,
        "marking": copy.marking,
        "columns": columns,
        "entries": entries,
        "sorted_order": [place + 1 for place in in_order],
        "unread": list(_unread(shown)),
        "flags": list(_flags(shown)),
        "hidden": NOTHING_HIDDEN.to_json(),
    }
    made |= {"agency": copy.agency} if copy.agency else {}
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _entry(entry: Entry) -> Json:
    made: Json = {
        "agency": entry.agency,
        "date": _date(entry.date),
        "time": f"{entry.time:%H:%M}" if entry.time else None,
        "source": entry.source,
        "event": entry.event,
        "child_seen": entry.child_seen,
        "kind": entry.kind,
    }
    if entry.time_words:
        made["time_verbatim"] = entry.time_words
    if entry.seen_alone != "not_recorded":
        made["seen_alone"] = entry.seen_alone == "yes"
    if entry.present:
        made["present"] = list(entry.present)
    if entry.date.inherited:
        made["inherited"] = True
    said = {name: getattr(entry, name) for name in _WHERE_SAID}
    return made | {name: value for name, value in said.items() if value}


def _date(date: Dated) -> Json:
    made: Json = {
        "iso": date.iso,
        "precision": date.precision,
        "verbatim": date.words,
    }
    if date.doubt in _MARKS:
        made[_MARKS[Doubt(date.doubt)]] = True
    if date.candidates:
        made["candidates"] = list(date.candidates)
    if date.earliest and date.latest:
        made |= {"from": date.earliest.isoformat(), "to": date.latest.isoformat()}
    return made


def _unread(entries: Sequence[Entry]) -> Iterator[Json]:
    for n, entry in enumerate(entries, 1):
        for label, words in entry.other:
            yield {"label": f"{label} (entry {n})", "answer": words}


def _flags(entries: Sequence[Entry]) -> Iterator[Json]:
    for n, entry in enumerate(entries, 1):
        for name in entry.flags:
            yield {"name": name, "where": f"entry {n}", "why": ""}
