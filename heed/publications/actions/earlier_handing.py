"""What was entered of earlier reviews, and what was withdrawn, goes down to the library
once the desk has it on record: never before, and again until the library has it."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.db import InterfaceError, OperationalError

from heed.library import actions as library
from heed.library.bundles import LegacyEntry, NotReceivable, legacy_id
from heed.library.models import Publication
from heed.publications.actions.handing import hand_down_publisher
from heed.publications.earlier import unpacked
from heed.publications.earlier_files import scan_to_show
from heed.publications.models import EarlierReview, EarlierWithdrawal
from heed.rulebook.gone import GoneBecause
from heed.rulebook.scans import all_looked_for

logger = logging.getLogger("heed.publications")

WAITS, REFUSED = "waits", "refused"
IS_THERE = (library.Received.KEPT, library.Received.ALREADY)


def hand_down_earlier(*, by, at) -> int:
    """Hand down what the library does not have yet: what takes a review away first,
    then what was entered, in order; how many it took. It may be called as often as one
    likes. It stops where the library cannot be reached; what cannot be read or shown
    keeps nothing else waiting."""
    gone = EarlierWithdrawal.objects.filter(is_on_its_way=True)
    for each in gone:
        if _is_told(_take_away, each, by=by, at=at) is None:
            return 0
    return len(_handed({}, by=by, at=at))


def entered_in_the_library(it: EarlierReview, entry: LegacyEntry, *, by, at) -> str:
    """What became of a review that was entered just now, after those that were before
    it; its pages are at hand."""
    return _handed({it.pk: entry}, by=by, at=at).get(it.pk, WAITS)


def _handed(at_hand: Mapping[UUID, LegacyEntry], *, by, at) -> dict[UUID, str]:
    waiting = EarlierReview.objects.filter(is_on_its_way=True).order_by("entered_at")
    outcomes: dict[UUID, str] = {}
    for it in waiting.select_related("partnership", "entered_by"):
        entry = at_hand.get(it.pk)
        if _is_told(_enter, it, entry, outcomes, by=by, at=at) is None:
            break
    return outcomes


def _enter(it: EarlierReview, entry, outcomes, *, by, at) -> None:
    hand_down_publisher(it.partnership, by=by, at=at)
    entry = entry or _entry_of(it, at=at)
    it.library_id = legacy_id(entry.id)
    outcomes[it.pk] = it.outcome = _taken(it, entry, by=by, at=at)
    it.is_on_its_way = False
    it.save(update_fields=["is_on_its_way", "library_id", "outcome"])


def _taken(it: EarlierReview, entry: LegacyEntry, *, by, at) -> str:
    """What the library makes of it. What waited while the same review was put right, or
    is to be taken away, does not come after that."""
    if _was_put_right(it, entry):
        return str(library.Received.OLDER)
    there = {"library_id": it.library_id, "is_on_its_way": True}
    if EarlierWithdrawal.objects.filter(**there).exists():
        return str(library.Received.WITHDRAWN)
    try:
        (outcome,) = library.enter_all([entry], by=by, at=at)
    except NotReceivable:
        return REFUSED  # it was asked before it was entered: for good
    return str(outcome)


def _was_put_right(it: EarlierReview, entry: LegacyEntry) -> bool:
    """Whether the library has what was entered of the same review after this; what it
    refused put nothing right. No words are opened, as some may not open any more; but
    those that went down before Heed noted which review they are, and what became of
    them: each of these counts as put right."""
    later = EarlierReview.objects.filter(entered_at__gt=it.entered_at)
    if later.filter(library_id=it.library_id, outcome__in=IS_THERE).exists():
        return True
    unnoted = later.filter(
        partnership=it.partnership, library_id=None, is_on_its_way=False
    )
    return any(unpacked(each.entry).id == entry.id for each in unnoted)


def _entry_of(it: EarlierReview, *, at) -> LegacyEntry:
    """What two people let the public read, with the scan that both looked through."""
    entry = unpacked(it.entry)
    if it.offers_scan and all_looked_for(it.second_checked):
        return replace(entry, scan=scan_to_show(it, by=it.entered_by, at=at))
    return entry


def _take_away(kept: EarlierWithdrawal, *, by, at) -> None:
    # All that stands there goes, also what was entered this very moment.
    held = Publication.objects.filter(id=kept.library_id).first()
    kept.number = max(kept.number, held.version if held else 0)
    why = GoneBecause.PRIVACY
    library.withdraw(kept.library_id, kept.number, because=why, by=by, at=at)
    kept.is_on_its_way = False
    kept.save(update_fields=["is_on_its_way", "number"])


def _is_told(tell, *what, by, at) -> bool | None:
    """Whether the library took it; None where it cannot be reached, and nothing else is
    worth a try. What fails now is tried again by the tick: nobody's step fails for it.
    """
    try:
        tell(*what, by=by, at=at)
    except Exception as wrong:  # noqa: BLE001 - it is tried again; its words stay here
        logger.error("An earlier review waits: %s", type(wrong).__name__)  # noqa: TRY400 - a message may hold words of a case
        return None if isinstance(wrong, OperationalError | InterfaceError) else False
    return True
