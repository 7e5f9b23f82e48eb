"""What a paper of an agency is understood to answer, as the answers of the summary.

Our own form is read as it was typed; any other by its labels. What was not understood
is kept in the paper's words, and a person is asked about it. Nothing here reads a
database.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from heed.chronologies.doubts import date_in_words
from heed.papers.chronologies.kept import entry_of
from heed.papers.dates import read_date
from heed.papers.questions import Kind, key
from heed.papers.questions.agency import AGENCY_SUMMARY
from heed.rulebook.agency_summary import Involvement

Answers = dict[str, str | list[str]]
Json = dict[str, Any]
UNREAD, SAYS_NOTHING = "unread", "nothing"
SINGLE = {
    ("author", "name"): "author.name",
    ("author", "role"): "author.role",
    ("author", "email"): "author.email",
    ("author", "phone"): "author.phone",
    ("qa", "by"): "checked.by",
}
DATES = {
    ("qa", "on"): "checked.on",
    ("period", "from"): "known.period_from",
    ("period", "to"): "known.period_to",
}
WORDS = {
    "summary": "involved.summary",
    "learning": "practice.learning",
    "immediate_actions": "done.immediate_actions",
}
OPINIONS = (
    ("other", "other_learning"),
    ("no ", "no_review"),
    ("local", "local_review"),
    ("sure", "not_sure"),
)
QUESTIONS = {
    f"{section.slug}.{question.slug}": question
    for section in AGENCY_SUMMARY
    for question in section.questions
}
NOT_ASKED = frozenset({"qa_missing", "late_return", "new_agency_named", "no_form"})
"""Doubts of the reader that are no question to who sends the paper."""


@dataclass(frozen=True)
class Unread:
    """Something of a paper that answers nothing we ask, in the paper's words."""

    label: str
    words: str


@dataclass(frozen=True)
class Understood:
    """What a paper answers; what of it was not understood; what leaves a doubt."""

    answers: Answers = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    is_ours: bool = False


def understood_of(reading: Json | None) -> Understood:
    """What the confined reader's account of a paper comes to."""
    if not reading:
        return Understood()
    typed = {name: said for name, said in reading.get("typed", {}).items() if said}
    unread = [
        Unread(each["label"], each["answer"]) for each in reading.get("unread", [])
    ]
    if typed:
        beside = [Unread("", words) for words in reading.get("beside", [])]
        return Understood(typed, beside, is_ours=True)
    doubts = [
        flag["why"]
        for flag in reading.get("flags", [])
        if flag["name"] not in NOT_ASKED
    ]
    answers: Answers = {**dict(_by_labels(reading))}
    if (opinion := "; ".join(reading.get("opinion") or [])) and (
        "done.opinion" not in answers
    ):
        unread.append(Unread("Agency view", opinion))
    return Understood(answers, unread, doubts)


def _by_labels(reading: Json) -> Iterator[tuple[str, str]]:
    told = [
        *((to, _said(reading, *where)) for where, to in SINGLE.items()),
        *((to, _said(reading, *where, "verbatim")) for where, to in DATES.items()),
        *((to, reading.get(name)) for name, to in WORDS.items()),
        ("known.involvement", _one_of(reading.get("involvement"), Involvement)),
        ("done.other_agencies", "\n".join(reading.get("other_agencies", []))),
        ("records.secured", _one_of(reading.get("records_secured"), ("yes", "no"))),
        (
            "records.sensitive",
            "\n".join(each["verbatim"] for each in reading.get("sensitive", [])),
        ),
        ("done.opinion", _opinion(reading.get("opinion") or [])),
    ]
    yield from ((to, said) for to, said in told if said)
    yield from _people(reading.get("people_known", []))


def _said(reading: Json, *where: str) -> str:
    """What stands at a place of the reading; "" where there is no such place."""
    found: Any = reading
    for name in where:
        found = (found or {}).get(name)
    return found or ""


def _one_of(said: str | None, choices: Iterable[str]) -> str:
    return said if said and said in set(choices) else ""


def _opinion(said: list[str]) -> str:
    """The one choice that an opinion names; of two, or in other words, none."""
    words = re.sub(r"\s+", " ", " ".join(said)).strip().casefold()
    named = [slug for sign, slug in OPINIONS if sign in f"{words} "]
    return named[0] if len(said) == len(named) == 1 else ""


def _people(known: list[Json]) -> Iterator[tuple[str, str]]:
    for number, each in enumerate(known, 1):
        said = {
            "name": each.get("name"),
            "dob": (each.get("dob") or {}).get("verbatim"),
            "relationship": each.get("relationship"),
        }
        for name, words in said.items():
            if words:
                yield f"person.{number}.{name}", words


