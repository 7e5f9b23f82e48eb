"""Named gaps: what is missing travels with the case and stays open until answered."""

from heed.cases.gaps import name_gap
from heed.cases.models import OpenItem
from heed.cases.steps import Seen, carrying_out
from heed.rulebook import process


def raise_open_item(
    case, *, kind: str, label: str, by, at, seen: Seen | None = None
) -> OpenItem:
    """Note something about a case that is not known yet."""
    with carrying_out(process.RECORD_OPEN_ITEM, case, by=by, at=at, seen=seen) as it:
        return name_gap(it, kind=kind, label=label, at=at)


def answer_open_item(
    item: OpenItem,
    *,
    answer: str,
    not_known: bool,
    by,
    at,
    seen: Seen | None = None,
) -> OpenItem:
    """Answer a named gap; "not known, because …" is an answer."""
    with carrying_out(
        process.ANSWER_OPEN_ITEM, item, by=by, at=at, reasons=answer, seen=seen
    ) as it:
        it.answer = answer
        it.not_known = not_known
        it.answered_at = at
        it.answered_by = by.actor_name
        it.save(update_fields=["answer", "not_known", "answered_at", "answered_by"])
    return it
