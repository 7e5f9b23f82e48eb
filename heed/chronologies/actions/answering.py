"""Rows in doubt are answered, all of a kind at one press, and that is taken back."""

from datetime import date, time

from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.doubts import Answer, answered
from heed.chronologies.models import Answered, Chronology, Row
from heed.chronologies.queries import cleared_for, doubts_in
from heed.chronologies.standing import CHANGED, as_it_is, was_answered_again
from heed.chronologies.understanding import KINDS, Json, clear_of, words_of
from heed.papers.chronologies.kept import entry_of
from heed.rulebook import process

NONE_WAIT = "No row of this kind waits for an answer any more."
OVER = "This was taken back already."
ANSWERED_AGAIN = (
    "Some of these rows were answered again since. Take that answer back first."
)
NONE_STANDS = (
    "No row stands on this answer any more: each was put right, or told anew by a "
    "newer file or other columns."
)
NOT_YOURS = (
    "The rows that were answered are restricted, and you are not cleared to read them."
)


def answer_doubts(
    chronology: Chronology,
    *,
    kind: str,
    answer: str = Answer.AS_PROPOSED,
    by,
    at,
    seen: Seen | None = None,
) -> Answered:
    """Answer all rows of one kind of doubt at one press: as is proposed, with the day
    or the month first, or that they stay without a date. Rows that are restricted to
    others wait for them."""
    with carrying_out(process.ANSWER_DOUBTS, chronology, by=by, at=at, seen=seen) as it:
        cleared = {"", *cleared_for(by, it.case, at=at)}
        waiting = doubts_in(it).get(kind, []) if kind in KINDS else []
        rows = [row for row in waiting if row.restricted in cleared]
        if not rows:
            raise Refused(NONE_WAIT)
        given = Answered.objects.create(
            **belonging_to(it.case),
            chronology=it,
            kind=kind,
            count=len(rows),
            answered_at=at,
            answered_by=by.actor_name,
            before={str(row.pk): as_it_is(row) for row in rows},
        )
        for row in rows:
            _answer(row, kind, answer, given)
    return given


def _answer(row: Row, kind: str, answer: str, given: Answered) -> None:
    entry = answered(entry_of({"n": 0, **row.words}), kind, answer)
    row.words, row.answered_in = words_of(entry), given
    clear = clear_of(entry)
    for name in CHANGED:
        setattr(row, name, clear[name])
    row.version += 1
    row.save(update_fields=[*CHANGED, "words", "answered_in", "version"])


def take_doubts_back(given: Answered, *, by, at, seen: Seen | None = None) -> Answered:
    """Take an answer back: every row says again what it said before, and waits. A row
    that somebody has put right since stays as they left it; one that was answered again
    has that answer taken back first. Rows that are restricted to others stay answered
    until somebody who may read them takes them back too."""
    with carrying_out(process.TAKE_DOUBTS_BACK, given, by=by, at=at, seen=seen) as it:
        if it.taken_back_at:
            raise Refused(OVER)
        cleared = {"", *cleared_for(by, it.case, at=at)}
        if was_answered_again(it):
            raise Refused(ANSWERED_AGAIN)
        answered_rows = list(Row.objects.filter(answered_in=it))
        rows = [row for row in answered_rows if row.restricted in cleared]
        if not rows:
            raise Refused(NOT_YOURS if answered_rows else NONE_STANDS)
        for row in rows:
            _put_back(row, it.before[str(row.pk)])
        if len(rows) == len(answered_rows):
            it.taken_back_at = at
            it.save(update_fields=["taken_back_at"])
    return it


def _put_back(row: Row, before: Json) -> None:
    row.words = before["words"]
    for name, value in before["clear"].items():
        setattr(row, name, _READ.get(name, lambda said: said)(value))
    row.answered_in_id = before["in"] or None
    row.version += 1
    row.save(update_fields=[*CHANGED, "words", "answered_in", "version"])


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _time(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None


_READ = {"earliest": _day, "latest": _day, "stands_on": _day, "time": _time}
