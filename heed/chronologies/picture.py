"""The composite as a picture: a lane for each agency, its gaps, the child's life."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from heed.cases.models import Child as ChildOfCase
from heed.chronologies.naming import with_names_off
from heed.chronologies.queries import Told
from heed.chronologies.silences import Silence
from heed.deidentify.naming import Naming
from heed.papers.chronologies.entries import Gap
from heed.rulebook.words import counted
from heed.ui.lanes import Child, Lanes, Life, Mark, Seen, Shade, lanes

SEEN_IN_WORDS = {
    Seen.YES: "the child was seen",
    Seen.NO: "the child was not seen",
    Seen.NOT_SAID: "it does not say if the child was seen",
}
SILENT = frozenset({"not_seen", "no_answer"})
"""Stretches in which nobody saw the child, or nobody answered."""
OF_ONE = "this agency"
"""In a rule that is of one agency, which the picture names."""
SOME = 12
"""Rows of a gap that the picture names; the page of the gaps names them all."""
SHORT = 160
"""Letters of an event's words that a mark tells; its row tells them all."""


def picture_of(
    told: Sequence[Told],
    *,
    agencies: Sequence[str],
    children: Sequence[ChildOfCase],
    period: tuple[dt.date | None, dt.date | None],
    named: bool,
    naming: Naming | None = None,
    gaps: Sequence[Silence] = (),
    key_rows: Collection[UUID] = (),
    incident: tuple[dt.date | None, dt.date | None] = (None, None),
) -> Lanes | None:
    """The picture of these rows, which are in order; None where none has a date. Those
    of `key_rows` belong to a key practice episode. With names off it tells words as
    `naming` has them, and not when a child was born. Rows that are hidden from its
    reader are shown to be there, and count for no gap."""
    shown = told if named else with_names_off(told, naming)
    dated = [
        (row, row.earliest, row.latest) for row in shown if row.earliest and row.latest
    ]
    if not dated:
        return None
    return lanes(
        [_mark(*each, key_rows) for each in dated],
        names=agencies,
        period=_period([days for _, *days in dated], period),
        shades=[*_shades(gaps)],
        lives=[*_lives(children), *_incident(*incident)] if named else (),
        children=[*_aged(children)] if named else (),
        without_a_day=len(told) - len(dated),
    )


def _period(
    dated: Sequence[Sequence[dt.date]], asked: tuple[dt.date | None, dt.date | None]
) -> tuple[dt.date, dt.date]:
    """The days that are asked for, as far as there are any; else all of them."""
    first = asked[0] or min(first for first, _ in dated)
    last = asked[1] or max(last for _, last in dated)
    return (first, last) if first <= last else (last, first)


def _mark(row: Told, first: dt.date, last: dt.date, keys: Collection[UUID]) -> Mark:
    words = row.words.get("event", "")
    if len(words) > SHORT:
        words = f"{words[:SHORT].rstrip()} …"
    return Mark(
        lane=row.agency,
        first=first,
        last=last,
        number=row.cited,
        words=words or _seen_in_words(row),
        seen=_seen(row),
        key=bool(keys) and row.pk in keys and not row.hidden,
        held=row.hidden,
    )


def _seen(row: Told) -> str:
    """What a row says of the child; nothing where it is hidden from its reader."""
    told = not row.hidden and row.child_seen in {Seen.YES, Seen.NO}
    return row.child_seen if told else Seen.NOT_SAID


def _seen_in_words(row: Told) -> str:
    return SEEN_IN_WORDS[Seen(_seen(row))]


def _shades(found: Sequence[Silence]) -> Iterator[Shade]:
    """The gaps, each with its rule and the numbers of its rows."""
    for each in found:
        words = _in_words(each.gap, [row.cited for row in each.rows])
        if OF_ONE in each.gap.rule:
            words = f"{each.rows[0].agency}: {words}"
        silent = each.gap.kind in SILENT
        days = {"first": each.gap.first, "last": each.gap.last}
        yield Shade(**days, words=words, is_silence=silent)


def _in_words(gap: Gap, numbers: Sequence[str]) -> str:
    rows = "Row" if len(numbers) == 1 else "Rows"
    days, more = counted(gap.days, "day"), len(numbers) - SOME
    said = ", ".join(numbers[:SOME])
    said = f"{said} and {more} more, on the page of the gaps" if more > 0 else said
    return f"{gap.rule} {days}. {rows} {said}."


def _lives(children: Sequence[ChildOfCase]) -> Iterator[Life]:
    for child in children:
        if child.born_on:
            yield Life(on=child.born_on, words=f"{child.shown_as} was born")
        if child.died_on:
            yield Life(on=child.died_on, words=f"{child.shown_as} died")


def _incident(first: dt.date | None, last: dt.date | None) -> Iterator[Life]:
    """The day of the incident, or the days between which it was."""
    if first and last and last != first:
        yield Life(on=first, words="The incident: not before this day")
        yield Life(on=last, words="The incident: not after this day")
    elif first:
        yield Life(on=first, words="The incident")


def _aged(children: Sequence[ChildOfCase]) -> Iterator[Child]:
    for child in children:
        if child.born_on:
            yield Child(name=child.shown_as, born=child.born_on, died=child.died_on)
