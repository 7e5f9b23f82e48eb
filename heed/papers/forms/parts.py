"""The parts of a form: a title with its number, of whom it asks, where a list ends."""

import re
from typing import TYPE_CHECKING

from heed.papers.forms.fitting import heads_memo
from heed.papers.forms.pieces import Pair, Title
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.filling import Filling

_SIBLINGS = later(
    r"sibling|brother|sister|other child(?:ren)? (?:in|of) (?:the |this )?family"
)
_FEW = 8
"""Words of a title."""


def role_by_title(title: str) -> str:
    """The place of the children of a part, by its title in small letters."""
    if _SIBLINGS.search(title):
        return "sibling"
    return "other" if "other child" in title else "index"


_NUMBERED_PART = later(r"(?:section|part) (?:\d{1,2}|[a-z])", re.IGNORECASE)


def take_head(filling: "Filling", pair: Pair) -> bool:
    """Take what begins a part, or a note: its title, or the name of who writes it."""
    if part := titled_part(pair):
        filling.take_title(part)
        return True
    if not heads_memo(filling.answers, filling.title, pair.label):
        return False
    filling.put("referrer.name", pair.answer, pair.label)
    filling.enter("referrer")
    return True


def titled_part(pair: Pair) -> Title | None:
    """The title of a part that has its number before a colon: "Section 2: Children"."""
    short = 0 < len(pair.answer.split()) <= _FEW and not re.search(r"\d", pair.answer)
    numbered = short and _NUMBERED_PART.fullmatch(pair.label.strip())
    return Title(pair.answer) if numbered and not pair.beside else None


_SENTENCE_IN_LIST = later(
    r"\b(?:I|we|he|she|they|it|there) (?:\w+ )?(?:is|are|am|has|have|did)\b|"
    r"\b(?:was|were|had|has been)\b",
)
_ENDS = later(r"[.!?](?:\s|$)")
_OF_SENTENCE = 9


def ends_list(key: str, text: str) -> bool:
    """Whether a line under a list of people, or of agencies, tells what happened."""
    long = len(text.split()) >= _OF_SENTENCE
    return (
        key in {"sibling.name", "agencies.listed"}
        and long
        and _ENDS.search(text) is not None
        and _SENTENCE_IN_LIST.search(text) is not None
    )
