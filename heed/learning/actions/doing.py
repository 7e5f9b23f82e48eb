"""An action is followed: how it goes, that it was done, and whether it helped."""

from heed.cases.belonging import belonging_to
from heed.cases.gaps import fill_gap, name_gap
from heed.cases.models import Deadline
from heed.cases.steps import Refused, Seen, carrying_out, must_have_been
from heed.learning.models import Action, Ending, Impact, Progress
from heed.learning.refusing import must_be_another, must_be_open, must_say_why
from heed.rulebook import process


def record_progress(
    action: Action, *, status: str, words: str, by, at, seen: Seen | None = None
) -> Progress:
    """Say how an action goes: by its owner, for her organisation, or the business
    unit."""
    with carrying_out(
        process.RECORD_ACTION_PROGRESS, action, by=by, at=at, seen=seen
    ) as it:
        must_be_open(it)
        if status not in Action.OPEN:
            raise Refused("An action is ended by a sign-off, not by a progress note.")
        it.status = status
        it.save(update_fields=["status"])
        return Progress.objects.create(
            **belonging_to(it.case),
            action=it,
            given_at=at,
            given_by=by.actor_name,
            status=status,
            words=words,
        )


def complete_action(
    action: Action,
    *,
    done_on,
    what_was_done: str,
    by,
    at,
    evidence: str = "",
    evidence_dated_on=None,
    seen: Seen | None = None,
) -> Ending:
    """Sign off that an action was done, by another than its owner. Missing evidence
    is a named gap; that it helped children is another question."""
    with carrying_out(
        process.COMPLETE_ACTION,
        action,
        by=by,
        at=at,
        reasons=what_was_done,
        effective_on=done_on,
        seen=seen,
    ) as it:
        must_be_open(it)
        must_be_another(it, by)
        carried = "The evidence cannot carry a date"
        must_have_been(evidence_dated_on, at=at, what=carried)
        _meet(it.deadline, on=done_on)
        _evidence_gap(it, missing=not evidence.strip(), by=by, at=at)
        return _end(
            it,
            Action.Status.COMPLETE,
            what_was_done,
            done_on=done_on,
            evidence=evidence.strip() or None,
            evidence_dated_on=evidence_dated_on,
            by=by,
            at=at,
        )


def end_without_doing(
    action: Action, *, reason: str, by, at, seen: Seen | None = None
) -> Ending:
    """Sign off that an action is not progressed, with reasons, by another than its
    owner."""
    status = Action.Status.NOT_PROGRESSED
    with carrying_out(
        process.COMPLETE_ACTION,
        action,
        by=by,
        at=at,
        outcome=status,
        reasons=reason,
        seen=seen,
    ) as it:
        must_be_open(it)
        must_be_another(it, by)
        _stop(it.deadline, at=at)
        return _end(it, status, reason, by=by, at=at)


def replace_action(
    action: Action,
    *,
    replaced_by: Action,
    reason: str,
    by,
    at,
    seen: Seen | None = None,
) -> Ending:
    """End an action because another of the same case takes its place, and say why."""
    status = Action.Status.SUPERSEDED
    with carrying_out(
        process.PLAN_ACTION,
        action,
        by=by,
        at=at,
        outcome=status,
        reasons=reason,
        seen=seen,
    ) as it:
        must_be_open(it)
        must_say_why(reason)
        if replaced_by.pk == it.pk or replaced_by.case_id != it.case_id:
            raise Refused("It is replaced by another action of the same case.")
        it.replaced_by = replaced_by
        it.save(update_fields=["replaced_by"])
        _stop(it.deadline, at=at)
        return _end(it, status, reason, by=by, at=at)


def record_impact(
    action: Action,
    *,
    looked_on,
    method: str,
    measure: str,
    evidence: str,
    judgement: str,
    by,
    at,
    seen: Seen | None = None,
) -> Impact:
    """Say what was found when somebody looked whether children are better protected.
    That the action was done is not evidence of it."""
    with carrying_out(
        process.RECORD_ACTION_PROGRESS,
        action,
        by=by,
        at=at,
        effective_on=looked_on,
        seen=seen,
    ) as it:
        if it.status != Action.Status.COMPLETE:
            raise Refused("Whether it helped is asked once the action was done.")
        return Impact.objects.create(
            **belonging_to(it.case),
            action=it,
            looked_on=looked_on,
            method=method,
            judgement=judgement,
            recorded_at=at,
            recorded_by=by.actor_name,
            measure=measure,
            evidence=evidence,
        )


def _end(action: Action, status: str, words: str, *, by, at, **more) -> Ending:
    action.status = status
    action.save(update_fields=["status"])
    return Ending.objects.create(
        **belonging_to(action.case),
        action=action,
        status=status,
        ended_at=at,
        ended_by=by.actor_name,
        words=words,
        **more,
    )


def _meet(deadline: Deadline, *, on) -> None:
    deadline.met_on, deadline.ended_because = on, "met"
    deadline.save(update_fields=["met_on", "ended_because"])


def _stop(deadline: Deadline, *, at) -> None:
    deadline.superseded_at = at
    deadline.save(update_fields=["superseded_at"])


def _evidence_gap(action: Action, *, missing: bool, by, at) -> None:
    kind = f"action.{action.number}.evidence"
    if missing:
        label = f"Action {action.number} was signed off without evidence"
        name_gap(action.case, kind=kind, label=label, at=at)
    else:
        fill_gap(action.case, kind=kind, by=by, at=at)
