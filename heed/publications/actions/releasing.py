"""What the manager has arranged goes out by itself: at its moment, never before it,
once, as the partners had decided, and only through an open gate. Where the gate is shut
at that moment, or Heed did not run, nothing goes out, and who can open it is told."""

import logging

from heed.cases.access import able_on_the_list
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import please_look, tell
from heed.partnership.models import Partnership
from heed.publications.actions.beginning import begun
from heed.publications.actions.publishing import goes_out
from heed.publications.models import Publication, Release
from heed.publications.printing import printed_of
from heed.publications.releases import is_too_late, waiting_release
from heed.rulebook import process
from heed.rulebook.language import Role

logger = logging.getLogger("heed.publications")

NO_DECISION = "The partners decide first what is published."
NO_MOMENT = "Set the day and the hour of publication first."
PAST = "That moment has passed: publish it now, or set another one."
OWN_SITE = "Heed does not publish on a site of your own: somebody puts it there."
ARRANGED = "It goes out by itself at that moment already."
NOT_ARRANGED = "Nothing is arranged that could be taken back."
NOT_YET = "Its moment has not come."
RESTORED = "Heed was restored from a backup: what was said since is not in it."
TOO_LATE = "Heed could not publish it at that moment, and does not do so much later."
DECIDED_ANEW = "The partners have decided otherwise since that was arranged."
TOLD = (Role.MANAGER, Role.COORDINATOR, Role.DELEGATED_PARTNER)


def arrange_release(case: Case, *, by, at, seen: Seen | None = None) -> Release:
    """Let all of it go out by itself at the planned moment, if the gate is open then.
    Another moment that is set later is arranged anew."""
    with carrying_out(process.ARRANGE_RELEASE, case, by=by, at=at, seen=seen) as it:
        kept = begun(it, by=by, at=at)
        if it.partnership.site == Partnership.Site.OWN_SITE:
            raise Refused(OWN_SITE)
        if not kept.decision:
            raise Refused(NO_DECISION)
        if kept.planned_for is None:
            raise Refused(NO_MOMENT)
        if kept.planned_for <= at:
            raise Refused(PAST)
        if waiting_release(kept):
            raise Refused(ARRANGED)
        return Release.objects.create(
            **belonging_to(it),
            publication=kept,
            release_at=kept.planned_for,
            decision=kept.decision,
            arranged_at=at,
            arranged_by=by,
        )


def take_back_release(
    case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Release:
    """Take back that it goes out by itself. Nothing goes out until somebody publishes
    it, or arranges it again."""
    with carrying_out(
        process.TAKE_BACK_RELEASE, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        waiting = waiting_release(begun(it, by=by, at=at))
        if waiting is None:
            raise Refused(NOT_ARRANGED)
        waiting.taken_back_at, waiting.reasons = at, reasons
        waiting.save(update_fields=["taken_back_at", "reasons"])
    return waiting


def end_release(kept: Publication, *, by, at) -> None:
    """End what was arranged, inside the step that changes how or when it is published,
    and tell whom it is told when somebody takes it back."""
    if arranged := waiting_release(kept):
        arranged.taken_back_at = at
        arranged.save(update_fields=["taken_back_at"])
        told = frozenset(process.TAKE_BACK_RELEASE.tells)
        please_look(told, kept.case, by=by, at=at)


def release_what_is_due(*, by, at) -> int:
    """Let go out whatever was arranged for a moment that has come; how many did. It may
    be called as often as one likes: each goes out once."""
    due = Release.objects.filter(
        release_at__lte=at,
        released_at=None,
        lapsed_at=None,
        taken_back_at=None,
    )
    found = list(
        due.select_related("case__partnership", "publication").order_by("release_at")
    )
    return sum(_released(each, by=by, at=at) for each in found)


def lapse_what_waits(*, by, at) -> int:
    """Let nothing go out by itself that was arranged before a backup was restored, and
    tell who can arrange it again: it may have been taken back since. How many."""
    found = Release.objects.filter(
        released_at=None, lapsed_at=None, taken_back_at=None
    ).select_related("case__partnership", "publication")
    waiting = list(found)
    for each in waiting:
        _lapse(each, RESTORED, by=by, at=at)
    return len(waiting)


def _released(waiting: Release, *, by, at) -> bool:
    try:
        return _out_or_lapsed(waiting, by=by, at=at)
    except Exception as wrong:  # noqa: BLE001 - it is tried again; the others go on
        logger.error("A release did not go out: %s", type(wrong).__name__)  # noqa: TRY400 - a message may hold words of a case
        return False


def _out_or_lapsed(waiting: Release, *, by, at) -> bool:
    try:
        _must_still_hold(waiting, at=at)
        _go_out(waiting, by=by, at=at)
    except Refused as shut:
        _lapse(waiting, str(shut), by=by, at=at)
        return False
    return True


def _must_still_hold(waiting: Release, *, at) -> None:
    """Asked before anything is made: what fails each time would go on until it passes,
    whenever that is."""
    if is_too_late(waiting.release_at, at):
        raise Refused(TOO_LATE)
    if waiting.publication.decision != waiting.decision:
        raise Refused(DECIDED_ANEW)


def _go_out(waiting: Release, *, by, at) -> Publication:
    made, decision = printed_of(waiting.case, at=at), waiting.decision
    with carrying_out(
        process.RELEASE_PUBLICATION, waiting.case, by=by, at=at, outcome=decision
    ) as it:
        kept = begun(it, by=by, at=at)
        arranged = waiting_release(kept)
        if arranged is None:
            raise Refused(NOT_ARRANGED)
        if kept.decision != arranged.decision:
            raise Refused(DECIDED_ANEW)
        if arranged.release_at > at:
            raise Refused(NOT_YET)
        goes_out(kept, it, made, by=by, at=at)
    return kept


def _lapse(waiting: Release, why: str, *, by, at) -> None:
    """Note that it did not go out at its moment, and why; nothing goes out later by
    itself. Nothing, where it went out meanwhile or was taken back."""
    waiting.refresh_from_db()
    if not waiting.waits:
        return
    case = Case.objects.select_related("partnership").get(pk=waiting.case_id)
    with carrying_out(process.LAPSE_RELEASE, case, by=by, at=at) as it:
        still = waiting_release(begun(it, by=by, at=at))
        if still is None:
            raise Refused(NOT_ARRANGED)
        still.lapsed_at, still.barred_by = at, why
        still.save(update_fields=["lapsed_at", "barred_by"])
        people = able_on_the_list(it, TOLD, at=at)
        tell("did_not_go_out", people, it, by=by, at=at)
