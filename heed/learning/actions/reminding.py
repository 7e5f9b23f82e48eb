"""Heed reminds the owner of an action of its day."""

from django.conf import settings
from django.urls import reverse

from heed.cases.access import is_excluded
from heed.cases.models import Deadline
from heed.cases.reminding import dates_to_remind_of
from heed.correspondence.actions import post
from heed.learning.models import Action
from heed.rulebook.clocks import ACTION_DUE


def remind_owners(*, by, at) -> int:
    """Remind the owner of an open action of its day, as those are reminded who see the
    case; the letter leads to the action and says not even the reference. How many."""
    dated = Deadline.objects.filter(clock=ACTION_DUE.slug).select_related("partnership")
    due = {each[0].pk: each for each in dates_to_remind_of(dated, at=at)}
    owned = Action.objects.filter(deadline__in=due, owner__is_active=True)
    told = [
        action
        for action in owned.select_related("owner", "case", "partnership")
        if action.is_open and not is_excluded(action.owner, action.case)
    ]
    for action in told:
        _, once, words = due[action.deadline_id]
        path = reverse("action", args=[action.public_id])
        post(
            "action_due",
            to=action.owner.email,
            partnership=action.partnership,
            fields={"link": f"{settings.DESK_ADDRESS}{path}"} | words,
            once=f"action_due:{once}:{action.pk}:{action.owner_id}",
            about_case=action.case_id,
            by=by,
            at=at,
        )
    return len(told)
