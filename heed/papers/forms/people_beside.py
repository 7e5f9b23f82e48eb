"""People side by side: a table that gives each of them a column."""

import re
from typing import TYPE_CHECKING

from heed.papers.forms.boxes import words_of
from heed.papers.forms.laid import Rows
from heed.papers.forms.pieces import Found, Records, Title
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_LEAST = 3
"""Columns: the labels, and two people."""
_SEVERAL = 2
_RELATION = later(
    r"(birth |step ?|foster |maternal |paternal |grand)*(mother|father|mum|dad|sibling|"
    r"brother|sister|partner|carer|parent)s?\b.*",
    re.IGNORECASE,
)
_SOMEBODY = later(
    r"(child|subject|sibling|adult|person|individual|young person|parent|carer)s?"
    r"(/\w+)? ?\(?([1-9]|[A-F]|one|two|three|four)\)?|index child|subject( child)?",
    re.IGNORECASE,
)
_NAME = later(r"[A-Z][a-z’'-]+( [A-Z][A-Za-z’'-]+){1,3}")


def people_beside(
    form: "Form", rows: Rows, at: int, *, in_columns: bool
) -> Found | None:
    """The people of a table that gives each of them a column. `in_columns` says whether
    labels stand in other columns than the first as well.
    """
    heads = [words_of(cell) for cell in rows[at]]
    people = [text for text in heads[1:] if text]
    titled = bool(people) and all(map(_is_somebody, people))
    if len(heads) < _LEAST or (in_columns and not titled):
        return None
    own_head = form.is_label(heads[0]) and _asks_name(form, heads[0])
    body = _body(form, rows, at if own_head else at + 1, heads, titled=titled)
    names = any(_asks_name(form, row[0]) for row in body)
    if len(body) < _SEVERAL or not (names or titled):
        return None
    if own_head:
        return Found(len(body), _transposed(body))
    kin = titled and any(map(_RELATION.fullmatch, people))
    head = "Relationship" if kin else "" if names else "Name"
    taken = 1 + len(body)
    if head:
        body = [[head, *heads[1:]], *body]
    of_children = all(map(_is_child, people))
    title = [Title("Children")] if of_children and not head else []
    return Found(taken, *title, _transposed(body, whom=bool(kin)))


def _body(
    form: "Form", rows: Rows, at: int, heads: list[str], *, titled: bool
) -> list[list[str]]:
    """The rows from here on that have a label at their left and only there. Under the
    head of a person even "Carer" is an answer.
    """
    found: list[list[str]] = []
    for row in rows[at:]:
        texts = [words_of(cell) for cell in row]
        labels = not titled and any(map(form.is_label, texts[1:]))
        known = bool(texts) and (form.is_label(texts[0]) or titled)
        if len(texts) != len(heads) or not texts[0] or not known or labels:
            break
        found.append(texts)
    several = [row for row in found if sum(map(bool, row[1:])) >= _SEVERAL]
    labelled = sum(form.is_label(row[0]) for row in found) * 2 >= len(found)
    return found if several and labelled else []


def _asks_name(form: "Form", label: str) -> bool:
    asks = form.asks(label.rstrip(": "))
    return asks in {".name", "child.name", "child.given", "sibling.name"}


def _transposed(body: list[list[str]], *, whom: bool = False) -> Records:
    """A record for each column; a column that only says for whom it is has none."""
    labels, *people = zip(*body, strict=True)
    kept = [each for each in people if not whom or any(each[1:])]
    return Records(tuple(labels), tuple(map(tuple, kept)))


def _is_somebody(text: str) -> bool:
    patterns = (_RELATION, _SOMEBODY, _NAME)
    return any(pattern.fullmatch(text.strip(" :")) for pattern in patterns)


def _is_child(text: str) -> bool:
    return (
        re.match(r"child|subject|index|sibling|young", text, re.IGNORECASE) is not None
    )
