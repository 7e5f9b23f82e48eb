"""What an entry comes to as a row: what is clear of it, what is in doubt, how that is
said. Nothing here reads a database."""

from typing import Any

from heed.chronologies.models import Row
from heed.papers.chronologies.entries import Doubt, Entry
from heed.papers.chronologies.kept import as_kept

Json = dict[str, Any]
Breadth = Row.Breadth

# The writer was not sure; nobody here can be surer.
NOT_OURS = frozenset({Doubt.UNCERTAIN})
OF_TIMES = "time_"
KINDS: dict[str, str] = {
    Doubt.REPAIRED: "Dates that were mistyped and put right",
    Doubt.MONTH_FIRST: "Dates with the month first",
    Doubt.YEAR_INFERRED: "Dates without a year, which is taken from the rows around",
    Doubt.WORKED_OUT: "Dates that are worked out from another one",
    Doubt.AMBIGUOUS: "Dates that can be read in two ways",
    Doubt.IMPOSSIBLE: "Dates that are in no calendar",
    Doubt.UNREAD: "Dates that could not be read",
    f"{OF_TIMES}{Doubt.OTHER_ZONE}": "Times in universal time, told by our clocks",
    f"{OF_TIMES}{Doubt.NEVER_WAS}": "Times that the clocks went forward over",
    f"{OF_TIMES}{Doubt.CAME_TWICE}": "Times in the hour that came twice",
    f"{OF_TIMES}{Doubt.PART_OF_DAY}": "Parts of a day in place of a time",
    f"{OF_TIMES}{Doubt.IMPOSSIBLE}": "Times that no clock shows",
    f"{OF_TIMES}{Doubt.UNREAD}": "Times that could not be read",
}
NOT_TOLD = frozenset({"n", "file", "cells"})


def words_of(entry: Entry) -> Json:
    """What is kept, sealed, of an entry as it is understood."""
    kept = as_kept(entry)
    return {name: said for name, said in kept.items() if name not in NOT_TOLD}


def typed_of(entry: Entry) -> Json:
    """What is kept, sealed, of an entry as it came, with its cells as typed."""
    return {k: v for k, v in as_kept(entry).items() if k not in {"n", "file"}}


def clear_of(entry: Entry, *, settled: bool = False) -> Json:
    """What is kept clear of an entry, by the names of the columns: by this it is put in
    order and counted. `settled`: a person has said what it means."""
    day = entry.date
    stands, breadth = day.stands
    dated = day.earliest is not None and day.latest is not None
    return {
        "earliest": day.earliest,
        "latest": day.latest,
        "stands_on": stands if dated else None,
        "breadth": Breadth(breadth),
        "time": entry.time,
        "sequence": entry.sequence,
        "kind": entry.kind if entry.kind in Row.Kind.values else Row.Kind.OTHER,
        "child_seen": entry.child_seen,
        "seen_alone": entry.seen_alone,
        "doubt": "" if settled else next(iter(doubts_of(entry)), ""),
        "without_source": not entry.source.strip(),
        "restricted": entry.restricted,
    }


def still_restricted(row: Row, entry: Entry) -> str:
    """Why only some may read a row that is told anew: what a person said of it counts
    before what its words say, and no file opens what was restricted."""
    said_by_file = (row.typed or {}).get("restricted", "")
    by_person = row.restricted if row.restricted != said_by_file else ""
    return by_person or entry.restricted or row.restricted


def doubts_of(entry: Entry) -> list[str]:
    """What of an entry waits for a person: its date first, then its time."""
    found = []
    if entry.date.doubt and entry.date.doubt not in NOT_OURS:
        found.append(str(entry.date.doubt))
    if entry.time_doubt:
        found.append(f"{OF_TIMES}{entry.time_doubt}")
    return found
