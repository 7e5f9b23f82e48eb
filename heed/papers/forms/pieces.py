"""What a form falls into: titles, labels with answers, records, loose words."""

import re
from dataclasses import dataclass

from heed.papers.patterns import later


@dataclass(frozen=True, slots=True)
class Title:
    """Words that say what the following answers are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answers: mostly one, several where columns stand side by side."""

    label: str
    answers: tuple[str, ...]
    asks: str
    anchor: str = ""
    beside: bool = False
    """Whether the label has a cell of its own, with its answer beside it."""

    @property
    def answer(self) -> str:
        """All its answers, a line each."""
        return "\n".join(each for each in self.answers if each)


@dataclass(frozen=True, slots=True)
class Records:
    """A table with labels above its columns."""

    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """Words without a label."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The end of a table: no answer goes on beyond it."""


Piece = Title | Pair | Records | Loose | End


class Found:
    """Pieces that were made of several rows of a table."""

    def __init__(self, rows: int, *pieces: Piece) -> None:
        self.rows = rows
        self.pieces = pieces


_GUIDANCE = later(
    r"^[(\[]|^[a-z\d]{1,2} ?= ?[a-z]|^(y ?/ ?n\b|yes ?/ ?no\b|if [yn]\b|please|"
    r"if (you|there|the|yes|no|known|this)|use this|this (form|section|"
    r"box)|note|guidance|you (should|must|may|can)|complete|see |do not|to be "
    r"completed|"
    r"tick|delete|put (?:an? )?(?:x|tick|cross)\b|refer to|all (sections|fields)|"
    r"return|include|including|e\.?g\b|i\.?e\b|"
    r"state|describe|give|provide|set out|consider|continue|where (possible|known))",
    re.IGNORECASE,
)


_BOX = later(r"[\[({][\s_.]{0,5}[xX✓✔√☒☑*]?[\s_.]{0,5}[\])}]")


_TAIL = later(
    r"(?:please )?(?:say|state|give|specify|list|describe|provide|explain|include|tell "
    r"us|name)(?: [a-z’',/-]+){1,9}[.:]?",
)
_ASKS_ON = later(
    r"(?:which|who|whom|what|when|where|how|whether)\b(?:,? [a-z’'/-]+){1,9}[.:?]?"
)


def asks_on(text: str) -> bool:
    """Whether words behind a colon only go on asking: "which child, and who told"."""
    return _ASKS_ON.fullmatch(text.strip()) is not None


def is_tail(text: str) -> bool:
    """Whether words behind a question only go on asking: "Please say which"."""
    said = text.strip()
    return asks_on(said) or _TAIL.fullmatch(said[:1].lower() + said[1:]) is not None


def is_guidance(text: str) -> bool:
    """Whether words are those that a form prints for whoever fills it in. What begins
    with a box typed by hand ("[X] No") is an answer.
    """
    said = text.strip()
    return _GUIDANCE.match(said) is not None and not _BOX.match(said)
