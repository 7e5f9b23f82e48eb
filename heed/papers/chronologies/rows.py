"""What each row of a chronology means: its day, its time, its kind. THE rules of it.

What `heed read` says and what a merge puts together both come from here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from heed.papers.chronologies.entries import Dated, dated, dated_plainly
from heed.papers.chronologies.lines import Line
from heed.papers.chronologies.restricted import HINTS_OF_RESTRICTION
from heed.papers.dates import (
    Known,
    Order,
    WrittenDate,
    order_of,
    read_date,
    read_plain,
    read_relative,
    read_serial,
    split_time,
)
from heed.papers.dates.london import clocks_change_on
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.chronology_times import (
    AT_SOME_TIME,
    NOT_TIMED,
    Timed,
    Written,
    timed,
    usual_time,
    written_up,
)
from heed.papers.forms.flags import flags_of
from heed.papers.patterns import later

_GAP = later(
    r"^\W*(gap\b|no (further |other |known |recorded |agency )?(contacts?|records?|"
    r"involvement|entries|activity|information)\b)|no contact (between|from|for|until)|"
    r"^nothing (is |was )?recorded",
    re.IGNORECASE,
)
_GAP_HINTS = ("gap", "no ", "nothing")
_CONTEXT = later(r"\W*(context|background|note|national|policy)\s*[:–-]", re.IGNORECASE)
_CONTEXT_HINTS = ("context", "background", "note", "national", "policy")
_CONTEXT_SIGNS = (":", "–", "-")
_SEEN = {"yes": "yes", "no": "no", "not_known": "not_recorded", None: "not_recorded"}
_NOT_SEEN = later(
    r"\s*(?:(?:the )?(?:child(?:ren)?|baby) )?(?:was |were )?not (?:been )?seen\b"
    r"(?! (?:alone|recorded))",
    re.IGNORECASE,
)
_WHOLE_YEAR = later(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KINDS = frozenset(("decision", "contact", "other"))
_BEGINS = frozenset(("gap", "no ", "not", "con", "bac", "nat", "pol"))
"""How an event begins that may be a gap or a context, but for signs."""
_CACHED = 1 << 15
Flag = tuple[str, str]


@dataclass(slots=True)
class Row:
    """One row as it was understood."""

    line: Line
    written: WrittenDate
    date: Dated
    inherited: bool
    time: Timed
    kind: str
    up: Written
    flags: tuple[Flag, ...]
    """Names of reading.md, each with its reason."""
    plain: bool = False
    """Whether no rule has anything to say of its words."""


@dataclass(frozen=True, slots=True)
class _Day:
    """What stands where the date belongs."""

    words: str
    time: str
    written: WrittenDate
    date: Dated
    flags: tuple[Flag, ...]


def rows_of(
    lines: Iterable[Line], born: date | None = None, due: date | None = None
) -> list[Row]:
    """The rows of a chronology, in its order: one lends its day to the next."""
    lines = list(lines)
    order = order_of({line.get("date") for line in lines})
    odd = telling({text for line in lines for text in line.texts})
    made: list[Row] = []
    last = WrittenDate()
    for line in lines:
        row = _plain_row(line, order) if odd.isdisjoint(line.texts) else None
        row = row or row_of(line, last, order, (born, due))
        made.append(row)
        last = row.written if row.written.iso else last
    return made


# Most rows are a whole date, a usual time and words that no rule looks for.

_LATER, _THEN = ("\n", " later", " afterwards", " subsequently"), (" on", " at")
_HINTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("retrospective", "no contact ", *HINTS_OF_RESTRICTION), ("",)),
    **dict.fromkeys(("\n=", "\n#"), ("",)),
    **dict.fromkeys(("recorded", "entered", "added"), (*_LATER, *_THEN)),
    "written": (*_LATER, " up", " from"),
    "late": (" entry", "\n"),
    "logged": ("\n", *_THEN),
}
"""Without one of these, and what may follow it, no rule says anything of the words of
a row; what is said of how an event begins is looked at besides."""


_BETWEEN = "\n\0\n"


def telling(said: Iterable[str]) -> set[str]:
    """The texts of cells that a rule may have something to say of: found by one look
    through all of them, for each hint."""
    texts = list(said)
    whole = f"\n{_BETWEEN.join(texts)}\n".lower()
    if whole.count("\0") != len(texts) - 1:
        return set(texts)
    found: set[str] = set()
    for hint, tails in _HINTS.items():
        if hint[-1] not in whole:
            continue
        n = last = 0
        at = whole.find(hint)
        while at >= 0:
            if whole.startswith(tails, at + len(hint)):
                n, last = n + whole.count("\0", last, at), at
                found.add(texts[n])
            at = whole.find(hint, at + 1)
    return found


def may_mean_more(begins: str) -> bool:
    """Whether an event that begins with these three signs may be a gap or a context."""
    return bool(begins) and (not begins[0].isalnum() or begins.lower() in _BEGINS)


def _plain_row(line: Line, order: Order) -> Row | None:
    """A row of a whole date and a usual time; None for any other. `row_of` would read
    the same."""
    frame, texts = line.frame, line.texts
    if line.alone or not frame.is_usual or len(texts) < len(frame.names):
        return None
    day = whole_day(texts[frame.at["date"]], order)
    words = texts[frame.clock] if frame.clock >= 0 else ""
    at = usual_time(words)
    if day is None or at is None or may_mean_more(texts[frame.event][:3]):
        return None
    written, kept = day
    if words[:2] == "01" and clocks_change_on(kept.earliest):
        return None
    return Row(line, written, kept, False, at, "event", AT_SOME_TIME, (), plain=True)


_WHOLE_DAYS: dict[str, tuple[WrittenDate, Dated]] = {}
"""Whole dates as they are typed, and nothing else that stands where one belongs."""


def whole_day(typed: str, order: Order) -> tuple[WrittenDate, Dated] | None:
    """A whole date in a usual notation; None for any other words."""
    if order is not Order.DAY_FIRST:
        return None
    known = _WHOLE_DAYS.get(typed)
    if known is None and (plain := read_plain(typed, order)):
        if len(_WHOLE_DAYS) >= _CACHED:
            _WHOLE_DAYS.clear()
        day = plain.day
        known = _WHOLE_DAYS[typed] = (
            plain,
            dated_plainly(typed, day) if day else dated(plain),
        )
    return known


def row_of(
    line: Line, last: WrittenDate, order: Order, known: tuple[date | None, date | None]
) -> Row:
    """A row as every rule understands it, below one of this date."""
    typed = line.get("date")
    near = None if _WHOLE_YEAR.search(typed) else _near(last)
    day = _day(typed, near, order)
    written, kept, flags = day.written, day.date, day.flags
    context = line.alone or line.frame.only_events
    inherited = not day.words.strip() and not context and bool(last.iso)
    if inherited:
        written, kept = last, dated(last, inherited=True)
        flags = (("merged_date_cells", "The date stands further up."),)
        if _goes_on(line):
            why = "The row may go on with what the row above it says."
            flags = (("row_goes_on", why), *flags)
    elif not written.iso:
        told = read_relative(day.words, Known(last.day, *known))
        if told:
            written, kept = told, dated(told, told=True)
            why = f"“{day.words}” is worked out from another date."
            flags = (("relative_dates_inferred", why),)
    at = _timed(line, day.time, written)
    event = line.get("event")
    up = written_up(_said(line, event), line.get("recorded"), written.day)
    kind = kind_of(line, event)
    flags = (*at.flags, *_of_words(line, up), *flags, *_of_kind(kind, kept))
    return Row(line, written, kept, inherited, at, kind, up, flags)


def _goes_on(line: Line) -> bool:
    """Whether a row says nothing but words that begin as the middle of a sentence."""
    said = [text for text in line.texts if text]
    return len(said) == 1 and said[0] == line.get("event") and said[0][0].islower()


def _near(last: WrittenDate) -> date | None:
    """The day that lends its year to the row below: of a month, its middle."""
    if last.day or last.iso is None or len(last.iso) != len("2016-05"):
        return last.day
    return date.fromisoformat(f"{last.iso}-15")


@lru_cache(maxsize=_CACHED)
def _day(typed: str, near: date | None, order: Order) -> _Day:
    plain = read_plain(typed, order)
    if plain:
        return _Day(typed, "", plain, dated(plain), ())
    serial = read_serial(typed)
    words, time = (typed, serial[1]) if serial else split_time(typed)
    written = serial[0] if serial else read_date(words, near=near, order=order)
    return _Day(words, time, written, dated(written), flags_of(written))


def _timed(line: Line, beside: str, written: WrittenDate) -> Timed:
    words = line.get("time") or beside
    if not words:
        return NOT_TIMED
    return timed(words, written.day, utc=line.frame.utc)


def _said(line: Line, event: str) -> str:
    return f"{event} {line.get('comment')} {line.get('source')}"


def _of_words(line: Line, up: Written) -> tuple[Flag, ...]:
    found: tuple[Flag, ...] = ()
    if up.late:
        why = "The row was written up after the event."
        found = (("out_of_order_retrospective_entry", why),)
    starts = {text[:1] for text in line.texts}
    if starts & _OF_FORMULAS and any(map(is_formula, line.said.values())):
        why = "A cell holds a formula, or what is left of one."
        found = (*found, ("formula_cell", why))
    return found


_OF_FORMULAS = frozenset("=#")


def _of_kind(kind: str, day: Dated) -> tuple[Flag, ...]:
    if kind == "gap":
        return (("gap_row", "The row states a time without contact."),)
    if kind == "context":
        return (("context_row", "The row gives context and no event."),)
    if not day.iso and not day.candidates:
        return (("undated_row", "The row has no date that can be read."),)
    return ()


def is_formula(text: str) -> bool:
    """Whether a cell holds a formula, or what is left of one."""
    return re.match(r"=\s?[A-Za-z($\"+-]|#(REF|NAME|VALUE|N/A|DIV)", text) is not None


def kind_of(line: Line, event: str) -> str:
    """event, gap, context, decision, contact or other."""
    named = line.get("kind").strip().lower()
    low = event.lower()
    if named == "gap" or (
        any(hint in low for hint in _GAP_HINTS) and _GAP.search(event)
    ):
        return "gap"
    if line.alone or line.frame.only_events or named == "context":
        return "context"
    if any(sign in event for sign in _CONTEXT_SIGNS) and _CONTEXT.match(event):
        return "context"
    return named if named in _KINDS else "event"


@lru_cache(maxsize=_CACHED)
def seen_of(words: str) -> str:
    """yes, no, not_recorded or not_applicable."""
    if re.fullmatch(r"n/?a|not applicable", words.strip(), re.IGNORECASE):
        return "not_applicable"
    if _NOT_SEEN.match(words):
        return "no"
    return _SEEN.get(choice(YES_NO, words), "not_recorded")


@lru_cache(maxsize=_CACHED)
def alone_of(alone: str, seen: str) -> str:
    """yes, no or not_recorded: by its own column, or by that of who was seen."""
    found = choice(YES_NO, alone)
    if found is None and re.search(r"\balone\b", seen):
        return "no" if re.search(r"not (seen )?alone", seen) else "yes"
    return found if found in {"yes", "no"} else "not_recorded"


def present_in(words: str) -> tuple[str, ...]:
    """Who was there, one by one."""
    return tuple(p.strip() for p in re.split(r"[;,\n]", words)) if words else ()


def forget_rows() -> None:
    """Forget what was understood of the words of a paper, when it was read."""
    for each in (_day, seen_of, alone_of):
        each.cache_clear()
