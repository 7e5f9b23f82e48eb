"""An agency's chronology: every row an entry, none dropped, in the order of time."""

from collections.abc import Iterator
from typing import Any

from heed.papers.blocks import Document
from heed.papers.chronologies.grids import Grid, TableGrid
from heed.papers.chronologies.lines import lines_of
from heed.papers.chronologies.rows import (
    Row,
    alone_of,
    is_formula,
    present_in,
    rows_of,
    seen_of,
)
from heed.papers.dates import read_date
from heed.papers.forms.agency_head import agency_of
from heed.papers.forms.chronology_key import flag_key, is_key, key_in, tables_of
from heed.papers.forms.chronology_links import link
from heed.papers.forms.chronology_times import (
    days_of_birth,
    flag_scope,
    head_of,
    scope_of,
)
from heed.papers.forms.columns import columns
from heed.papers.forms.dropped import keep_dropped
from heed.papers.forms.flags import Flags
from heed.papers.forms.paper_flags import flag_hidden
from heed.papers.hidden import Reading

Json = dict[str, Any]

_AS_TYPED = ("agency", "outcome", "child", "child_voice", "comment")


def read_chronology(reading: Reading) -> Json:
    """The chronology JSON of reading.md."""
    flags = Flags()
    document = reading.document
    lines = lines_of(grids_of(document))
    if not lines.found:
        flags.add("no_form", "document", "No table with dates and events was found.")
    flag_hidden(reading.hidden, flags)
    head = head_of(document)
    rows = rows_of(lines.found, *days_of_birth(head))
    entries = [_entry(n, row, flags) for n, row in enumerate(rows, 1)]
    scope = scope_of(head)
    order = _sorted_order(entries, rows)
    if order != sorted(order):
        flags.add("unsorted", "entries", "The rows are not in the order of time.")
    link(entries, flags)
    flag_scope(entries, scope, flags)
    key = key_in(document)
    if key:
        flag_key(key, entries, flags)
    made: Json = {
        "kind": "chronology",
        "columns": [name for name in lines.names if name],
        "entries": entries,
        "sorted_order": order,
        "unread": list(_unread(rows)),
        "flags": flags.to_json(),
        "hidden": reading.hidden.to_json(),
    }
    named = {
        code: names[0] if len(names) == 1 else names for code, names in key.items()
    }
    agency = agency_of(head)
    optional = (("agency", agency), ("scope", scope), ("key", named))
    made |= {name: value for name, value in optional if value}
    keep_dropped(made, document, _is_heading)
    return made


def grids_of(document: Document) -> list[Grid]:
    """All tables of a paper but a key to its codes."""
    found: list[Grid] = []
    above = 0
    for table in tables_of(document):
        if not is_key(table):
            found.append(TableGrid(table, above))
        above += len(table.header) + len(table.rows)
    return found


def _is_heading(words: str) -> str:
    """Whether words head a column."""
    return columns([words])[0]


def _unread(rows: list[Row]) -> Iterator[Json]:
    for n, row in enumerate(rows, 1):
        for label, words in row.line.extra.items():
            yield {"label": f"{label} (entry {n})", "answer": words}


def _entry(n: int, row: Row, flags: Flags) -> Json:
    line, written, at = row.line, row.written, row.time
    entry: Json = {
        "n": n,
        "date": written.to_json(),
        "time": at.time,
        "source": line.get("source"),
        "event": line.get("event"),
        "child_seen": seen_of(line.get("child_seen")),
        "kind": row.kind,
    }
    entry |= {name: said for name in _AS_TYPED if (said := line.get(name))}
    entry |= _ends(row)
    if at.words:
        entry["time_verbatim"] = at.words
    if at.problem:
        entry["time_problem"] = at.problem
    if row.up.at_the_time is not None:
        entry["contemporaneous"] = row.up.at_the_time
    if present := line.get("present"):
        entry["present"] = list(present_in(present))
    if is_formula(entry["source"]):
        entry["source_is_formula_text"] = True
    if row.inherited:
        entry["inherited"] = True
    alone = alone_of(line.get("seen_alone"), line.get("child_seen"))
    for name, why in row.flags:
        flags.add(name, f"entry {n}", why)
    known = {"seen_alone": alone == "yes"} if alone in {"yes", "no"} else {}
    return entry | known


def _ends(row: Row) -> Json:
    """When it ended: a day, else a time."""
    words, until = row.line.get("end"), row.written.until
    if until or words:
        return {"end": until or read_date(words, near=row.written.day).iso}
    return {"end": row.time.until} if row.time.until else {}


def _sorted_order(entries: list[Json], rows: list[Row]) -> list[int]:
    def key(each: tuple[Json, Row]) -> tuple[str, str, int]:
        entry, row = each
        return row.written.sort_key(), entry["time"] or "~", entry["n"]

    return [entry["n"] for entry, _ in sorted(zip(entries, rows, strict=True), key=key)]
