"""An agency's chronology: every row an entry, none dropped, in the order of time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from heed.papers.blocks import Document, Table
from heed.papers.dates import (
    Known,
    WrittenDate,
    order_of,
    read_date,
    read_relative,
    read_serial,
    split_time,
)
from heed.papers.forms.agency_head import titled_agency
from heed.papers.forms.boxes import words_of
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.chronology_key import flag_key, is_key, key_in, tables_of
from heed.papers.forms.chronology_links import link
from heed.papers.forms.chronology_times import (
    add_recording,
    add_time,
    days_of_birth,
    flag_scope,
    head_of,
    scope_of,
)
from heed.papers.forms.columns import columns, is_header, with_contents
from heed.papers.forms.dropped import keep_dropped
from heed.papers.forms.flags import Flags
from heed.papers.forms.laid import Columns, laid, starts
from heed.papers.forms.paper_flags import flag_hidden
from heed.papers.forms.shapes import asks_by_shape
from heed.papers.hidden import Reading
from heed.papers.patterns import later

Json = dict[str, Any]

_GAP = later(
    r"^\W*(gap\b|no (further |other |known |recorded |agency )?(contacts?|records?|"
    r"involvement|entries|activity|information)\b)|no contact (between|from|for|until)|"
    r"^nothing (is |was )?recorded",
    re.IGNORECASE,
)
_CONTEXT = later(r"\W*(context|background|note|national|policy)\s*[:–-]", re.IGNORECASE)
_SEEN = {"yes": "yes", "no": "no", "not_known": "not_recorded", None: "not_recorded"}
_NOT_SEEN = later(
    r"\s*(?:(?:the )?(?:child(?:ren)?|baby) )?(?:was |were )?not (?:been )?seen\b"
    r"(?! (?:alone|recorded))",
    re.IGNORECASE,
)
_AGENCY = later(
    r"^\s*(?:name of )?(?:agency|organisation)\s*:\s*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_AS_TYPED = ("agency", "outcome", "child", "child_voice", "comment")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a chronology by the names of its columns."""

    said: dict[str, str]
    extra: dict[str, str]
    labels: dict[str, str]
    """The heading of each column, as it was typed."""
    row: int = 0
    """Its row among those of all tables, as a person counts."""
    utc: bool = False
    """Whether the heading of its time says that it is universal time."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A chronology as it was understood, row by row."""

    made: Json
    """As reading.md has it."""
    lines: list[Line]
    dates: list[WrittenDate]


def read_chronology(reading: Reading) -> Json:
    """The chronology JSON of reading.md."""
    return understood(reading).made


def understood(reading: Reading) -> Understood:
    """What a chronology says, with the rows and the dates that it was made of."""
    flags = Flags()
    document = reading.document
    names, lines = _rows(document)
    if not lines:
        flags.add("no_form", "document", "No table with dates and events was found.")
    flag_hidden(reading.hidden, flags)
    unread: list[Json] = []
    entries = _entries(lines, document, flags, unread)
    made_entries = [entry for entry, _ in entries]
    scope = scope_of(document)
    order = _sorted_order(entries)
    if order != sorted(order):
        flags.add("unsorted", "entries", "The rows are not in the order of time.")
    link(made_entries, flags)
    flag_scope(made_entries, scope, flags)
    key = key_in(document)
    if key:
        flag_key(key, made_entries, flags)
    made: Json = {
        "kind": "chronology",
        "columns": [name for name in names if name],
        "entries": made_entries,
        "sorted_order": order,
        "unread": unread,
        "flags": flags.to_json(),
        "hidden": reading.hidden.to_json(),
    }
    named = {
        code: names[0] if len(names) == 1 else names for code, names in key.items()
    }
    agency = _agency(document)
    optional = (("agency", agency), ("scope", scope), ("key", named))
    made |= {name: value for name, value in optional if value}
    keep_dropped(made, document, _is_heading)
    return Understood(made, lines, [written for _, written in entries])


def _is_heading(words: str) -> str:
    """Whether words head a column."""
    return columns([words])[0]


def _rows(document: Document) -> tuple[list[str], list[Line]]:
    """The names of the columns, and the rows of all tables but a key."""
    lines: list[Line] = []
    names: list[str] = []
    above = 0
    for table in tables_of(document):
        if not is_key(table):
            found = list(_lines(table, names, above))
            names = names or _names(table)
            lines += found
        above += len(table.header) + len(table.rows)
    return names, lines


