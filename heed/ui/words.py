"""The words that screens do not say, and what they say instead."""

import re
from html import unescape
from typing import NamedTuple


class Word(NamedTuple):
    """A pattern that is not said, and the words that are."""

    pattern: str
    say: str
    as_written: bool = False  # capitals matter


class Unwanted(NamedTuple):
    """Where a text says what it should not."""

    found: str
    say: str


ONE_TELLING = (
    r"(?:an?|the|each|this|that|one|another|which|first|second|per) telling"
    r"(?! (?:us|you|them|him|her|people|families)\b)"
)

NOT_SAID = (
    # How people of a case are spoken of
    Word(
        r"(?:alleged )?perpetrators?",
        "child who has caused harm, or person thought to be responsible",
    ),
    Word(r"alleged (?:offender|abuser)s?", "person thought to be responsible"),
    Word(r"LACs?|L\.A\.C\.|CLA", "child in care", as_written=True),
    Word(r"care[- ]leavers?", "care-experienced young person"),
    Word(r"commit(?:s|ted|ting)? suicide", "died by suicide"),
    Word(r"(?:successful|failed) suicide(?: attempts?)?", "died by suicide"),
    Word(r"hard[- ]to[- ]reach", "people whom services have not reached"),
    # What Heed calls things
    Word(rf"tellings|{ONE_TELLING}", "account of an event"),
    Word(r"settl(?:e|es|ed|ing)(?! status)", "confirm, or answer"),
    Word(r"chas(?:e|es|ed|er|ers|ing)", "reminder"),
    Word(r"reject(?:s|ed|ing|ion|ions)?", "not progressed"),
    Word(r"tombstones?", "withdrawn page"),
    # What no tired reader should have to work out
    Word(r"click here", "what the link leads to"),
    Word(r"invalid", "what is wrong, and how to put it right"),
)

HER_OR_HIS_NAME = "the child's name, or the name they chose"
NOT_SAID_TO_A_FAMILY = (
    Word(
        r"the (?:case|subject(?! child)|deceased|victim|index child)", HER_OR_HIS_NAME
    ),
    Word(r"subject child(?:ren)?", HER_OR_HIS_NAME),
)

SAID_ATTRIBUTES = re.compile(
    r"\b(?:aria-label|alt|title|label|summary|caption|status|hint|words|placeholder)="
    r"""(?:"([^"]*)"|'([^']*)')"""
)
NOT_SPOKEN = (
    r"{#.*?#}",
    r"{%\s*comment.*?{%\s*endcomment\s*%}",
    r"{%.*?%}",
    r"{{.*?}}",
    r"<!--.*?-->",
    r"<script\b.*?</script>",
)


def unwanted_words(text: str, *, to_a_family: bool = False) -> list[Unwanted]:
    """What a text says that it should not, in the order in which it says it."""
    words = NOT_SAID + (NOT_SAID_TO_A_FAMILY if to_a_family else ())
    found = [
        (match.start(), Unwanted(match.group(), word.say))
        for word in words
        for match in _compiled(word).finditer(text)
    ]
    return [unwanted for _, unwanted in sorted(found, key=lambda pair: pair[0])]


def words_of_template(source: str) -> str:
    """What a template says to people: less its comments, tags, names and attributes.

    Words in attributes that are read aloud or shown are kept.
    """
    text = source
    for pattern in NOT_SPOKEN:
        text = re.sub(pattern, " ", text, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", _said_in_attributes, text, flags=re.DOTALL))


def _said_in_attributes(tag: re.Match[str]) -> str:
    said = SAID_ATTRIBUTES.findall(tag.group())
    return " ".join(["", *(double or single for double, single in said), ""])


def _compiled(word: Word) -> re.Pattern[str]:
    flags = 0 if word.as_written else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{word.pattern})(?!\w)", flags)
