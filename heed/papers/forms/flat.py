"""Tables of people whose cells were lost, as in the text of a PDF.

Only what can be told for certain is taken from such a line: the name before a date of
birth, or before the word for who somebody is. The rest of the line stays unread.
"""

import re

from heed.papers.dates import dates_in
from heed.papers.forms.pieces import Pair, Piece, Records
from heed.papers.patterns import later

_RELATION = later(
    r"\b(?P<said>(?:birth |step-?|half[- ]|foster |maternal |paternal |grand|mother’s |"
    r"mother's |father’s |father's )*(?:mother|father|brother|sister|sibling|partner|"
    r"uncle|"
    r"aunt|cousin|carer|lodger|neighbour|friend|subject|self|child|son|daughter))\b",
    re.IGNORECASE,
)
_OPEN = later(
    r"\b(?:EDD [\d/.]+|not known|unknown|n/k)\b|\?\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NUMBERED = later(r"\s*(\d+|[a-z])[.)]\s", re.IGNORECASE)
_NAME = later(r"[A-Z][\w’'-]*(?: [A-Za-z][\w’'-]*){0,3}")
_LABELS = 2
"""More labels than these in one line, and nothing between: the head of a table."""


_JOINING = later(
    r"(?:,|\b(?:and|or|of|the|a|an|in|on|at|to|for|with|by|from|his|her|their|is|was|"
    r"were|that|who|had|has|been|Road|Street))\s*$|[a-z]-$"
)


def goes_on(line: str, following: str) -> bool:
    """Whether a line ends where no sentence, and no cell, would end: then only the
    width of its cell broke it.
    """
    broken = line.endswith(" ") or _JOINING.search(line) is not None
    small = following[:1].islower() and not line.rstrip().endswith((".", ":", "?"))
    return bool(broken or small)


def is_head(labels: list[tuple[str, str]], asks: list[str]) -> bool:
    """Whether a line is the head of a table of people."""
    bare = all(not answer for _, answer in labels)
    names = any(_of_name(each) for each in asks)
    return bare and names and len(labels) > _LABELS


def _of_name(asks: str) -> bool:
    return asks in {".name", "child.name", "child.given", "child.family"}


def people_below(lines: list[str], asks: list[str]) -> tuple[int, list[Piece]]:
    """How many of the lines below the head are of its table, and what they tell."""
    made: list[Piece] = []
    labels = ["Name"]
    labels += ["Relationship"] if ".relationship" in asks else []
    labels += ["Date of birth"] if {".dob", "child.dob"} & set(asks) else []
    if "child.given" in asks and ".relationship" not in asks:
        labels[0] = "Name of child"
    count = 0
    for line in lines:
        row = _row(line, labels)
        if row is None:
            # A cell that went on over the line belongs to the row before.
            goes_on = len(line.split()) <= _LABELS and not _NUMBERED.match(line)
            if not made or not goes_on or ":" in line:
                break
        else:
            made.append(Records(tuple(labels), (row,)))
            made.append(Pair("Row of a table", (line,), ""))
        count += 1
    return count, made


def _row(line: str, labels: list[str]) -> tuple[str, ...] | None:
    born = next((m for m in dates_in(line)), None) or _OPEN.search(line)
    related = _RELATION.search(line) if "Relationship" in labels else None
    ends = [
        m.start() for m in (born if "Date of birth" in labels else None, related) if m
    ]
    name = line[: min(ends)].strip(" ,?") if ends else ""
    if not _NAME.fullmatch(name):
        return None
    said = {
        "Relationship": related["said"] if related else "",
        "Date of birth": line[born.start() : born.end()] if born else "",
    }
    if born and line[: born.start()].endswith("?"):
        said["Date of birth"] = f"?{said['Date of birth']}"
    return (name, *(said[label] for label in labels[1:]))


_ASKS = later(
    r"(?:\d{1,2}[.)] )?(?:is|are|was|were|do|does|did|has|have|had|will|can|in which|"
    r"what|which|who|where|when|how)\b[^.?:]*",
    re.IGNORECASE,
)


def ends_question(last: str, line: str) -> bool:
    """Whether a line is the rest of a question that the width of its cell broke."""
    rest = line[:1].islower() and line.rstrip(" *").endswith("?")
    return bool(rest and ":" not in line and _ASKS.fullmatch(last))


def is_torn(label: str, rest: str) -> bool:
    """Whether what follows a label on its line is no answer but more of the label."""
    bare = rest.strip()
    if not bare or not bare[0].islower():
        return False
    if re.fullmatch(r"line \d", bare):
        return True
    joined = label.rstrip().endswith(("/", ",", " or", " and", " of"))
    return joined or bare.endswith("?")


_PART = later(
    r"\d{1,2}[.)] (?:about )?(?:(?:the |your )?(?:subject )?(?:child|young person|"
    r"referrer|baby|subject)|person (?:making|submitting|completing|referring)"
    r"[\w ]{0,20})(?: details)?",
    re.IGNORECASE,
)


def heads_part(line: str) -> bool:
    """Whether a line with a number names somebody, and nothing that is asked of him."""
    return _PART.fullmatch(line.strip()) is not None
