"""The one door. Every change to a case is made inside `carrying_out`.

It locks the case, reads the subject afresh, asks whether this actor may take this step,
lets the change be made, then moves the stage, starts and stops clocks and writes the
step and its audit entry: all of it or none of it.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.cases.access import standing_for, why_not
from heed.cases.deadlines import end_clocks, start_clocks
from heed.cases.gaps import name_gap
from heed.cases.models import StepTaken
from heed.rulebook.editions import edition_for
from heed.rulebook.language import Next, Step


class Refused(Exception):  # noqa: N818 - it is not an error, it is an answer
    """The step may not be taken; the sentence is fit for the screen."""


class Stale(Exception):  # noqa: N818
    """Somebody changed the subject after the page was shown. Holds it as it is now."""

    def __init__(self, current):
        super().__init__(
            "Somebody else changed this while you were working on it. What you typed "
            "is still here. Compare it with what is there now, then decide."
        )
        self.current = current


class AlreadyDone(Exception):  # noqa: N818
    """This very form was sent before and has been carried out. Holds its step."""

    def __init__(self, taken: StepTaken):
        super().__init__("This was already done. Nothing was done twice.")
        self.taken = taken


@dataclass(frozen=True)
class Seen:
    """What a page showed: the version of its subject, and a token sent only once."""

    version: int | None = None
    once: str = ""


@contextmanager
def carrying_out(
    step: Step,
    subject,
    *,
    by,
    at,
    outcome: str = "",
    effective_on=None,
    reasons: str | None = None,
    seen: Seen | None = None,
):
    """Take one step: yields the subject, locked and read afresh, to be changed.

    The subject's `acting_for` is the seat of the partner that the actor acts for.
    `reasons` is None where they are not asked for; an empty string was asked for and
    not given: a step that nothing may stop then leaves a named gap.
    Raises `Refused` (recorded), `Stale` or `AlreadyDone`; then nothing has changed."""
    seen = seen or Seen()
    try:
        with transaction.atomic():
            fresh = _locked(subject)
            _check(step, fresh, by=by, at=at, seen=seen, reasons=reasons)
            standing = standing_for(step, fresh.spine, by, at=at)
            fresh.acting_for = standing.seat
            yield fresh
            _finish(
                step,
                fresh,
                standing,
                follows=step.follows(outcome, at=fresh.spine.stage),
                taken={
                    "outcome": outcome,
                    "effective_on": effective_on or clock.london_date(at),
                    "reasons": reasons or None,
                    "once": seen.once or None,
                },
                reasons_missing=reasons == "",
                by=by,
                at=at,
            )
    except Refused:
        _record_refusal(step, subject, by=by, at=at)
        raise


def _locked(subject):
    """Lock the spine first, then read the subject again inside the transaction."""
    spine = subject.spine
    if spine._state.adding:
        return subject
    locked = type(spine)._base_manager.select_for_update().get(pk=spine.pk)
    if subject.pk == spine.pk:
        return locked
    fresh = subject
    if not subject._state.adding:
        fresh = type(subject)._base_manager.select_for_update().get(pk=subject.pk)
    fresh.hold(locked)
    return fresh


def _check(step, subject, *, by, at, seen, reasons):
    if seen.once and (taken := StepTaken.objects.filter(once=seen.once).first()):
        raise AlreadyDone(taken)
    if why := why_not(step, subject.spine, by, at=at):
        raise Refused(why)
    if seen.version is not None and seen.version != subject.version:
        raise Stale(subject)
    if step.reasons and not step.never_stopped and not (reasons or "").strip():
        raise Refused(f"Please give your reasons. {step.reasons}.")


def _finish(step, subject, standing, *, follows: Next, taken, reasons_missing, by, at):
    spine = subject.spine
    before, spine.stage = spine.stage, follows.stage or spine.stage
    spine.version += 1
    spine.save(update_fields=["stage", "version"])
    if subject.pk != spine.pk and hasattr(subject, "version"):
        subject.version += 1
        subject.save(update_fields=["version"])
    case = spine if spine._meta.label == "cases.Case" else getattr(spine, "case", None)
    StepTaken.objects.create(
        partnership_id=spine.partnership_id,
        data_key_id=spine.data_key_id,
        case=case,
        spine_id=spine.pk,
        step=step.slug,
        subject_kind=subject._meta.label,
        subject_id=subject.pk,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        by_name=by.actor_name,
        role=standing.role,
        seat=standing.seat,
        at=at,
        stage_before=before,
        stage_after=spine.stage,
        edition=edition_for(taken["effective_on"]).slug,
        **taken,
    )
    if step.reasons and reasons_missing:
        name_gap(
            spine,
            kind=f"reasons.{step.slug}",
            label=f"No reasons were given. {step.reasons}.",
            at=at,
        )
    end_clocks(follows.stops, spine, on=taken["effective_on"], at=at)
    start_clocks(follows.starts, spine, on=taken["effective_on"], at=at)
    record(
        what=step.slug,
        by=by,
        at=at,
        subject_kind=subject._meta.label,
        subject_id=subject.pk,
        case_id=case.pk if case else None,
        partnership_id=spine.partnership_id,
        role=standing.role,
    )


def _record_refusal(step, subject, *, by, at):
    spine = subject.spine
    with transaction.atomic():
        record(
            what=step.slug,
            by=by,
            at=at,
            subject_kind=subject._meta.label,
            subject_id=subject.pk,
            case_id=spine.pk if spine._meta.label == "cases.Case" else None,
            partnership_id=spine.partnership_id,
            result="refused",
            reason_code="not_allowed",
        )
