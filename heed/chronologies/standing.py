"""What was answered of rows in doubt, and stands: the last answer on top, and what each
row said before it, so that all of it can be taken back."""

from dataclasses import replace
from datetime import date, time

from heed.chronologies.models import Answered, Chronology, Row
from heed.chronologies.understanding import OF_TIMES, Json, clear_of, words_of
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.kept import entry_of

CHANGED = ("earliest", "latest", "stands_on", "breadth", "time", "doubt")


def answers_of(chronology: Chronology) -> dict[str, Answered]:
    """The answers that were given in a chronology, by their keys."""
    return {str(given.pk): given for given in chronology.answers.all()}


def answers_on(row: Row, answers: dict[str, Answered]) -> list[Answered]:
    """The answers on which a row stands, the last one first."""
    found, last = [], str(row.answered_in_id or "")
    while last:
        found.append(answers[last])
        last = answers[last].before[str(row.pk)]["in"]
    return found


def was_answered_again(given: Answered) -> bool:
    """Whether a later answer stands on a row that this one answered."""
    rows = Row.objects.filter(pk__in=list(given.before)).exclude(answered_in=given)
    answers = answers_of(given.chronology)
    again = rows.exclude(answered_in=None).only("pk", "answered_in")
    return any(given in answers_on(row, answers) for row in again)


def as_it_is(row: Row) -> Json:
    """What a row says, as it is kept with the answer that changes it."""
    clear = {name: getattr(row, name) for name in CHANGED}
    below = str(row.answered_in_id or "")
    return {"words": row.words, "clear": _as_json(clear), "in": below}


def still_answered(row: Row, entry: Entry, given: list[Answered]) -> Entry:
    """A row as it is understood now, with what was answered of it before. Where its
    date or its time is read from other words, those were never asked about: it waits
    again."""
    before = entry_of({"n": 0, **row.words})
    if not all(_same_words(each, before, entry) for each in given):
        row.answered_in = None
        return entry
    stands = entry
    for each in reversed(given):
        each.before[str(row.pk)] |= {
            "words": words_of(stands),
            "clear": _as_json(clear_of(stands)),
        }
        stands = _with_answer(each, before, stands)
    return stands


def _as_json(clear: Json) -> Json:
    return {
        name: value.isoformat() if isinstance(value, date | time) else value
        for name, value in clear.items()
        if name in CHANGED
    }


def _same_words(given: Answered, before: Entry, now: Entry) -> bool:
    if given.kind.startswith(OF_TIMES):
        return before.time_words == now.time_words
    return before.date.words == now.date.words


def _with_answer(given: Answered, before: Entry, now: Entry) -> Entry:
    if given.kind.startswith(OF_TIMES):
        return replace(now, time=before.time, time_doubt=before.time_doubt)
    return replace(now, date=before.date)
