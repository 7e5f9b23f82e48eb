"""Nothing is dropped: each line of a paper that is in no field and in no flag is kept.

This is looked at last, on the words themselves, whatever the readers made of them.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from heed.papers.blocks import Document, Figure, Note, Table
from heed.papers.blocks.model import Block
from heed.papers.forms.boxes import chosen, has_boxes, standing
from heed.papers.forms.numbering import without_numbers
from heed.papers.patterns import later

Json = dict[str, Any]

LABEL = "Other words of the paper"
JOINS = frozenset(
    (
        *("and", "or", "the", "of", "a", "an", "in", "on", "at", "by"),
        *("to", "is", "for", "with", "aged", "age", "aka", "dob"),
        *("born", "unborn", "baby", "twin", "twins", "edd", "m", "f"),
        *("male", "female", "both", "child", "name", "due", "died"),
    )
)
"""Words that only join what is told, and those of which a field itself is made."""
_WORD = later(r"\w+")
_INSIDE = later(
    r"(?P<label>[^:?\t]{2,110}?(?:\?|(?=[:\t]| [-–] )))\s*[:\t–-]?\s*(?P<said>.*)"
)


def keep_dropped(
    made: Json,
    document: Document,
    asks: Callable[[str], str],
    labels: Iterable[str] = (),
) -> None:
    """Add to `unread` every line of which a word stands nowhere in the reading.

    `asks` knows the labels, and `labels` are those that were answered: a label that is
    understood is no word of an answer.
    """
    told = set(_words_in(made))
    answered = {bare(label) for label in labels}

    def understood(words: str) -> bool:
        return bare(words) in answered or bool(asks(words))

    def is_lost(line: str) -> bool:
        if not _is_lost(line, told, understood):
            return False
        words = bare(line)
        # "Job title Head of Service": the label runs on into its answer.
        return not any(
            words.startswith(f"{label} ") and told.issuperset(_kept(words, label))
            for label in answered
            if label
        )

    lost = [line for line in lines_of(document) if is_lost(line)]
    if lost:
        answer = "\n".join(dict.fromkeys(lost))
        made["unread"].append({"label": LABEL, "answer": answer})


def _kept(words: str, label: str) -> list[str]:
    return words_of_line(words.removeprefix(label))


def bare(label: str) -> str:
    """A label as it is compared with itself: its words alone."""
    return " ".join(_WORD.findall(label.casefold()))


def words_of_line(line: str) -> list[str]:
    """The words of a line, as they are compared."""
    return [word for word in _WORD.findall(line.casefold()) if word not in JOINS]


def lines_of(document: Document) -> Iterator[str]:
    """Every line of a paper that stands, cell by cell, with what is on its edges."""
    for text in _texts((*document.blocks, *document.margins)):
        yield from (line.strip() for line in text.split("\n") if line.strip())


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield block.caption
                for row in without_numbers((*block.header, *block.rows)):
                    for cell in row:
                        yield from _texts(cell.blocks)
            case Note(blocks=inner):
                yield from _texts(inner)
            case Figure():
                yield f"{block.alt}\n{block.caption}"
            case _:
                yield standing((block,))


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _words_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _words_in(each)
    elif isinstance(value, str):
        yield from words_of_line(value)


def _is_lost(line: str, told: set[str], asks: Callable[[str], bool]) -> bool:
    said = chosen(line) if has_boxes(line) else line
    if all(word in told for word in words_of_line(said)) or asks(said.rstrip(": *")):
        return False
    inside = _INSIDE.fullmatch(said)
    if inside is None or not asks(inside["label"]):
        return True
    return any(word not in told for word in words_of_line(inside["said"]))