def _agency(document: Document) -> str:
    head = head_of(document)
    match = _AGENCY.search(head)
    return match[1].strip() if match else titled_agency(head)


def _names(table: Table) -> list[str]:
    return _header(table)[1]


def _header(table: Table) -> tuple[int, list[str], list[str]]:
    """Where the headings stand, what they mean, and as they were typed. Those that no
    heading shows are told by what stands below.
    """
    texts = [[words_of(cell) for cell in row] for row in (*table.header, *table.rows)]
    named = [n for n, said in enumerate(texts) if is_header(columns(said))]
    shaped = [n for n, said in enumerate(texts) if _may_head(said, texts[n + 1 :])]
    for number in (*named[:1], *shaped[:1]):
        names = columns(texts[number])
        body = [row for row in texts[number + 1 :] if len(row) == len(names)]
        names = with_contents(texts[number], names, body)
        if is_header(names):
            return number, names, texts[number]
    return -1, [], []


def _may_head(said: list[str], below: list[list[str]]) -> bool:
    """Whether a row could hold headings by its shape alone."""
    filled = [text for text in said if text]
    enough = len(filled) >= _LEAST and len(filled) * 2 > len(said)
    wide = sum(len(row) == len(said) for row in below)
    return enough and wide > 1 and all(map(asks_by_shape, filled))


_LEAST = 3


def _lines(table: Table, before: list[str], above: int) -> Iterator[Line]:
    """The rows under the headings; a table without its own goes on from the last."""
    rows = [*table.header, *table.rows]
    start, names, labels = 0, before, before
    head, found, typed = _header(table)
    if found:
        start, names, labels = head + 1, found, typed
    if not names:
        return
    grid = laid(rows)
    places = starts(grid[start - 1]) if start else sorted(grid[0])
    for number in range(start, len(rows)):
        texts = _texts(grid, number, places)
        alone = len(rows[number]) == 1
        below = not alone and _is_note(names, texts)
        if below or not any(texts) or texts == labels:
            continue
        if not is_header(columns(texts)):
            said = texts[:1] if alone else texts
            yield _line(names, labels, said, above + number + 1, alone=alone)


def _is_note(names: list[str], texts: list[str]) -> bool:
    """Whether a row holds but a sentence where no column of a chronology has one."""
    filled = [(name, text) for name, text in zip(names, texts, strict=False) if text]
    told = {"event", "date", "action", "response", "outcome", "comment"}
    return len(filled) == 1 and filled[0][0] not in told and len(filled[0][1]) > _LONG


_LONG = 40


def _texts(grid: list[Columns], number: int, places: list[int]) -> list[str]:
    """The words of a row by column, blank where a cell above reaches down."""
    row, above = grid[number], grid[number - 1] if number else {}
    return [
        words_of(row[at]) if at in row and row[at] is not above.get(at) else ""
        for at in places
    ]


def _line(
    names: list[str], labels: list[str], texts: list[str], row: int, *, alone: bool
) -> Line:
    said = {name: text for name, text in zip(names, texts, strict=False) if name}
    if alone:
        said = {"event": "".join(texts)}
    pairs = zip(names, labels, texts, strict=False)
    extra = {label: text for name, label, text in pairs if not name and text}
    utc = any(
        re.search(r"\b(utc|gmt|zulu)\b", label, re.IGNORECASE)
        for name, label in zip(names, labels, strict=False)
        if name in {"date", "time"}
    )
    typed = dict(zip(names, labels, strict=False))
    return Line(said, extra, typed, row, utc)


def _entries(
    lines: list[Line], document: Document, flags: Flags, unread: list[Json]
) -> list[tuple[Json, WrittenDate]]:
    order = order_of(line.said.get("date", "") for line in lines)
    born, due = days_of_birth(document)
    made: list[tuple[Json, WrittenDate]] = []
    last = WrittenDate()
    for n, line in enumerate(lines, 1):
        words, time, numbered = _parted(line.said.get("date", ""))
        is_context = set(line.said) == {"event"}
        inherited = not words.strip() and not is_context and bool(last.iso)
        known = Known(last=last.day, born=born, due=due)
        read = numbered or read_date(words, near=_near(last), order=order)
        written = last if inherited else read
        relative = None if written.iso else read_relative(words, known)
        written = relative or written
        entry = _entry(n, line, written, line.said.get("time") or time, flags)
        if relative:
            why = f"“{words}” is worked out from another date."
            flags.add("relative_dates_inferred", f"entry {n}", why)
        if inherited:
            entry["inherited"] = True
            flags.add("merged_date_cells", f"entry {n}", "The date stands further up.")
        elif not relative:
            flags.of_date(written, f"entry {n}")
        _flag_entry(entry, flags)
        unread += [
            {"label": f"{k} (entry {n})", "answer": v} for k, v in line.extra.items()
        ]
        made.append((entry, written))
        last = written if written.iso else last
    return made


