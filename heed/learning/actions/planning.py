"""An action is planned: who does it, until when. A later date stands beside the first;
an owner who leaves is followed by another; what has ended may be opened again."""

from django.conf import settings
from django.urls import reverse

from heed import clock
from heed.cases.access import is_excluded
from heed.cases.belonging import belonging_to
from heed.cases.learned import an_action_follows
from heed.cases.models import Case, Deadline, DeadlineExtension, OpenItem
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.learning.models import Action, Progress, Recommendation
from heed.learning.queries import possible_owners
from heed.learning.refusing import must_be_open, must_say_why
from heed.partnership.queries import holidays_for
from heed.rulebook import process
from heed.rulebook.clocks import ACTION_DUE
from heed.rulebook.working_days import UnknownYear, last_working_day


def plan_action(
    subject: Case | Recommendation,
    *,
    text: str,
    owner,
    due_on,
    by,
    at,
    measure: str = "",
    starts_on=None,
    learned: OpenItem | None = None,
    seen: Seen | None = None,
) -> Action:
    """Plan an action for a recommendation, or one that stands by itself in a case:
    what is done, by whom, until when, and how one will know that it helped. `learned`
    is the point of a rapid review from which it follows."""
    with carrying_out(process.PLAN_ACTION, subject, by=by, at=at, seen=seen) as it:
        case = it.case
        _may_own(owner, case, by=by, at=at)
        number = Action.objects.filter(case=case).count() + 1
        starts_on = starts_on or clock.london_date(at)
        if due_on < starts_on:
            raise Refused("An action cannot be due before it begins.")
        action = Action.objects.create(
            **belonging_to(case),
            number=number,
            recommendation=it if isinstance(it, Recommendation) else None,
            owner=owner,
            organisation=owner.organisation,
            starts_on=starts_on,
            deadline=_deadline(case, number, due_on, at=at),
            planned_at=at,
            planned_by=by.actor_name,
            text=text,
            measure=measure or None,
        )
        if learned:
            an_action_follows(case, learned, by=by, at=at)
        _tell_owner(action, by=by, at=at)
    return action


def plan_action_for(
    case: Case,
    *,
    by,
    at,
    recommendation: Recommendation | None = None,
    seen: Seen | None = None,
    **asked,
) -> Action:
    """Plan an action from the case itself, for one of its recommendations or none."""
    if recommendation and recommendation.case_id != case.pk:
        raise Refused("The recommendation is of another case.")
    return plan_action(recommendation or case, by=by, at=at, seen=seen, **asked)


def _may_own(owner, case: Case, *, by, at) -> None:
    if owner not in possible_owners(case, by, at=at):
        raise Refused(
            "The owner of an action is somebody of an organisation of this "
            "partnership; who plans for one organisation names one of its people."
        )


def _deadline(case: Case, number: int, due_on, *, at) -> Deadline:
    """The day that the action itself sets, on the board with all other clocks."""
    return Deadline.objects.create(
        **belonging_to(case),
        spine_id=case.pk,
        clock=ACTION_DUE.slug,
        counted_from_on=clock.london_date(at),
        due_on=due_on,
        last_working_day=_last_working_day(case, due_on),
        started_at=at,
        about=f"Action {number}",
    )


def _last_working_day(case: Case, day):
    try:
        return last_working_day(day, holidays_for(case.partnership))
    except UnknownYear as unknown:
        raise Refused(str(unknown)) from unknown


def _tell_owner(action: Action, *, by, at) -> None:
    if not action.owner.is_active or is_excluded(action.owner, action.case):
        return
    path = reverse("action", args=[action.public_id])
    post(
        "action_planned",
        to=action.owner.email,
        partnership=action.partnership,
        fields={"link": f"{settings.DESK_ADDRESS}{path}"},
        once=f"action:{action.pk}:{action.owner_id}:{action.version}",
        about_case=action.case_id,
        by=by,
        at=at,
    )


def agree_new_date(
    action: Action,
    *,
    new_target_on,
    reason: str,
    told: str,
    by,
    at,
    seen: Seen | None = None,
) -> DeadlineExtension:
    """Agree a later date for an action, beside the first, with the reason."""
    with carrying_out(
        process.SET_NEW_TARGET, action, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        must_be_open(it)
        _last_working_day(it.case, new_target_on)
        return DeadlineExtension.objects.create(
            **belonging_to(it.case),
            spine_id=it.case_id,
            deadline=it.deadline,
            new_target_on=new_target_on,
            made_at=at,
            reason=reason,
            told=told or None,
        )


def hand_to_new_owner(
    action: Action, *, owner, reason: str, by, at, seen: Seen | None = None
) -> Action:
    """Give an action to a new owner, and say why; the one before is kept in its
    history."""
    with carrying_out(
        process.PLAN_ACTION, action, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        must_be_open(it)
        must_say_why(reason)
        _may_own(owner, it.case, by=by, at=at)
        _note(it, f"Owner until now: {it.owner.name}. {reason}", by=by, at=at)
        it.owner, it.organisation = owner, owner.organisation
        it.save(update_fields=["owner", "organisation"])
        _tell_owner(it, by=by, at=at)
    return it


def reopen_action(
    action: Action, *, due_on, reason: str, by, at, seen: Seen | None = None
) -> Action:
    """Open an action again that had ended, with a new date; its end stays on record."""
    with carrying_out(
        process.PLAN_ACTION, action, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if it.is_open:
            raise Refused("This action is open already.")
        must_say_why(reason)
        if due_on < clock.london_date(at):
            raise Refused("The new date is in the past.")
        it.deadline = _deadline(it.case, it.number, due_on, at=at)
        it.status, it.reopened_at = Action.Status.NOT_STARTED, at
        it.replaced_by = None
        it.save(update_fields=["deadline", "status", "reopened_at", "replaced_by"])
        _note(it, f"Opened again. {reason}", by=by, at=at)
        _tell_owner(it, by=by, at=at)
    return it


def _note(action: Action, words: str, *, by, at) -> None:
    Progress.objects.create(
        **belonging_to(action.case),
        action=action,
        given_at=at,
        given_by=by.actor_name,
        status=action.status,
        words=words,
    )