def after(answers: Answers, found: Answers) -> tuple[Answers, list[Unread]]:
    """The answers with those of a paper: nothing that was typed is overwritten. What a
    paper says otherwise is given beside; its people and statements follow those that
    are there."""
    made, otherwise = dict(answers), []
    places = {
        section.slug: _last(answers, section.slug)
        for section in AGENCY_SUMMARY
        if section.each
    }
    for name, said in found.items():
        slug, _, rest = name.partition(".")
        if slug in places:
            number, _, asked = rest.partition(".")
            made[f"{slug}.{places[slug] + int(number)}.{asked}"] = said
        elif not made.get(name):
            made[name] = said
        elif made[name] != said:
            otherwise.append(Unread(QUESTIONS[name].label, in_words(name, said)))
    return made, otherwise


def with_a_paper(
    answers: Answers, understood: Understood, placed: dict[int, str]
) -> Answers:
    """The answers with all that a paper says. `placed` says of each piece that was not
    understood where it belongs; what belongs nowhere is kept in the paper's words."""
    kept = list(answers.get(UNREAD, []))
    made, otherwise = after(answers, understood.answers)
    for number, piece in enumerate(understood.unread):
        to = placed.get(number, "")
        if to == SAYS_NOTHING:
            continue
        if to:
            made[to] = "\n".join(filter(None, (made.get(to), piece.words)))
        else:
            otherwise.append(piece)
    made[UNREAD] = kept + [[piece.label, piece.words] for piece in otherwise]
    return {name: said for name, said in made.items() if said}


def _last(answers: Answers, slug: str) -> int:
    numbers = (re.fullmatch(rf"{slug}\.(\d+)\.\w+", name) for name in answers)
    return max((int(found[1]) for found in numbers if found), default=0)


def in_words(name: str, said: str | list[str]) -> str:
    """An answer as people read it: the labels of choices, the words of all else."""
    asked = QUESTIONS.get(re.sub(r"\.\d+\.", ".", name))
    labels = {choice.slug: choice.label for choice in asked.choices} if asked else {}
    several = said if isinstance(said, list) else [said]
    return "; ".join(labels.get(each, each) for each in several)


def asked_in_words() -> list[tuple[str, str]]:
    """The questions that are answered in words of one's own, by their keys."""
    return [
        (key(section, question), question.label)
        for section in AGENCY_SUMMARY
        if not section.each
        for question in section.questions
        if question.kind is Kind.TEXT
    ]


def question_of(name: str) -> str:
    """What an answer answers, with the number where it is one of several."""
    asked = QUESTIONS.get(re.sub(r"\.\d+\.", ".", name))
    number = re.search(r"\.(\d+)\.", name)
    words = asked.label if asked else name
    each = {section.slug: section.each for section in AGENCY_SUMMARY}
    which = each.get(name.partition(".")[0], "")
    return f"{which.capitalize()} {number[1]}: {words}" if number else words


def beside_each_other(reading: Json | None, found: Understood) -> list[dict[str, str]]:
    """What is written in a paper beside what was understood of it, row by row."""
    box = (reading or {}).get("involvement_box") or ""
    rows = []
    for name, said in found.answers.items():
        written = in_words(name, said)
        if name == "known.involvement" and box and not found.is_ours:
            written = " ".join(box.split())
        rows.append(
            {
                "question": question_of(name),
                "written": written,
                "understood": _as_understood(name, said),
            }
        )
    return rows


NO_DAY = "No day that we can read: it stays as it is written"


def _as_understood(name: str, said: str | list[str]) -> str:
    asked = QUESTIONS.get(re.sub(r"\.\d+\.", ".", name))
    if asked and asked.kind is Kind.DATE and isinstance(said, str):
        return read_in_words(said) or NO_DAY
    return in_words(name, said)


def read_in_words(words: str) -> str:
    """A date as it was read, in words; "" where none can be."""
    read = read_date(words)
    if read.day:
        return f"{read.day:%-d %B %Y}"
    return read.iso or ""


@dataclass(frozen=True, kw_only=True)
class DatedRow:
    """One row of an agency's chronology: as it is written, and as it was read."""

    written: str
    read: str
    event: str
    source: str
    child_seen: str


def row_read(entry: Json) -> DatedRow:
    """A row of the confined reader's account of a chronology."""
    said = entry_of(entry)
    return DatedRow(
        written=said.date.words,
        read=date_in_words(said) if said.date.earliest else "",
        event=said.event,
        source=said.source,
        child_seen=_seen_in_words(said.child_seen, said.seen_alone),
    )


def _seen_in_words(seen: str, alone: str) -> str:
    """Whether the child was seen, as it is told: alone only where it was seen."""
    if seen in _NOT_SEEN:
        return _NOT_SEEN[seen]
    if alone == "yes":
        return "Yes, alone"
    return "Yes" if seen == "yes" else "Not recorded"


_NOT_SEEN = {"no": "No", "not_applicable": "Does not apply"}
