"""The one door. Every change to a case is made inside `carrying_out`.

It locks the case, reads the subject afresh, asks whether this actor may take this step,
lets the change be made, then moves the stage, starts and stops clocks, writes the step
and its audit entry and tells whom the table names: all of it or none of it.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.cases.access import standing_for, standings_of, why_not
from heed.cases.deadlines import (
    ask_why_late,
    clock_of,
    end_clocks,
    start_clocks,
    was_met_late,
)
from heed.cases.gaps import name_gap
from heed.cases.holds import why_held
from heed.cases.models import StepTaken
from heed.cases.telling import tell_of_step
from heed.partnership.one_look import forget_answers
from heed.partnership.refusals import NotDone
from heed.rulebook.editions import edition_for
from heed.rulebook.language import Step
from heed.rulebook.lateness import asks_itself, how_it_ends, wants_a_reason
from heed.rulebook.working_days import UnknownYear

# Who hears of steps of a case, and of which, in the same transaction. A step that
# nothing may stop is among them: whoever hears of it refuses nothing.
HEARING: list[tuple[frozenset[Step], Callable[..., None]]] = []


def hears_of(steps: Iterable[Step], heard: Callable[..., None]) -> None:
    """Let an upper application hear, in the same transaction, that one of these steps
    was taken in a case. Listed in `heed/config/wiring.py`."""
    if heard not in [known for _, known in HEARING]:
        HEARING.append((frozenset(steps), heard))


class Refused(NotDone):
    """The step may not be taken; the sentence is fit for the screen."""


class Stale(Exception):
    """Somebody changed the subject after the page was shown. Holds it as it is now."""

    def __init__(self, current):
        super().__init__(
            "Somebody else changed this while you were working on it. What you typed "
            "is still here. Compare it with what is there now, then decide."
        )
        self.current = current


class AlreadyDone(Exception):
    """This very form was sent before and has been carried out. Holds its step."""

    def __init__(self, taken: StepTaken):
        super().__init__("This was already done. Nothing was done twice.")
        self.taken = taken


@dataclass(frozen=True)
class Seen:
    """What a page showed: the version of its subject, and a token sent only once."""

    version: int | None = None
    once: str = ""


@dataclass(frozen=True)
class Taking:
    """A step as it is being taken: by whom, when, with which outcome and reasons."""

    step: Step
    by: object
    at: object
    outcome: str = ""
    effective_on: object = None
    reasons: str | None = None
    once: str = ""

    @property
    def happened_on(self):
        return self.effective_on or clock.london_date(self.at)


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
    taking = Taking(step, by, at, outcome, effective_on, reasons, seen.once)
    try:
        with transaction.atomic():
            fresh = _locked(subject)
            _once(seen)
            standing = _check(taking, fresh, version=seen.version)
            fresh.acting_for, fresh.followed_by = standing.seat, []
            fresh.met_before = {}
            yield fresh
            _finish(taking, fresh, standing)
            for following in fresh.followed_by:
                _finish(following, fresh, _check(following, fresh))
            _let_hear(step, fresh.spine, by=by, at=at)
    except Refused:
        _record_refusal(taking, subject)
        raise
    except UnknownYear as unknown:  # a clock cannot be counted from or to that day
        _record_refusal(taking, subject)
        raise Refused(str(unknown)) from None
    finally:
        forget_answers()


def would_be_taken(step: Step, subject, *, by, at, reasons=None, seen=None) -> bool:
    """Whether a step could be taken as things are. For what must be made ready before
    it opens and would be made for nothing; the step itself asks again, and says why."""
    seen, taking = seen or Seen(), Taking(step, by, at, reasons=reasons)
    fresh = type(subject)._base_manager.get(pk=subject.pk)
    try:
        _once(seen)
        _check(taking, fresh, version=seen.version)
    except (Refused, Stale, AlreadyDone):
        return False
    return True


def _let_hear(step: Step, spine, *, by, at) -> None:
    if spine._meta.label != "cases.Case":
        return
    for heard in [heard for steps, heard in HEARING if step in steps]:
        forget_answers()  # what was asked before the change
        heard(spine, by=by, at=at)


def was_met_before(subject, clock_, *, on) -> None:
    """Say, inside `carrying_out`, that what a clock waits for happened already: the
    clock that this step starts is met on that day."""
    subject.met_before[clock_] = on


def then_take(
    subject,
    step: Step,
    *,
    by,
    at,
    outcome: str = "",
    effective_on=None,
    reasons: str | None = None,
) -> None:
    """Say, inside `carrying_out`, that another step follows in the same transaction:
    the third signature that signs off, for example."""
    following = Taking(step, by, at, outcome, effective_on, reasons)
    subject.followed_by.append(following)


def _locked(subject):
    """Lock the spine first, then read the subject again inside the transaction."""
    spine = subject.spine
    if spine._state.adding:
        return subject
    rows = type(spine)._base_manager.select_for_update(of=("self",))
    locked = rows.select_related("partnership").get(pk=spine.pk)
    if subject.pk == spine.pk:
        return locked
    fresh = subject
    if not subject._state.adding:
        fresh = type(subject)._base_manager.select_for_update().get(pk=subject.pk)
    fresh.hold(locked)
    return fresh


def _once(seen: Seen) -> None:
    if seen.once and (taken := StepTaken.objects.filter(once=seen.once).first()):
        raise AlreadyDone(taken)


def _check(taking: Taking, subject, *, version: int | None = None):
    step = taking.step
    standings = standings_of(taking.by, subject, at=taking.at)
    if why := why_not(step, subject, taking.by, at=taking.at, standings=standings):
        raise Refused(why)
    if held := why_held(step, subject.spine):
        raise Refused(held)
    if version is not None and version != subject.version:
        raise Stale(subject)
    if not step.lies_ahead:
        must_have_been(taking.happened_on, at=taking.at)
    if step.reasons and not step.never_stopped and not (taking.reasons or "").strip():
        raise Refused(f"Please give your reasons. {step.reasons}.")
    return standing_for(step, subject, taking.by, at=taking.at, standings=standings)


def must_have_been(day, *, at, what: str = "It cannot have happened") -> None:
    """Refuse a day to come for what is recorded as having been."""
    if day and day > clock.london_date(at):
        raise Refused(f"{what} in the future. Look at the day again.")


def _finish(taking: Taking, subject, standing) -> None:
    spine, step = subject.spine, taking.step
    follows = step.follows(taking.outcome, at=spine.stage)
    before, spine.stage = spine.stage, follows.stage or spine.stage
    spine.version += 1
    spine.save(update_fields=["stage", "version"])
    if subject.pk != spine.pk and hasattr(subject, "version"):
        subject.version += 1
        subject.save(update_fields=["version"])
    case = spine if spine._meta.label == "cases.Case" else getattr(spine, "case", None)
    _write_down(taking, subject, standing, case=case, before=before)
    if step.reasons and taking.reasons == "":
        name_gap(
            spine,
            kind=f"reasons.{step.slug}",
            label=f"No reasons were given. {step.reasons}.",
            at=taking.at,
        )
    _move_clocks(taking, subject, follows)
    if case:
        tell_of_step(step, case, by=taking.by, at=taking.at)
    record(
        what=step.slug,
        by=taking.by,
        at=taking.at,
        subject_kind=subject._meta.label,
        subject_id=subject.pk,
        case_id=case.pk if case else None,
        partnership_id=spine.partnership_id,
        role=standing.role,
    )


def _move_clocks(taking: Taking, subject, follows) -> None:
    """Stop and start clocks. What was late is asked for its reason, once."""
    spine, step, at = subject.spine, taking.step, taking.at
    how = {"on": taking.happened_on, "at": at, "because": how_it_ends(step)}
    ended = end_clocks(follows.stops, spine, **how)
    start_clocks(follows.starts, spine, on=taking.happened_on, at=at)
    for clock_, day in subject.met_before.items():
        ended += end_clocks([clock_], spine, on=day, at=at)
    for deadline in ended:
        if wants_a_reason(step, clock_of(deadline)):
            ask_why_late(deadline, spine, at=at)
        elif taking.reasons and was_met_late(deadline) and _answers(step, deadline):
            deadline.late_reason = taking.reasons
            deadline.save(update_fields=["late_reason"])


def _answers(step: Step, deadline) -> bool:
    return asks_itself(step, clock_of(deadline))


def _write_down(taking: Taking, subject, standing, *, case, before) -> None:
    spine, by = subject.spine, taking.by
    StepTaken.objects.create(
        partnership_id=spine.partnership_id,
        data_key_id=spine.data_key_id,
        case=case,
        spine_id=spine.pk,
        step=taking.step.slug,
        outcome=taking.outcome,
        subject_kind=subject._meta.label,
        subject_id=subject.pk,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        by_name=by.actor_name,
        role=standing.role,
        seat=standing.seat,
        at=taking.at,
        effective_on=taking.happened_on,
        stage_before=before,
        stage_after=spine.stage,
        edition=edition_for(taking.happened_on).slug,
        once=taking.once or None,
        reasons=taking.reasons or None,
    )


def _record_refusal(taking: Taking, subject) -> None:
    spine = subject.spine
    is_case = spine._meta.label == "cases.Case" and not spine._state.adding
    with transaction.atomic():
        record(
            what=taking.step.slug,
            by=taking.by,
            at=taking.at,
            subject_kind=subject._meta.label,
            subject_id=subject.pk,
            case_id=spine.pk if is_case else None,
            partnership_id=spine.partnership_id,
            result="refused",
            reason_code="not_allowed",
        )
