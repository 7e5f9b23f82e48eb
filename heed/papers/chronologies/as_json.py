"""A composite as JSON: the contract of `heed chronology merge --json`."""

from collections.abc import Iterable
from typing import Any

from heed.papers.chronologies.entries import Dated, Entry
from heed.papers.chronologies.lines import joined
from heed.papers.chronologies.merging import Composite

Json = dict[str, Any]

_MARKS = {
    "date_uncertain": "uncertain",
    "date_repaired": "repaired",
    "year_inferred": "inferred_year",
    "impossible_date": "impossible",
}
_WHERE_SAID = (
    *("time_words", "time_doubt", "outcome", "comment", "child", "child_voice"),
    *("restricted",),
)


def to_json(composite: Composite) -> Json:
    """The composite, its entries in order."""
    told = {n: each for each in composite.tellings for n in each.entries}
    copies = {n: d.entries[0] for d in composite.duplicates for n in d.entries[1:]}
    entries = [
        _entry(entry) | _links(entry.n, told.get(entry.n), copies, composite.outside)
        for entry in composite.entries
    ]
    return {
        "entries": entries,
        "tellings": [
            {
                "entries": list(each.entries),
                "rule": each.rule,
                "differ": [
                    {"field": d.field, "values": _in_turn(each.entries, d.values)}
                    for d in each.differ
                ],
            }
            for each in composite.tellings
        ],
        "duplicates": [list(each.entries) for each in composite.duplicates],
        "conflicts": [
            {
                "entries": list(each.entries),
                "field": each.field,
                "values": [words for _, words in each.values],
                "rule": each.rule,
            }
            for each in composite.conflicts
        ],
        "gaps": [
            {
                "from": gap.first.isoformat(),
                "to": gap.last.isoformat(),
                "days": gap.days,
                "kind": gap.kind,
                "rule": gap.rule,
                "entries": list(gap.entries),
            }
            for gap in composite.gaps
        ],
        "undated": list(composite.undated),
        "restricted": list(composite.restricted),
        "counts": counts(composite),
    }


def counts(composite: Composite) -> Json:
    """How many of each."""
    rows: dict[str, int] = {}
    for entry in composite.entries:
        rows[entry.file] = rows.get(entry.file, 0) + 1
    return {
        "rows": len(composite.entries),
        "files": rows,
        "events": composite.events,
        "tellings": len(composite.tellings),
        "duplicates": len(composite.duplicates),
        "conflicts": len(composite.conflicts),
        "gaps": len(composite.gaps),
        "undated": len(composite.undated),
        "restricted": len(composite.restricted),
        "outside_scope": len(composite.outside),
    }


def _in_turn(
    entries: Iterable[int], values: Iterable[tuple[int, str]]
) -> list[str | None]:
    """What each of the entries says, none where it says nothing."""
    said = dict(values)
    return [said.get(n) for n in entries]


def _links(n: int, told: Any, copies: dict[int, int], outside: tuple[int, ...]) -> Json:
    others = [each for each in told.entries if each != n] if told else []
    made: Json = {"tellings": others}
    if n in copies:
        made["duplicate_of"] = copies[n]
    return made | ({"outside_scope": True} if n in outside else {})


def _entry(entry: Entry) -> Json:
    made: Json = {
        "n": entry.n,
        "file": entry.file,
        "row": entry.row,
        "agency": entry.agency,
        "date": _date(entry.date, entry.flags),
        "time": f"{entry.time:%H:%M}" if entry.time else None,
        "event": entry.event,
        "source": entry.source,
        "outcome": entry.outcome,
        "child_seen": entry.child_seen,
        "seen_alone": entry.seen_alone,
        "kind": entry.kind,
    }
    said = {name: getattr(entry, name) for name in _WHERE_SAID}
    made |= {name: words for name, words in said.items() if words}
    if entry.sequence:
        made["sequence"] = entry.sequence
    lists = {"present": list(entry.present), "flags": list(entry.flags)}
    made |= {name: each for name, each in lists.items() if each}
    return made | ({"other": joined(entry.other)} if entry.other else {})


def _date(date: Dated, flags: tuple[str, ...]) -> Json:
    made: Json = {
        "iso": date.iso,
        "precision": date.precision,
        "verbatim": date.words,
    }
    made |= {mark: True for flag, mark in _MARKS.items() if flag in flags}
    if date.candidates:
        made["candidates"] = list(date.candidates)
    if date.latest and date.latest != date.earliest and date.precision == "day":
        made["until"] = date.latest.isoformat()
    return made | ({"inherited": True} if date.inherited else {})
