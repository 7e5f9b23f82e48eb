"""An agency's chronology: every row an entry, none dropped, in the order of time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from heed.papers.blocks import Cell, Document, Table, leaves
from heed.papers.dates import WrittenDate, order_of, read_date, read_time, split_time
from heed.papers.forms.boxes import words_of
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.columns import columns, is_header
from heed.papers.forms.flags import Flags
from heed.papers.hidden import Reading

Json = dict[str, Any]

_GAP = re.compile(
    r"(gap:?|no (contact|records?|involvement|entries|activity))\b", re.IGNORECASE
)
_SEEN = {"yes": "yes", "no": "no", "not_known": "not_recorded", None: "not_recorded"}
_AGENCY = re.compile(
    r"^\s*(?:name of )?(?:agency|organisation)\s*:\s*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_AS_TYPED = ("agency", "outcome", "child", "child_voice", "comment")


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a chronology by the names of its columns."""

    said: dict[str, str]
    extra: dict[str, str]


def read_chronology(reading: Reading) -> Json:
    """The chronology JSON of reading.md."""
    flags = Flags()
    document = reading.document
    lines: list[_Line] = []
    names: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found = list(_lines(block, names))
            names = names or _names(block)
            lines += found
    if not lines:
        flags.add("no_form", "document", "No table with dates and events was found.")
    unread: list[Json] = []
    entries = _entries(lines, document, flags, unread)
    order = _sorted_order(entries)
    _flag_order(entries, order, flags)
    made: Json = {
        "kind": "chronology",
        "columns": [name for name in names if name],
        "entries": [entry for entry, _ in entries],
        "sorted_order": order,
        "unread": unread,
        "flags": flags.to_json(),
        "hidden": reading.hidden.to_json(),
    }
    agency = _agency(document)
    return made | ({"agency": agency} if agency else {})


def _agency(document: Document) -> str:
    blocks = (block for block in document.blocks if not isinstance(block, Table))
    words = "\n".join(said for _, said in leaves(tuple(blocks)))
    match = _AGENCY.search(words)
    return match[1].strip() if match else ""


def _names(table: Table) -> list[str]:
    for row in (*table.header, *table.rows):
        names = columns([words_of(cell) for cell in row])
        if is_header(names):
            return names
    return []


def _lines(table: Table, before: list[str]) -> Iterator[_Line]:
    """The rows under the headings; a table without its own goes on from the last."""
    rows = [*table.header, *table.rows]
    start, names, labels = 0, before, before
    for number, row in enumerate(rows):
        texts = [words_of(cell) for cell in row]
        if is_header(columns(texts)):
            start, names, labels = number + 1, columns(texts), texts
            break
    if not names:
        return
    hanging = _Hanging()
    for row in rows[start:]:
        texts = hanging.texts(row)
        if any(texts) and columns(texts) != names:
            yield _line(names, labels, texts, alone=len(row) == 1)


class _Hanging:
    """Cells that reach over several rows stand in the first of them only."""

    def __init__(self) -> None:
        self._reach: dict[int, int] = {}

    def texts(self, row: tuple[Cell, ...]) -> list[str]:
        """The words of a row by column, blank where a cell above reaches down."""
        found: list[str] = []
        for cell in row:
            self._skip(found)
            at = len(found)
            found += [words_of(cell), *[""] * (cell.column_span - 1)]
            if cell.row_span > 1:
                self._reach[at] = cell.row_span - 1
        self._skip(found)
        return found

    def _skip(self, found: list[str]) -> None:
        while self._reach.get(len(found), 0):
            self._reach[len(found)] -= 1
            found.append("")


def _line(
    names: list[str], labels: list[str], texts: list[str], *, alone: bool
) -> _Line:
    said = {name: text for name, text in zip(names, texts, strict=False) if name}
    if alone:
        said = {"event": "".join(texts)}
    pairs = zip(names, labels, texts, strict=False)
    extra = {label: text for name, label, text in pairs if not name and text}
    return _Line(said, extra)


