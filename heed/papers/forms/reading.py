"""A referral from a paper: our own form exactly, any other by its labels."""

import re
from datetime import date
from typing import Any

from heed.papers.blocks import Cell, Document, Heading, Table, cells, leaves
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.filling import Filling
from heed.papers.forms.flags import Flags
from heed.papers.forms.labelled import Form
from heed.papers.forms.own_form import printed_answers, typed_beside
from heed.papers.forms.referral import referral
from heed.papers.forms.tags import tagged_answers
from heed.papers.forms.tidying import tidy
from heed.papers.hidden import Hidden, Reading
from heed.papers.limits import Kind

_ENOUGH = 3
"""Answers under labels that we know: with fewer, the paper is not a form."""
_MARKING = re.compile(
    r"OFFICIAL[ –-]+SENSITIVE(?:[ :–-]+[A-Z]{2,})*|OFFICIAL|RESTRICTED|"
    r"(STRICTLY )?(PRIVATE AND )?CONFIDENTIAL( WHEN COMPLETED?)?",
)
_OLD_LAW = re.compile(
    r"\blscb\b|local safeguarding children board|working together.{0,30}20(06|1[0358])|"
    r"serious case review",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"\b(?:[Vv]ersion|[Vv]\.?)\s?(\d[\w./]*)|\b([A-Z]{2,}\.?v\d+/\d{4})\b"
)


def read_referral(
    reading: Reading, *, channel: str = "other", on: date | None = None
) -> dict[str, Any]:
    """The referral that a paper holds. `on` is the day when it came."""
    flags = Flags()
    answers = _of_our_form(reading) or _by_labels(reading, flags)
    tidy(answers)
    _flag_paper(reading, flags)
    made = referral(answers, channel=channel, on=on, flags=flags)
    return made | {"hidden": reading.hidden.to_json()}


def _of_our_form(reading: Reading) -> Answers | None:
    """By the names of its controls; what was typed beside them is kept as well."""
    tagged = tagged_answers(reading.document.fields)
    printed = printed_answers(reading.document, flat=reading.kind is Kind.PDF)
    if tagged and printed:
        tagged.unread += typed_beside(tagged, printed)
    return tagged or printed


def _by_labels(reading: Reading, flags: Flags) -> Answers:
    filling = Filling()
    document = reading.document
    for piece in Form(flat=reading.kind is Kind.PDF).pieces(document.blocks):
        filling.take(piece)
    if filling.recognised < _ENOUGH:
        flags.add("no_form", "document", "The paper is not a form that we know.")
        words = "\n\n".join(said for _, said in leaves(document.blocks) if said)
        return Answers(unread=[Answer(words, "")] if words else [])
    _from_margins(document, filling.answers)
    return filling.answers


def _from_margins(document: Document, answers: Answers) -> None:
    """The marking and the version that stand at the edge of every page."""
    edge = [said for _, said in leaves(document.margins)]
    head = [said for _, said in leaves(document.blocks[:3])]
    marking = _MARKING.search("\n".join((*edge, *head)))
    if marking:
        answers.add("marking", marking[0].strip(), "header")
    version = _VERSION.search("\n".join((*edge, *head)))
    if version:
        answers.add("form.version", version[1] or version[2], "footer")


def _flag_paper(reading: Reading, flags: Flags) -> None:
    hidden: Hidden = reading.hidden
    if any(map(_OLD_LAW.search, _printed(reading.document))):
        why = "The form speaks of law or guidance that has been replaced."
        flags.add("obsolete_legal_text", "form", why)
    if hidden.tracked_deletions or hidden.tracked_insertions:
        why = "Words were deleted or inserted; only what stands now was read."
        flags.add("tracked_changes_present", "document", why)
    if hidden.comments:
        flags.add("comments_present", "document", "Comments are not answers.")
    if any(map(_is_merged, _all_cells(reading.document))):
        flags.add("merged_cells", "document", "Cells that hold answers are merged.")


def _printed(document: Document) -> list[str]:
    """Words that belong to the form and not to who filled it in."""
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    edges = (*document.margins, *document.blocks[:4])
    return [*titles, *(said for _, said in leaves(edges))]


def _all_cells(document: Document) -> list[Cell]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [cell for table in tables for cell in cells(table)]


def _is_merged(cell: Cell) -> bool:
    return cell.row_span > 1 and bool(cell.text)
