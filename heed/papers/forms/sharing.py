"""One answer for several children: "Jago - male, Tressa - female" is one for each."""

import re
from collections.abc import Iterable

from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.names import people_in

OF_EACH = (
    *("sex", "school", "ethnicity", "language", "legal_status", "plan_history"),
    *("looked_after", "address", "whereabouts", "status", "date_of_death", "age_text"),
    *("nhs_number", "religion", "disability", "responsible_la", "has_died", "dob"),
)
"""What is answered of every child by itself."""


def shared(text: str, firsts: Iterable[str]) -> dict[str, str]:
    """What an answer says of each child whom it names, by their first names in small
    letters; nothing where it begins with anything but a name.
    """
    firsts = list(firsts)
    text = _in_full(text, firsts)
    said = text.lower()
    firsts = [each for each in firsts if each and each in said]
    if len(firsts) < 2 or not said.strip(" (").startswith(tuple(firsts)):  # noqa: PLR2004
        return {}
    names = "|".join(map(re.escape, firsts))
    begins = re.compile(
        rf"(?:^|(?<=[,;\n./&])\s*|\band\s+)\(?(?P<name>{names})(?:\s[A-Z][\w’'-]+)?"
        r"(?:\s*[:=(–-]+\s*|\s+(?:is|was|has|attends|goes to)\s+|,\s*|\s+)(?=\S)",
        re.IGNORECASE,
    )
    found = list(begins.finditer(text.strip()))
    if len(found) < 2 or found[0].start() > 0:  # noqa: PLR2004
        return {}
    ends = [*(each.start() for each in found[1:]), len(text.strip())]
    parts = {
        each["name"].lower(): _closed(text.strip()[each.end() : end])
        for each, end in zip(found, ends, strict=True)
    }
    parts = {name: re.sub(r"\s+and$|\.$", "", words) for name, words in parts.items()}
    return parts if len(parts) == len(found) and all(parts.values()) else {}


def _of_another(answers: Answers, groups: dict[str, int]) -> None:
    """An answer below a table of children that begins with the name of another one of
    them, and names nobody else, is that one's.
    """
    for first, number in groups.items():
        for other, there in groups.items():
            for attribute in OF_EACH if other != first else ():
                key = f"child.{number}.{attribute}"
                given = answers.by_key.get(key)
                begins = given and re.match(
                    rf"{re.escape(other)}\b(?!-)", given.text, re.IGNORECASE
                )
                if not given or not begins or attribute == "address":
                    continue
                taken = answers.text(f"child.{there}.{attribute}")
                named = [f for f in groups if f != other and f in given.text.lower()]
                if not taken and not named:
                    said = re.sub(
                        rf"(?i)^{re.escape(other)}\s*[–:-]\s*", "", given.text
                    )
                    answers.by_key[f"child.{there}.{attribute}"] = Answer(
                        said, given.label
                    )
                    del answers.by_key[key]


def _in_full(text: str, firsts: list[str]) -> str:
    """A text with the initials of a double first name written out: "R-M" at the head
    of a sentence or of a part is Ruby-Mae.
    """
    for first in firsts:
        halves = re.split(r"[\s-]+", first)
        if len(halves) > 1:
            letters = r"[-. ]?".join(re.escape(half[0].upper()) for half in halves)
            text = re.sub(
                rf"(?:^|(?<=[.;\n/&,]\s))({letters})\b(?=[\s:–-])", first, text
            )
    return text


def _closed(words: str) -> str:
    """A part of an answer without the bracket that closes what stands before it."""
    said = words.strip(" ,;/&\n")
    return said if "(" in said else said.strip(" ,;/&\n)")


def share_out(answers: Answers) -> None:
    """Give each child of the paper its own part of an answer that names several."""
    groups = {
        first: number
        for number in answers.numbers("child")
        if len(firsts := first_names_of(answers, number)) == 1
        for first in firsts
    }
    for number in list(groups.values()) if len(groups) > 1 else ():
        for attribute in OF_EACH:
            given = answers.by_key.get(f"child.{number}.{attribute}")
            parts = shared(given.text, groups) if given else {}
            if given and parts:
                del answers.by_key[f"child.{number}.{attribute}"]
                for first, words in parts.items():
                    key = f"child.{groups[first]}.{attribute}"
                    answers.by_key[key] = Answer(words, given.label)
    if len(groups) > 1:
        _of_another(answers, groups)


def first_names_of(answers: Answers, number: int) -> list[str]:
    """The first names, in small letters, of the children of one group of answers."""
    name = answers.text(f"child.{number}.given") or answers.text(f"child.{number}.name")
    return [each.given.split()[0].lower() for each in people_in(name) if each.given]


def part_of(said: dict[str, str], first: str, firsts: list[str]) -> dict[str, str]:
    """What is said of one of several children in one group of answers."""
    parts = {name: shared(said.get(name, ""), firsts) for name in OF_EACH}
    return {
        name: parts[name].get(first, "") if parts.get(name) else words
        for name, words in said.items()
    }
