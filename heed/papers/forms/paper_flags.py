"""What the paper itself leaves to settle: its age, its markings, what it hides."""

import re
from collections.abc import Iterator
from datetime import date

from heed.papers.blocks import Cell, Document, Heading, Table, cells, leaves
from heed.papers.dates import read_date
from heed.papers.forms.answers import Answers
from heed.papers.forms.flags import Flags
from heed.papers.hidden import Hidden, Reading
from heed.papers.patterns import later

_MARKING = later(
    r"OFFICIAL[\s–—-]+SENSITIVE(?:[ :–—/-]+\(?[A-Z]{2,}\)?)*|"
    r"Official\s?[–—-]\s?Sensitive(?: \([A-Za-z ]+\))?|"
    r"(?:(?i:protective marking|classification|marking)\s*:?\s*)(?P<named>[A-Za-z "
    r"-]{5,40})|"
    r"\bOFFICIAL\b|\bRESTRICTED\b|\bNOT PROTECTIVELY MARKED\b|\bPROTECT\b|"
    r"\b(?:STRICTLY )?(?:PRIVATE (?:AND|&) )?CONFIDENTIAL(?: WHEN COMPLETED?)?\b|"
    r"\b(?i:confidential when completed?)\b|\b(?:Strictly [Cc]onfidential|"
    r"Official[- ]Sensitive)\b"
)
_VERSION = later(
    r"\b(?:[Vv]ersion|VERSION|[Vv]\.?)\s?(?:[Nn]o\.?\s?|:\s?)?(\d[\w./]*)|"
    r"\b([A-Z]{2,}\.?[vV]\d+/\d{4})\b|"
    r"\b((?:\d{1,2} )?[A-Z][a-z]{2,8} (?:19|20)\d\d (?:edition|issue|version))\b"
)
_EARLIER = later(
    r"(supersed|replac)(es|ing) (the )?(earlier |previous )?[^\n.;]{3,30}",
    re.IGNORECASE,
)
_OLD_LAW = later(
    r"\bl?scb\b|local safeguarding children('s)? board|"
    r"working together.{0,60}20(06|1[0358])|\bregulation 5\b|"
    r"serious case review|section 47\(?2?\)? of the children act 1989 .{0,20}scr|"
    r"(government office|chapter [48] of working together)",
    re.IGNORECASE,
)
_YEAR = later(r"\b(20[0-2]\d)\b")
_REVIEW = later(
    r"(?:review(?:ed)?(?: date| due| by)?|date (?:of|for) (?:next )?review|next review"
    r"(?: date| due)?|valid until|expires?)\b\s*:?\s*(?:on |in |by "
    r")?(?P<when>(?:\d{1,2}"
    r"(?:st|nd|rd|th)?[ /.-])?(?:\d{1,2}[/.-]|[A-Z][a-z]{2,9} )\d{2,4})",
    re.IGNORECASE,
)
_DATED_VERSION = later(
    r"(?:version|v\d|issued?|form|template|updated|revised|"
    r"ref(?:erence)?)\b[^\n]{0,30}?"
    r"\b(?P<year>20[0-2]\d)\b",
    re.IGNORECASE,
)
_EDGE = 200
_OLD = 3
"""Years after which a form is an old one."""


def edges(document: Document) -> list[str]:
    """What stands at the edges of the pages, and at the head of the first."""
    edge = [said for _, said in leaves(document.margins)]
    head = [said[:_EDGE] for _, said in leaves(document.blocks[:6])]
    tail = [said[-_EDGE:] for _, said in leaves(document.blocks[-2:])]
    return [*edge, *head, *tail]


def take_edges(document: Document, answers: Answers, flags: Flags) -> None:
    """The marking and the version that stand at the edge of every page."""
    said = edges(document)
    markings = list(dict.fromkeys(_markings(said)))
    if markings:
        before = answers.by_key.pop("marking", None)
        found = [*markings, *([before.text] if before else [])]
        answers.add("marking", max(found, key=_rank), "header")
    kinds = {_kind_of(each) for each in [*markings, answers.text("marking")] if each}
    if len(kinds) > 1:
        why = f"The pages are marked {' and '.join(markings)}."
        flags.add("marking_mismatch", "document", why)
    current = [_EARLIER.sub(" ", each) for each in said]
    versions = [m[1] or m[2] or m[3] for s in current for m in _VERSION.finditer(s)]
    versions = list(dict.fromkeys(each.rstrip(".") for each in versions))
    if versions:
        answers.add("form.version", versions[0], "footer")
    if len({each.lstrip("v0") for each in versions}) > 1:
        why = f"The pages name versions {' and '.join(versions)}."
        flags.add("version_mismatch", "document", why)


