"""Who is told, by an email that says nothing of the case but its reference."""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from heed import clock
from heed.cases.access import excluded_from
from heed.cases.models import Case
from heed.correspondence.actions import post
from heed.partnership.queries import people_with
from heed.publications.models import EarlierWithdrawal
from heed.rulebook.language import Role


def tell(
    case: Case,
    letter: str,
    *,
    everyone: tuple[Role, ...] = (),
    on_its_list: tuple[Role, ...] = (),
    once: str,
    by,
    at,
) -> None:
    """Tell everyone who holds one of these roles in the partnership, and those of
    other roles who are on the list of the case; nobody who is excluded from it."""
    today = clock.london_date(at)
    listed = case.accessgrants.filter(revoked_at=None).values("person_id")
    told = people_with(case.partnership, on_its_list, on=today).filter(Q(pk__in=listed))
    told |= people_with(case.partnership, everyone, on=today)
    for person in told.exclude(pk__in=excluded_from(case)):
        post(
            letter,
            to=person.email,
            partnership=case.partnership,
            fields={
                "reference": case.reference,
                "link": f"{settings.DESK_ADDRESS}/cases/{case.public_id}/",
            },
            once=f"{once}:{person.pk}",
            by=by,
            at=at,
        )


def tell_of_earlier(
    withdrawal: EarlierWithdrawal, letter: str, *, everyone: tuple[Role, ...], by, at
) -> None:
    """Tell everyone who holds one of these roles of the withdrawal of a review that was
    published before; at most once a day."""
    today, partnership = clock.london_date(at), withdrawal.partnership
    path = reverse("confirm_earlier_withdrawal", args=[withdrawal.public_id])
    fields = {
        "reference": "An earlier review",
        "link": f"{settings.DESK_ADDRESS}{path}",
    }
    for person in people_with(partnership, everyone, on=today):
        once = f"{letter}:{withdrawal.pk}:{today}:{person.pk}"
        who = {"to": person.email, "partnership": partnership}
        post(letter, fields=fields, once=once, by=by, at=at, **who)