def _near(last: WrittenDate) -> date | None:
    """The day that lends its year to the row below: of a month, its middle."""
    if last.day or last.iso is None or len(last.iso) != len("2016-05"):
        return last.day
    return date.fromisoformat(f"{last.iso}-15")


def _parted(typed: str) -> tuple[str, str, WrittenDate | None]:
    """The words of a day, its time, and the day where a sheet left its number."""
    serial = read_serial(typed)
    return (typed, serial[1], serial[0]) if serial else (*split_time(typed), None)


def _entry(n: int, line: Line, written: WrittenDate, words: str, flags: Flags) -> Json:
    said = line.said
    event = said.get("event", "")
    entry: Json = {
        "n": n,
        "date": written.to_json(),
        "time": None,
        "source": said.get("source", ""),
        "event": event,
        "child_seen": _seen(said),
        "kind": _kind(said, event),
    }
    entry |= {name: said[name] for name in _AS_TYPED if said.get(name)}
    if written.until or said.get("end"):
        entry["end"] = written.until or read_date(said["end"], near=written.day).iso
    add_time(entry, words, written.day, flags, utc=line.utc)
    add_recording(entry, said.get("recorded", ""), written.day, flags)
    if said.get("present"):
        entry["present"] = [p.strip() for p in re.split(r"[;,\n]", said["present"])]
    alone = choice(YES_NO, said.get("seen_alone", ""))
    if alone is None and re.search(r"\balone\b", said.get("child_seen", "")):
        alone = "no" if re.search(r"not (seen )?alone", said["child_seen"]) else "yes"
    if _is_formula(said.get("source", "")):
        entry["source_is_formula_text"] = True
    if any(map(_is_formula, said.values())):
        why = "A cell holds a formula, or what is left of one."
        flags.add("formula_cell", f"entry {n}", why)
    return entry | ({"seen_alone": alone == "yes"} if alone in {"yes", "no"} else {})


def _is_formula(text: str) -> bool:
    return re.match(r"=\s?[A-Za-z($\"+-]|#(REF|NAME|VALUE|N/A|DIV)", text) is not None


def _seen(said: dict[str, str]) -> str:
    words = said.get("child_seen", "")
    if re.fullmatch(r"n/?a|not applicable", words.strip(), re.IGNORECASE):
        return "not_applicable"
    if _NOT_SEEN.match(words):
        return "no"
    return _SEEN.get(choice(YES_NO, words), "not_recorded")


def _kind(said: dict[str, str], event: str) -> str:
    named = said.get("kind", "").strip().lower()
    if _GAP.search(event) or named == "gap":
        return "gap"
    if set(said) == {"event"} or named == "context" or _CONTEXT.match(event):
        return "context"
    kinds = {"decision", "contact", "other"}
    return named if named in kinds else "event"


def _flag_entry(entry: Json, flags: Flags) -> None:
    where = f"entry {entry['n']}"
    if entry["kind"] == "gap":
        flags.add("gap_row", where, "The row states a time without contact.")
    elif entry["kind"] == "context":
        flags.add("context_row", where, "The row gives context and no event.")
    elif not entry["date"]["iso"] and not entry["date"].get("candidates"):
        flags.add("undated_row", where, "The row has no date that can be read.")


def _sorted_order(entries: list[tuple[Json, WrittenDate]]) -> list[int]:
    def key(each: tuple[Json, WrittenDate]) -> tuple[str, str, int, int]:
        entry, written = each
        sequence = entry.get("sequence", 0)
        return written.sort_key(), entry["time"] or "~", sequence, entry["n"]

    return [entry["n"] for entry, _ in sorted(entries, key=key)]
