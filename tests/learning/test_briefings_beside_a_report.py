"""A briefing made from a report goes when the report goes, and does not come before
courts and the family were asked."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.actions import note_circumstance
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.config.journal import of_cases
from heed.learning.actions import approve_briefing, send_with_report
from heed.learning.models import Briefing
from heed.learning.queries import approvals_of
from heed.library.models import Publication
from heed.publications.actions import (
    agree_to_remove,
    answer_attempt,
    confirm_withdrawal,
    remove_published,
    withdraw_published,
)
from heed.publications.forms import RemovalForm, WithdrawalForm
from heed.publications.models import Publication as Kept
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Stage
from heed.rulebook.outcomes import PublicationDecision
from tests.cases.factories import NOON, it_is
from tests.learning.factories import (
    LATER,
    a_briefing,
    a_case_that_learns,
    tried_by_a_stranger,
)
from tests.learning.test_briefings import committed, published
from tests.partnership.factories import signed_in
from tests.publications.factories import (
    PUBLISHED,
    SENT,
    a_published_report,
    ready_to_publish,
    step_by_name,
)
from tests.reviews.factories import APRIL, a_review_at_work

pytestmark = pytest.mark.django_db(databases=["default", "library"])
__all__ = ["committed"]


def a_public_report_and_its_briefing(committed):
    with committed():
        case, people, _ = a_published_report()
    briefing = published(case, people, committed, at=PUBLISHED)
    return case, people, briefing


def test_a_briefing_goes_though_the_library_refused_its_last_edition(committed):
    case, people, briefing = a_public_report_and_its_briefing(committed)
    Briefing.objects.update(edition=2, handed_down_at=None, refused_at=PUBLISHED)

    with committed():
        withdraw_published(case, reasons="R", by=people["icb"], at=PUBLISHED)

    assert Publication.objects.get(id=briefing.library_id).is_gone
    briefing.refresh_from_db()
    assert (briefing.refused_at, briefing.handed_down_at) == (None, PUBLISHED)


def test_a_withdrawn_report_takes_its_briefings_with_it(committed):
    case, people, briefing = a_public_report_and_its_briefing(committed)
    assert "they go too: “Goldcrest: what we learned”" in str(
        WithdrawalForm(shown=case)
    )

    with committed():
        withdraw_published(case, reasons="A name.", by=people["icb"], at=PUBLISHED)

    assert {row.is_gone for row in Publication.objects.all()} == {True}
    briefing.refresh_from_db()
    assert briefing.withdrawn_by == people["icb"]
    confirm_withdrawal(case, by=people["police"], at=PUBLISHED)
    briefing.refresh_from_db()
    assert briefing.withdrawal_confirmed_by == people["police"].name
    assert "leave_briefings" not in WithdrawalForm(shown=case).fields
    gone = of_cases.publication(str(case.pk))["briefings"]
    assert gone == [[str(briefing.pk), str(briefing.library_id), briefing.edition]]


def test_a_briefing_that_does_not_hold_what_is_wrong_may_stay(committed):
    case, people, briefing = a_public_report_and_its_briefing(committed)
    client = signed_in(Client(), people["icb"])
    address = reverse("withdraw_published", args=[case.public_id])

    with it_is(PUBLISHED), committed():
        offered = client.get(address).content.decode()
        client.post(address, {"reasons": "A name.", "leave_briefings": "on"})

    assert "they go too: “Goldcrest: what we learned”" in offered
    assert Kept.objects.get().withdrawn_by == people["icb"]
    assert not Publication.objects.get(id=briefing.library_id).is_gone


def test_a_briefing_is_not_stuck_when_the_report_that_it_waited_for_never_comes():
    case, people = a_case_that_learns(stage=Stage.SIGNED_OFF)
    briefing = a_briefing(case, people)
    sent = {"by": people["coordinator"], "at": NOON}
    send_with_report(briefing, with_report=True, **sent)
    briefing = Briefing.objects.get()
    for who in ("manager", "icb"):
        approve_briefing(briefing, by=people[who], at=NOON)
    assert not Briefing.objects.get().edition  # it waits for the report

    Case.objects.update(stage=Stage.ACTIONS_OPEN)
    briefing = Briefing.objects.get()
    assert len(approvals_of(briefing)) == 2
    send_with_report(briefing, with_report=False, **sent)
    briefing = Briefing.objects.get()
    assert approvals_of(briefing) == []  # they were for another way of going out
    tried_by_a_stranger(briefing.case, people)
    for who in ("manager", "icb"):
        approve_briefing(briefing, by=people[who], at=NOON)
    assert Briefing.objects.get().edition == 1
    with pytest.raises(Refused, match="No report of this case is on its way"):
        send_with_report(briefing, with_report=True, **sent)


def taken_down(case, people, committed, **said):
    """By two people, when the year is over."""
    over = {"reasons": "Its year is over.", "at": PUBLISHED + timedelta(days=400)}
    agree_to_remove(case, by=people["manager"], **over)
    with committed():
        remove_published(case, by=people["icb"], **over, **said)


def test_a_report_taken_down_after_its_year_takes_its_briefings_with_it(committed):
    case, people, briefing = a_public_report_and_its_briefing(committed)
    assert "leave_briefings" in RemovalForm(shown=case).fields

    taken_down(case, people, committed)

    gone = Publication.objects.get(id=briefing.library_id)
    assert (gone.state, gone.gone_because) == ("removed", "time")
    briefing.refresh_from_db()
    assert briefing.withdrawal_confirmed_at  # by the two who agreed
    assert {row.is_gone for row in Publication.objects.all()} == {True}


def test_a_briefing_may_stay_when_its_report_goes_and_not_when_it_stands_for_it(
    committed,
):
    case, people, briefing = a_public_report_and_its_briefing(committed)
    taken_down(case, people, committed, leave_briefings=True)
    assert not Publication.objects.get(id=briefing.library_id).is_gone

    Kept.objects.update(decision=PublicationDecision.BRIEFING_ONLY, removed_at=None)
    assert "leave_briefings" not in RemovalForm(shown=case).fields
    taken_down(case, people, committed, leave_briefings=True)
    assert Publication.objects.get(id=briefing.library_id).state == "removed"


def test_a_briefing_waits_for_courts_and_family_while_its_report_is_on_its_way():
    case, people = ready_to_publish(but={"proceedings", "draft"})
    briefing = a_briefing(case, people, at=SENT)

    with pytest.raises(Refused, match="proceedings") as refused:
        approve_briefing(briefing, by=people["manager"], at=SENT)
    assert "offered the draft" in str(refused.value)

    step_by_name(case, people, "proceedings")
    step_by_name(case, people, "draft")
    approve_briefing(briefing, by=people["manager"], at=SENT)


def test_no_briefing_becomes_public_while_publication_is_on_hold():
    case, people, _ = a_published_report()
    briefing = a_briefing(case, people, at=PUBLISHED)
    note_circumstance(
        case,
        circumstance=Circumstance.PUBLICATION_ON_HOLD,
        is_over=False,
        since_on=PUBLISHED.date(),
        words="An appeal was lodged.",
        by=people["manager"],
        at=PUBLISHED,
    )
    briefing = type(briefing).objects.get(pk=briefing.pk)

    with pytest.raises(Refused, match="publication is on hold"):
        approve_briefing(briefing, by=people["manager"], at=PUBLISHED)


def test_no_briefing_is_public_while_the_report_is_being_written():
    case, people = a_review_at_work()
    briefing = a_briefing(case, people, at=APRIL)

    with pytest.raises(Refused, match="report of this case is on its way"):
        approve_briefing(briefing, by=people["manager"], at=APRIL)


def test_a_briefing_without_a_report_is_read_as_a_stranger_before_it_goes_out():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    approve_briefing(briefing, by=people["manager"], at=NOON)
    with pytest.raises(Refused, match="nobody has tried to tell who it is about"):
        approve_briefing(briefing, by=people["icb"], at=NOON)

    found = {"outcome": "somebody", "found": "The flood, and the month."}
    (came,) = tried_by_a_stranger(case, people, at=LATER, **found)
    assert approvals_of(briefing) == []  # who approved it did not know
    with pytest.raises(Refused, match="came to somebody"):
        approve_briefing(briefing, by=people["manager"], at=LATER)
    said = {"answer": "Many villages were flooded.", "by": people["icb"], "at": LATER}
    answer_attempt(came, **said)
    for who in ("manager", "icb"):
        approve_briefing(briefing, by=people[who], at=LATER)
    assert Briefing.objects.get().edition == 1
