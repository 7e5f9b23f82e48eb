"""Answers by their keys, wherever they were given: on a web page, a form, a letter."""

import re
from collections import UserDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from heed.papers.patterns import later

DATES = frozenset(
    ("dob", "edd", "date_of_death", "date", "consulted_on", "returned_on", "due")
)
"""What has one date: a second one is not more of the answer but another answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and under which label of the paper."""

    text: str
    label: str = ""
    at: str = ""
    """The anchor of its label, where the label has a place of its own."""


class Keyed(UserDict[str, Answer]):
    """Answers by key, which knows by section who is numbered there: a long paper has
    thousands of rows, and each asks who was answered about before it.
    """

    def __init__(self) -> None:
        self.numbered: dict[str, dict[int, dict[str, None]]] = {}
        super().__init__()

    def __setitem__(self, key: str, answer: Answer) -> None:
        super().__setitem__(key, answer)
        if of := _in_numbers(key):
            section, number, name = of
            self.numbered.setdefault(section, {}).setdefault(number, {})[name] = None

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        if of := _in_numbers(key):
            section, number, name = of
            del self.numbered[section][number][name]
            if not self.numbered[section][number]:
                del self.numbered[section][number]


def _in_numbers(key: str) -> tuple[str, int, str] | None:
    """Section, number and name of a key such as `child.2.given`."""
    section, _, rest = key.partition(".")
    number, _, name = rest.partition(".")
    counts = _NUMBER.fullmatch(number) is not None
    return (section, int(number), name) if name and counts else None


_NUMBER = later(r"0|[1-9]\d{0,5}", re.ASCII)
"""A number as we write it: what names of a paper's own controls say may be any."""


@dataclass
class Answers:
    """Answers by key (`incident.place`, `child.2.given`); blank ones are not kept."""

    by_key: Keyed = field(default_factory=Keyed)
    unread: list[Answer] = field(default_factory=list)
    """What stood under labels that nobody knew."""
    others: dict[str, list[str]] = field(default_factory=dict)
    """Other dates that the same paper gives for the same thing."""
    at: str = ""
    """The anchor of the label whose answers are being kept."""
    _lines: dict[str, tuple[Answer, set[str]]] = field(default_factory=dict)
    """The lines of an answer that grows, as long as it is the answer."""
    printed: set[str] = field(default_factory=set)
    """What the paper asks, answered or not."""
    ours: bool = False
    """Whether the questions were ours, whose help says what an empty answer means."""

    @classmethod
    def given(cls, answers: Mapping[str, str | Sequence[str]]) -> "Answers":
        """Answers as a web form or a content control gives them."""
        made = cls(ours=True)
        for key, given in answers.items():
            made.add(key, given if isinstance(given, str) else "; ".join(given))
        return made

    def add(self, key: str, text: str, label: str = "") -> None:
        """Keep one answer. A second answer to the same question is kept beside it."""
        text = text.strip()
        if not text.strip("-–—_. "):
            return
        before = self.by_key.get(key)
        if before is None:
            self.by_key[key] = Answer(text, label, self.at)
        elif key.rpartition(".")[2] in DATES or key.startswith("office."):
            self.others.setdefault(key, []).append(text)
        else:
            self._add_line(key, before, text)

    def _add_line(self, key: str, before: Answer, text: str) -> None:
        """Keep a further line, unless the answer has it; each is looked at once."""
        last, lines = self._lines.get(key, (before, set[str]()))
        if last is not before or not lines:
            lines = set(before.text.lower().split("\n"))
        if text.lower() not in lines:
            before = Answer(f"{before.text}\n{text}", before.label, before.at)
            self.by_key[key] = before
            lines.update(text.lower().split("\n"))
        self._lines[key] = before, lines

    def text(self, key: str) -> str:
        """The answer of this key, or ""."""
        answer = self.by_key.get(key)
        return answer.text if answer else ""

    def label(self, key: str) -> str:
        """The label under which the answer stood; the key where there was none."""
        answer = self.by_key.get(key)
        return answer.label if answer and answer.label else key

    def places(self) -> dict[str, dict[str, str]]:
        """By the key of each answer its label, and the label's anchor where known."""
        return {
            key: {"label": answer.label} | ({"at": answer.at} if answer.at else {})
            for key, answer in self.by_key.items()
            if answer.label
        }

    def numbers(self, section: str) -> list[int]:
        """Which children, adults, … were answered about, in order."""
        return sorted(self.by_key.numbered.get(section, ()))

    def group(self, section: str, number: int) -> dict[str, str]:
        """All answers about one child, adult, …, by the last word of their keys."""
        names = self.by_key.numbered.get(section, {}).get(number, ())
        return {name: self.by_key[f"{section}.{number}.{name}"].text for name in names}

    def texts(self) -> Iterator[str]:
        """The words of every answer."""
        return (answer.text for answer in self.by_key.values())


def as_typed(answers: Answers, text: str) -> None:
    """The apostrophes of the letter, that were made alike for its reading."""
    plain = text.replace("’", "'").replace("\n", " ")
    for key, given in answers.by_key.items():
        at = plain.find(given.text.replace("\n", " ")) if "'" in given.text else -1
        if at >= 0:
            both = zip(given.text, text[at:], strict=False)
            said = "".join(typed if one == "'" else one for one, typed in both)
            answers.by_key[key] = replace(given, text=said)
