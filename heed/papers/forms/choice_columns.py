"""Statements with a column for each choice: "Yes", "No", a mark in one of them."""

from collections.abc import Callable

from heed.papers.forms.boxes import words_of
from heed.papers.forms.laid import Rows
from heed.papers.forms.pieces import Found, Pair, Title
from heed.papers.forms.ticking import is_tick, is_unclear
from heed.papers.patterns import later

_CHOICE = later(
    r"(?:yes|no|y|n|n/?a|n/?k|not (?:known|sure|applicable)|don.?t know|unknown|"
    r"unsure)",
)
_LEAST = 3
"""Columns: the statements, and two choices."""


def choices_below(rows: Rows, at: int, asks: Callable[[str], str]) -> Found | None:
    """The statements below a row of choices, each answered by the choice that is
    marked; two marks, or a doubtful one, answer nothing for certain. `asks` says what a
    question asks that is wholly known.
    """
    heads = [words_of(cell) for cell in rows[at]]
    if len(heads) < _LEAST or not _are_choices(heads[1:]):
        return None
    found: list[Pair] = []
    marked = False
    for row in rows[at + 1 :]:
        texts = [words_of(cell) for cell in row]
        said = texts[1:]
        if len(texts) != len(heads) or not texts[0] or not all(map(_is_mark, said)):
            break
        chosen = [head for head, mark in zip(heads[1:], said, strict=True) if mark]
        doubted = any(map(is_unclear, filter(None, said))) or len(chosen) > 1
        marked |= bool(chosen)
        answer = "?" if doubted else "".join(chosen)
        sure = texts[0].endswith("?") and chosen and not doubted
        known = asks(texts[0]) if sure else ""
        found.append(Pair(texts[0], (answer,), known, row[0].anchor, beside=True))
    title = [Title(heads[0])] if heads[0] else []
    return Found(1 + len(found), *title, *found) if marked else None


def _are_choices(heads: list[str]) -> bool:
    said = [head.strip(" .:?").lower() for head in heads]
    return len(set(said)) == len(said) and all(map(_CHOICE.fullmatch, said))


def _is_mark(text: str) -> bool:
    return not text or is_tick(text) or is_unclear(text)
