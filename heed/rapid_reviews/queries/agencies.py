"""Who was asked."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404

from heed.cases.deadlines import running_deadline, suggested_days
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.models.spine import probed
from heed.cases.seen import opened_to
from heed.incidents.queries import no_review_follows_since
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.partnership.queries import organisations_of
from heed.rapid_reviews.models import AgencyRequest
from heed.referrals.queries import agencies_named_in
from heed.rulebook.agency_questions import questions_for
from heed.rulebook.agency_summary import IN_SHORT, SUMMARY
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.process.stages import FINISHED
from heed.rulebook.roles import READS_THE_CASE
from heed.rulebook.working_days import add_months
from heed.vault.codes import hashed_link

NUMBER_OF_LETTERS = 8
NOT_OF_A_NUMBER = re.compile(r"[^0-9a-f]")
MONTHS_BACK = 24  # how far before it happened agencies are proposed to look


def who_was_asked(case: Case) -> set[UUID]:
    """The organisations to which a request went in a case, and was not taken back."""
    asked = rows_of(AgencyRequest, case).exclude(state=AgencyRequest.State.REVOKED)
    return set(asked.values_list("organisation_id", flat=True))


@asked_once
def requests_of(case: Case) -> list[AgencyRequest]:
    """Who was asked in a case, and how each stands."""
    return list(rows_of(AgencyRequest, case).select_related("organisation"))


def is_asked_no_more(asked: AgencyRequest) -> bool:
    """Whether nobody waits for what was asked: no review follows since, and no answer
    was accepted. Who is asked anew after that is asked."""
    since = no_review_follows_since(asked.case)
    return since is not None and asked.takes_an_answer and asked.sent_at <= since


def request_called(person, reference: str, *, at) -> AgencyRequest | None:
    """The request that is called so by telephone, among those of cases that somebody
    may open; None where there is none, or more than one."""
    said = NOT_OF_A_NUMBER.sub("", reference.lower().removeprefix("r"))
    if len(said) != NUMBER_OF_LETTERS:
        return None
    visible = AgencyRequest.objects.visible_to(person, at=at)
    found = list(visible.filter(public_id__startswith=said)[:2])
    return found[0] if len(found) == 1 else None


def proposed_for_asking(case: Case, *, on: date) -> dict:
    """From which day to which, and by when, agencies are proposed to be asked: two
    years before it happened until today, and in time for the group to read and meet.
    Nothing where it is not known. Proposed are the agencies that a referral names by
    their full name, and whose contact we have."""
    named = [each.listed for each in agencies_named_in(case, on=on)]
    known = [str(one.pk) for one in named if one and one.contact_address]
    proposed: dict = {"organisations": known} if known else {}
    if case.happened_on:
        proposed["scope_from"] = add_months(case.happened_on, -MONTHS_BACK)
        proposed["scope_to"] = on
    running = running_deadline(case, RAPID_REVIEW_DUE)
    for planned in suggested_days(running) if running else ():
        if planned.milestone.slug == "answers" and planned.to_day >= on:
            proposed["due_on"] = planned.to_day
    return proposed


def questions_by_kind(agencies) -> list[tuple[str, Sequence[str]]]:
    """What each kind of these agencies is asked besides, by the name of the kind."""
    kinds = {each.get_kind_display(): each.kind for each in agencies}
    return [
        (name, asked)
        for name, kind in sorted(kinds.items())
        if (asked := questions_for(kind))
    ]


def parts_wanted(request: AgencyRequest) -> list[str]:
    """The parts of an answer that are asked for anew, by their titles."""
    return [part.title for part in SUMMARY if part.slug in request.wanted]


def wants_what_only_pages_ask(request: AgencyRequest) -> bool:
    """Whether a part is asked for anew that the short page does not ask."""
    return not set(request.wanted) <= IN_SHORT.keys()


def requests_overdue_for(person, *, at) -> list[AgencyRequest]:
    """The requests in the open cases of which somebody reads, that were to be answered
    by today and are not."""
    if not (opened := opened_to(person, READS_THE_CASE, at=at)):
        return []
    places, who = opened
    return _overdue(places=places, **who)


@Prepared
def _overdue(*, places, person, today):
    who = {"person": person, "today": today}
    asked = {"state__in": AgencyRequest.WAITING}
    with_some = Exists(AgencyRequest.objects.filter(case=OuterRef("pk"), **asked))
    cases = Case.objects.exclude(stage__in=FINISHED).filter(with_some)
    found = AgencyRequest.objects.filter(
        case__in=cases.opened_in(places, among=probed, **who),
        due_on__lte=today,
        **asked,
    )
    return found.select_related("organisation", "case__partnership")


def who_can_be_asked(case: Case, *, on) -> list:
    """The agencies of the partnership that have no open request in this case."""
    asked = {
        request.organisation_id for request in requests_of(case) if request.is_open
    }
    return [
        each for each in organisations_of(case.partnership, on) if each.pk not in asked
    ]


def request_by_link(
    token: str, *, known: Callable[[AgencyRequest], bool] = lambda _: False
) -> AgencyRequest:
    """The request behind a link. Raises Http404, as for any address that leads nowhere,
    when it was taken back or never was; `known` says whether the browser that asks had
    opened it: there it is said that it is over, and what was typed is given back."""
    found = AgencyRequest._base_manager.filter(link_hash=hashed_link(token))
    request = get_object_or_404(found.select_related("organisation", "partnership"))
    over = {AgencyRequest.State.REVOKED, AgencyRequest.State.REFUSED}
    if request.state in over and not known(request):
        raise Http404
    return request