def _entries(
    lines: list[_Line], document: Document, flags: Flags, unread: list[Json]
) -> list[tuple[Json, WrittenDate]]:
    order = order_of(line.said.get("date", "") for line in lines)
    made: list[tuple[Json, WrittenDate]] = []
    last = WrittenDate()
    for n, line in enumerate(lines, 1):
        words, time = split_time(line.said.get("date", ""))
        inherited = not words.strip() and "source" in line.said and bool(last.iso)
        written = last if inherited else read_date(words, near=last.day, order=order)
        entry = _entry(n, line.said, written, line.said.get("time") or time)
        if inherited:
            entry["inherited"] = True
            flags.add("merged_date_cells", f"entry {n}", "The date stands further up.")
        else:
            flags.of_date(written, f"entry {n}")
        _flag_entry(entry, flags)
        unread += [
            {"label": f"{k} (entry {n})", "answer": v} for k, v in line.extra.items()
        ]
        made.append((entry, written))
        last = written if written.iso else last
    return made


def _entry(n: int, said: dict[str, str], written: WrittenDate, words: str) -> Json:
    time = read_time(words)
    event = said.get("event", "")
    entry: Json = {
        "n": n,
        "date": written.to_json(),
        "time": time.time,
        "source": said.get("source", ""),
        "event": event,
        "child_seen": _seen(said),
        "kind": _kind(said, event),
    }
    entry |= {name: said[name] for name in _AS_TYPED if said.get(name)}
    if words:
        entry["time_verbatim"] = words
    if time.problem:
        entry["time_problem"] = time.problem
    if written.until:
        entry["end"] = written.until
    if said.get("present"):
        entry["present"] = [p.strip() for p in re.split(r"[;,\n]", said["present"])]
    alone = choice(YES_NO, said.get("seen_alone", ""))
    return entry | ({"seen_alone": alone == "yes"} if alone in {"yes", "no"} else {})


def _seen(said: dict[str, str]) -> str:
    words = said.get("child_seen", "")
    if re.fullmatch(r"n/?a|not applicable", words.strip(), re.IGNORECASE):
        return "not_applicable"
    return _SEEN.get(choice(YES_NO, words), "not_recorded")


def _kind(said: dict[str, str], event: str) -> str:
    if _GAP.match(event):
        return "gap"
    return "context" if set(said) == {"event"} else "event"


def _flag_entry(entry: Json, flags: Flags) -> None:
    where = f"entry {entry['n']}"
    if entry["kind"] == "gap":
        flags.add("gap_row", where, "The row states a time without contact.")
    elif entry["kind"] == "context":
        flags.add("context_row", where, "The row gives context and no event.")
    elif not entry["date"]["iso"] and not entry["date"].get("candidates"):
        flags.add("undated_row", where, "The row has no date that can be read.")


def _sorted_order(entries: list[tuple[Json, WrittenDate]]) -> list[int]:
    def key(each: tuple[Json, WrittenDate]) -> tuple[str, str, int]:
        entry, written = each
        return written.sort_key(), entry["time"] or "~", entry["n"]

    return [entry["n"] for entry, _ in sorted(entries, key=key)]


def _flag_order(
    entries: list[tuple[Json, WrittenDate]], order: list[int], flags: Flags
) -> None:
    if order != sorted(order):
        flags.add("unsorted", "entries", "The rows are not in the order of time.")
    seen: dict[tuple[str, str], int] = {}
    for entry, written in entries:
        same = (written.sort_key(), re.sub(r"\W+", " ", entry["event"]).lower().strip())
        first = seen.setdefault(same, entry["n"])
        if first != entry["n"] and same[1]:
            entry["duplicate_of"] = first
            why = f"Says what entry {first} says."
            flags.add("duplicates_suspected", f"entry {entry['n']}", why)