def _markings(said: list[str]) -> Iterator[str]:
    for text in said:
        for match in _MARKING.finditer(text):
            marking = (match["named"] or match[0]).strip(" :–—-")
            yield re.sub(r"([-–—])\s+|\s+", lambda m: m[1] or " ", marking)


def marking_in(text: str) -> str:
    """The marking that a line bears, or ""."""
    return max(_markings([text]), key=_rank, default="")


def _rank(marking: str) -> tuple[int, int]:
    """How high a marking is: of several the highest holds, and is never lowered."""
    ranks = ("NOT PROTECTIVELY", "OFFICIAL", "PROTECT", "CONFIDENTIAL", "RESTRICTED")
    kind = _kind_of(marking)
    order = len(ranks) if kind == "SENSITIVE" else ranks.index(kind)
    return order, len(marking)


def _kind_of(marking: str) -> str:
    said = marking.upper()
    kinds = ("SENSITIVE", "RESTRICTED", "NOT PROTECTIVELY", "PROTECT", "OFFICIAL")
    return next((kind for kind in kinds if kind in said), "CONFIDENTIAL")


def flag_paper(reading: Reading, flags: Flags) -> None:
    """Raise what is hidden in the paper, and what is old about its form."""
    hidden: Hidden = reading.hidden
    if any(map(_OLD_LAW.search, _printed(reading.document))):
        why = "The form speaks of law or guidance that has been replaced."
        flags.add("obsolete_legal_text", "form", why)
    flag_hidden(hidden, flags)
    if any(map(_is_merged, _all_cells(reading.document))):
        flags.add("merged_cells", "document", "Cells that hold answers are merged.")


OF_THE_DESK = frozenset(("hidden_text_present", "active_content"))
"""Told to the person at the desk; the command tells both under `hidden` alone."""


def flag_hidden(hidden: Hidden, flags: Flags) -> None:
    """Raise what does not show, which is no answer, and what would act by itself."""
    if hidden.tracked_deletions or hidden.tracked_insertions:
        why = "Words were deleted or inserted; only what stands now was read."
        flags.add("tracked_changes_present", "document", why)
    if hidden.comments:
        flags.add("comments_present", "document", "Comments are not answers.")
    if hidden.hidden_text:
        why = "Words in the paper do not show. See whether they are answers."
        flags.add("hidden_text_present", "document", why)
    if hidden.active:
        flags.add("active_content", "document", " ".join(hidden.active))


def flag_age(document: Document, version: str, on: date | None, flags: Flags) -> None:
    """Raise that a form is old, or past the day when it was to be reviewed."""
    said = [*edges(document), version]
    for text in said:
        match = _REVIEW.search(text)
        due = read_date(match["when"]).sort_key() if match else ""
        if on and due and due[:1].isdigit() and due < on.isoformat():
            why = f"The form was to be reviewed by {match['when'] if match else ''}."
            flags.add("form_past_review_date", "form", why)
    years = [int(m["year"]) for text in said for m in _DATED_VERSION.finditer(text)]
    years += [int(m[1]) for m in _YEAR.finditer(version)]
    latest = on.year if on else None
    if years and latest and max(years) <= latest - _OLD:
        flags.add("old_form_version", "form", f"The form is of {max(years)}.")


def _printed(document: Document) -> list[str]:
    """Words that belong to the form and not to who filled it in."""
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    first = [
        cell.text
        for table in document.blocks
        if isinstance(table, Table)
        for row in (*table.header, *table.rows)
        for cell in row[:1]
    ]
    edge = (*document.margins, *document.blocks[:6])
    said = (words for _, words in leaves(edge) if "\t" not in words)
    return [*titles, *first, *said]


def _all_cells(document: Document) -> list[Cell]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [cell for table in tables for cell in cells(table)]


def _is_merged(cell: Cell) -> bool:
    return cell.row_span > 1 and bool(cell.text)
