"""Answers by their keys, wherever they were given: on a web page, a form, a letter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass
class Answers:
    """Answers by key (`incident.place`, `child.2.given`); blank ones are not kept."""

    by_key: dict[str, Answer] = field(default_factory=dict)
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
        return sorted({number for number, _, _ in self._numbered(section)})

    def group(self, section: str, number: int) -> dict[str, str]:
        """All answers about one child, adult, …, by the last word of their keys."""
        return {
            name: answer.text
            for each, name, answer in self._numbered(section)
            if each == number
        }

    def _numbered(self, section: str) -> Iterator[tuple[int, str, Answer]]:
        """Every answer of a section that has numbers: which, what, and the answer."""
        start = f"{section}."
        for key, answer in self.by_key.items():
            if key.startswith(start):
                number, _, name = key.removeprefix(start).partition(".")
                if name and number.isdigit():
                    yield int(number), name, answer

    def texts(self) -> Iterator[str]:
        """The words of every answer."""
        return (answer.text for answer in self.by_key.values())
