"""Who is told, by an email that says nothing of the case but its reference."""

from django.conf import settings
from django.db.models import Q

from heed import clock
from heed.cases.access import excluded_from
from heed.cases.models import Case
from heed.correspondence.actions import post
from heed.partnership.queries import people_with
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
