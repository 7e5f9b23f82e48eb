"""Handing down to the library: after commit only, in order, until it is there.

A withdrawal goes first: it beats every version up to its own, even a later arrival.
What the library says that it cannot show is told at once, and not tried again: trying
does not mend it. A withdrawal is tried until it is done."""

import hashlib
import json
import logging
from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.library import actions as library
from heed.library.bundles import Bundle, NotReceivable
from heed.library.states import AREA_WITHHELD, State
from heed.partnership.models import Partnership
from heed.publications.actions.telling import tell_of_refusal
from heed.publications.bundling import NOBODYS_CARD, card_of
from heed.publications.handed import on_its_way
from heed.publications.models import HandOver, PublisherHandedDown
from heed.publications.parcel import packed, unpacked

logger = logging.getLogger("heed.publications")

GONE = {
    HandOver.What.WITHDRAW: State.WITHDRAWN,
    HandOver.What.REMOVE: State.REMOVED,
}


def next_number(library_id, *, by, at) -> int:
    """The next version of one publication of the library; inside a step."""
    given = HandOver.objects.filter(library_id=library_id)
    return (given.aggregate(last=Max("number"))["last"] or 0) + 1


def keep_hand_over(case: Case, bundle: Bundle, *, by, at) -> HandOver:
    """Keep what the library is to show, inside the step that publishes it, and hand it
    down as soon as that step is committed."""
    return _kept(
        case,
        bundle.publication_id,
        HandOver.What.RECEIVE,
        number=bundle.version,
        bundle=packed(bundle),
        pdf=bundle.pdf,
        by=by,
        at=at,
    )


def keep_going(
    case: Case, library_id, what: str, *, because: str = "", by, at
) -> HandOver:
    """Keep that a publication is gone, and why as a code, inside the step that takes it
    away."""
    number = next_number(library_id, by=by, at=at)
    said = {"because": because}
    return _kept(case, library_id, what, number=number, bundle=said, by=by, at=at)


def _kept(case, library_id, what, *, by, at, **parcel) -> HandOver:
    kept = HandOver.objects.create(
        **belonging_to(case), library_id=library_id, what=what, asked_at=at, **parcel
    )
    # What fails now is tried again by the tick: nobody's step fails for it.
    transaction.on_commit(lambda: hand_down(library_id, by=by, at=at))
    return kept


def hand_down(library_id, *, by, at) -> None:
    """Hand down what the library does not have yet of one publication: what takes it
    away first, then version by version. It may be called as often as one likes."""
    waiting = _waiting().filter(library_id=library_id)
    ordered = sorted(
        waiting.select_related("partnership", "case__partnership"),
        key=lambda each: (each.what == HandOver.What.RECEIVE, each.number),
    )
    for each in ordered:
        if not _handed(each, by=by, at=at):
            return


def _waiting():
    return HandOver.objects.filter(on_its_way())


def _handed(kept: HandOver, *, by, at) -> bool:
    kept.tries += 1
    try:
        kept.outcome = _to_the_library(kept, by=by, at=at)
    except Exception as wrong:  # noqa: BLE001 - it is tried again; its words stay here
        if isinstance(wrong, NotReceivable) and kept.what == HandOver.What.RECEIVE:
            _refused(kept, str(wrong), by=by, at=at)
            return True  # a version that was put right comes after it
        kept.failure = type(wrong).__name__
        kept.save(update_fields=["tries", "failure"])
        return False
    kept.done_at, kept.failure = at, ""
    kept.save(update_fields=["tries", "outcome", "done_at", "failure"])
    return True


def _refused(kept: HandOver, sentence: str, *, by, at) -> None:
    """Keep why, and say so to who publishes: the page is not there."""
    with transaction.atomic():
        kept.refused_at, kept.refusal, kept.failure = at, sentence, ""
        kept.save(update_fields=["tries", "refused_at", "refusal", "failure"])
        tell_of_refusal(kept.case, by=by, at=at)


def _to_the_library(kept: HandOver, *, by, at) -> str:
    if kept.what in GONE:
        state = GONE[kept.what]
        return library.withdraw(
            kept.library_id,
            kept.number,
            at=at,
            by=by,
            state=state,
            because=(kept.bundle or {}).get("because", ""),
        )
    bundle = unpacked(kept.bundle, pdf=kept.pdf or b"")
    return into_the_library(bundle, kept.partnership, by=by, at=at)


def into_the_library(bundle: Bundle, partnership, *, by, at) -> str:
    """Hand one version down, and before it those under whose names it stands."""
    if bundle.publisher == AREA_WITHHELD:
        library.receive_publisher(NOBODYS_CARD, at=at, by=by)
    else:
        hand_down_publisher(partnership, by=by, at=at)
    for area in Partnership.objects.filter(slug__in=bundle.joint_with):
        hand_down_publisher(area, by=by, at=at)
    return library.receive(bundle, at=at, by=by)


def hand_down_publisher(partnership, *, by, at) -> bool:
    """Hand down the partnership's name, colour and contact where they have changed
    since the library was told; True when they had."""
    known, _ = PublisherHandedDown.objects.get_or_create(partnership=partnership)
    card = card_of(partnership, number=0, desk=settings.DESK_ADDRESS)
    said = json.dumps(asdict(card), sort_keys=True)
    digest = hashlib.sha256(said.encode()).hexdigest()
    if digest == known.digest:
        return False
    number = known.number + 1
    card = card_of(partnership, number=number, desk=settings.DESK_ADDRESS)
    library.receive_publisher(card, at=at, by=by)
    known.number, known.digest, known.handed_at = number, digest, at
    known.save(update_fields=["number", "digest", "handed_at"])
    return True


def hand_down_what_is_due(*, by, at) -> int:
    """Hand down whatever the library does not have yet, and each partnership that
    changed its name or its looks; how many publications were looked at."""
    waiting = set(_waiting().values_list("library_id", flat=True))
    for library_id in waiting:
        hand_down(library_id, by=by, at=at)
    for known in PublisherHandedDown.objects.select_related("partnership"):
        _try_publisher(known.partnership, by=by, at=at)
    return len(waiting)


def _try_publisher(partnership: Partnership, *, by, at) -> None:
    try:
        hand_down_publisher(partnership, by=by, at=at)
    except Exception as wrong:  # noqa: BLE001 - it is tried again; the others go on
        logger.error("A partnership did not go down: %s", type(wrong).__name__)  # noqa: TRY400 - a message may hold words of a case
