"""Who is told, by an email that says nothing of the case but its reference; and where
nobody on its list can act, by one that says not even that."""

from django.conf import settings
from django.urls import reverse

from heed import clock
from heed.cases.access import able_on_the_list, able_to_take, people_to_tell
from heed.cases.models import Case
from heed.cases.telling import tell
from heed.correspondence.actions import post
from heed.partnership.letters import on_the_desk
from heed.partnership.queries import people_with
from heed.publications.models import EarlierWithdrawal
from heed.rulebook import process
from heed.rulebook.language import Role

CONFIRM = (Role.MANAGER, Role.DELEGATED_PARTNER)


def tell_of_withdrawal(case: Case, *, by, at) -> None:
    """Tell those on the list whom the table names that a page was withdrawn. Where none
    of them could confirm it, others who hold such a role are asked to come in."""
    told = able_on_the_list(case, process.WITHDRAW_PUBLISHED.tells, at=at)
    tell("page_withdrawn", told, case, by=by, at=at)
    can = able_to_take(process.CONFIRM_WITHDRAWAL, case, at=at)
    if not {person.pk for person in told if person in can} - {by.pk}:
        ask_others_to_confirm(case, besides=[*told, by], by=by, at=at)


def tell_of_refusal(case: Case, *, by, at) -> None:
    """Tell who publishes, and the partners, that the library did not take a page: it
    is not public, whatever was told before."""
    people = able_on_the_list(case, {*CONFIRM, Role.COORDINATOR}, at=at)
    tell("page_not_taken", people, case, by=by, at=at)


def ask_again_to_confirm(case: Case, *, once: str, by, at) -> None:
    """Ask those on the list, after its working day, for the second person whom a
    withdrawal lacks; and, since they have not come, the others too."""
    asked = able_on_the_list(case, {*CONFIRM, Role.SCRUTINEER}, at=at)
    tell("withdrawal_waits", asked, case, once=once, by=by, at=at)
    ask_others_to_confirm(case, besides=asked, by=by, at=at)


def ask_others_to_confirm(case: Case, *, besides, by, at) -> None:
    """Ask who holds such a role, but stands on no list of this case, without a word of
    it: one letter a day, nobody who is excluded from it."""
    known, today = {person.pk for person in besides}, clock.london_date(at)
    for person in people_to_tell(case, CONFIRM, at=at):
        if person.pk not in known:
            post(
                "withdrawal_needs_somebody",
                to=person.email,
                partnership=case.partnership,
                fields={"link": on_the_desk("home")},
                once=f"withdrawal_needs:{case.pk}:{person.pk}:{today}",
                about_case=case.pk,
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
        who["about_case"] = None
        post(letter, fields=fields, once=once, by=by, at=at, **who)
