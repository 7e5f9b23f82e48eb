"""What looks like a label, or like an answer, by its shape and its place alone.

Labels are known by what stands in `labels.txt`; where an area words one in its own way,
it is still short, without a figure, and stands in the column of the labels.
"""

import re
from typing import TYPE_CHECKING

from heed.papers.dates import dates_in, read_date
from heed.papers.forms.boxes import has_boxes, words_of
from heed.papers.forms.contacts import EMAIL
from heed.papers.forms.laid import Columns, starts
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_MOST_WORDS = 16
_MOST_LETTERS = 110
_NUMBERING = later(r"^\s*(?:\(?(?:\d{1,2}|[A-Za-z])(?:\.\d+)*[.)]|Q\d+[.:]?)\s*")
_ANSWER = later(
    r"(?:yes|no|y|n|none|nil|n/?[ak]|n\.a\.?|not? (?:known|applicable|stated|given|"
    r"sure|"
    r"yet|recorded)|unknown|tbc|unsure|as above|see above|ditto|x|-+|\?+)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETS = later(r"\([^)]*\)|\[[^\]]*\]")


def asks_by_shape(text: str) -> bool:
    """Whether words could be a label: short, no figure, no answer."""
    bare = _NUMBERING.sub("", _BRACKETS.sub(" ", text)).strip(" :*\n")
    short = 0 < len(bare.split()) <= _MOST_WORDS and len(bare) <= _MOST_LETTERS
    if not short or not bare[0].isalpha() or "\n" in bare:
        return False
    if re.search(r"\d|[;@]|\.\s+[A-Z]", bare) or has_boxes(text):
        return False
    return not _ANSWER.fullmatch(bare)


def asks_plainly(text: str) -> bool:
    """Whether words by themselves show that they ask: a question, a colon, a number
    before them.
    """
    numbered = _NUMBERING.match(text) is not None
    ends = _BRACKETS.sub("", text).rstrip(" *")[-1:] in {"?", ":"}
    return (ends or numbered) and asks_by_shape(text)


def tells(text: str) -> bool:
    """Whether words by their shape are an answer, and no label."""
    if not text:
        return False
    dated = any(dates_in(text)) or read_date(text).iso
    long = len(text) > _MOST_LETTERS or re.search(r"\d|[;@]", text)
    return bool(dated or long or has_boxes(text) or _ANSWER.fullmatch(text.strip()))


def label_places(rows: list[Columns], form: "Form") -> set[int]:
    """The columns in which the labels of a table stand, besides the first.

    Such a column is at an even place, never holds what can only be an answer, and at
    least half of it is known, or asks plainly, or stands left of an answer throughout.
    """
    cells: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        places = starts(row)
        if len(places) < _FOUR or len(places) % 2:
            continue
        texts = [words_of(row[place]) for place in places]
        for number in range(2, len(places), 2):
            if texts[number]:
                pair = texts[number], texts[number + 1]
                cells.setdefault(places[number], []).append(pair)
    return {place for place, found in cells.items() if _is_of_labels(found, form)}


def _is_of_labels(found: list[tuple[str, str]], form: "Form") -> bool:
    labels = [label for label, _ in found]
    known = [
        form.is_label(label) or asks_plainly(label) or not answer
        for label, answer in found
    ]
    shaped = all(form.is_label(each) or asks_by_shape(each) for each in labels)
    if not shaped or any(EMAIL.search(each) for each in labels):
        return False
    sure = sum(form.is_label(label) or asks_plainly(label) for label in labels)
    told = sum(tells(answer) for _, answer in found)
    distinct = len(set(labels)) == len(labels)
    return bool(
        (sure and sum(known) * 2 >= len(labels))
        or (distinct and len(labels) > 1 and told * 2 >= len(labels))
    )


_FOUR = 4
