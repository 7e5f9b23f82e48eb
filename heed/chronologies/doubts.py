"""What is proposed for a row in doubt, and what an answer makes of it. Nothing here
reads a database."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from heed.chronologies.understanding import KINDS, OF_TIMES, Json
from heed.papers.chronologies.entries import Doubt, Entry, dated
from heed.papers.chronologies.kept import dated_of
from heed.papers.dates import WrittenDate
from heed.rulebook.words import in_words

_WHOLE = len("2016-05-22")


class Answer(StrEnum):
    """What may be answered to all rows of a kind."""

    AS_PROPOSED = "as_proposed"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNDATED = "undated"


LABELS = {
    Answer.AS_PROPOSED: "Take them all as proposed",
    Answer.DAY_FIRST: "Read them all with the day first",
    Answer.MONTH_FIRST: "Read them all with the month first",
    Answer.UNDATED: "Leave them all without it",
}
_NO_PROPOSAL = {
    Doubt.IMPOSSIBLE,
    Doubt.UNREAD,
    f"{OF_TIMES}{Doubt.IMPOSSIBLE}",
    f"{OF_TIMES}{Doubt.UNREAD}",
}


def answers_to(kind: str) -> list[Answer]:
    """What may be answered to all rows of a kind at one press."""
    if kind == Doubt.AMBIGUOUS:
        return [Answer.DAY_FIRST, Answer.MONTH_FIRST]
    return [Answer.UNDATED] if kind in _NO_PROPOSAL else [Answer.AS_PROPOSED]


@dataclass(frozen=True)
class Proposal:
    """A row in doubt: what was typed, and what it is taken for."""

    typed: str
    proposed: str


def proposal_for(entry: Entry, kind: str) -> Proposal:
    """What was typed and what is proposed, in words."""
    if kind.startswith(OF_TIMES):
        at = f"{entry.time:%H:%M}" if entry.time else "no time"
        return Proposal(entry.time_words, at)
    return Proposal(entry.date.words, date_in_words(entry))


def kept_date_in_words(kept: Json) -> str:
    """The same of a date as it is kept; that of one day, which most are, at once."""
    iso = kept.get("iso") or ""
    one_day = len(iso) == _WHOLE and kept.get("earliest") == kept.get("latest")
    if one_day and not kept.get("candidates"):
        return _iso_in_words(iso)
    return date_in_words(Entry(n=0, date=dated_of(kept)))


def date_in_words(entry: Entry) -> str:
    """A date as it is understood, in words."""
    day = entry.date
    if day.candidates:
        return " or ".join(_iso_in_words(each) for each in day.candidates)
    if day.iso is None or day.earliest is None or day.latest is None:
        return "no date"
    if day.earliest == day.latest or len(day.iso) < _WHOLE:
        return _iso_in_words(day.iso)
    return f"{in_words(day.earliest)} to {in_words(day.latest)}"


@lru_cache(maxsize=8192)
def _iso_in_words(iso: str) -> str:
    if len(iso) == _WHOLE:
        return in_words(date.fromisoformat(iso))
    year, _, month = iso.partition("-")
    return f"{date(int(year), int(month), 1):%B %Y}" if month else year


def answered(entry: Entry, kind: str, answer: str) -> Entry:
    """A row once its doubt is answered; what was typed stays as it was typed."""
    if kind not in KINDS or Answer(answer) not in answers_to(kind):
        raise ValueError("This answers another question.")
    if kind.startswith(OF_TIMES):
        return replace(entry, time_doubt="")
    if answer == Answer.UNDATED:
        bare = dated(WrittenDate(verbatim=entry.date.words))
        return replace(entry, date=bare)
    day = entry.date
    if answer in {Answer.DAY_FIRST, Answer.MONTH_FIRST}:
        iso = _chosen(day.words, day.candidates, month_first=answer != Answer.DAY_FIRST)
        day = dated(WrittenDate(verbatim=day.words, iso=iso))
    return replace(entry, date=replace(day, doubt="", proposal=None))


def _chosen(words: str, candidates: tuple[str, ...], *, month_first: bool) -> str:
    """Of two readings the one whose day, or month, was typed first."""
    numbers = [int(each) for each in re.findall(r"\d+", words) if int(each)]
    for iso in candidates:
        found = date.fromisoformat(iso)
        first = found.month if month_first else found.day
        if numbers and numbers[0] == first:
            return iso
    return candidates[-1 if month_first else 0]
