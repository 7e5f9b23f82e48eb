"""What was there before an upgrade is found, and counted, as new referrals are."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.cases.actions import index_cases_again, keep_incident_days
from heed.cases.models import Case, Child
from heed.referrals.actions import index_again, open_case, say_where_it_came_from
from heed.referrals.alike import SAME_HOUSE, SOME_DAYS
from heed.referrals.models import Referral
from heed.referrals.queries import possible_matches
from heed.vault.models import BlindTerm
from heed.vault.queries import marks_on
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_draft, a_nurses_draft, a_referral, staff_of
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
BY = SystemActor("index")
A_WEEK = {
    "incident__date": "w/c 9 March 2026",
    "child__1__address": "Wren’s Nest, Mill Lane, Marrowby",
}
A_BROTHER = {
    "child__1__given": "Piran",
    "child__1__family": "Hollis",
    "child__1__dob": "2 July 2012",
    "child__1__address": "The Wrens Nest, Mill Lane",
    "incident__date": "10 March 2026",
    "adult__1__name": "Somebody Else",
}


@walked_once
def of_before():
    """Two referrals, one in a case, as they were before marks of weeks and of houses,
    and before anybody recorded where one came from; and a draft."""
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    first = a_referral(partnership, **A_WEEK)
    second = a_referral(partnership, incident__date="March 2019")
    open_case(second, by=people["coordinator"], at=NOON)
    a_draft(partnership)
    found = Referral.objects.exclude(received_at=None)
    BlindTerm.objects.filter(
        row_id__in=found, kind__in=["happened", "address"]
    ).delete()
    found.update(agency_kind="")
    return partnership, people, first, second


def entries():
    return Entry.objects.filter(what="index_referral")


def test_it_is_found_by_its_week_and_its_house_and_has_its_sender():
    partnership, people, first, second = of_before()

    done = index_again(by=BY, at=NOON, batch=1)

    assert (done.gone_through, done.marked, done.coded) == (2, 2, 2)
    for each in (first, second):
        each.refresh_from_db()
        assert each.came_from == "Member of the public"
        assert each.agency_settled_at is None
    brother = a_referral(partnership, **A_BROTHER)
    (found,) = possible_matches(brother, people["coordinator"], at=NOON).suggested
    assert found.reference == first.reference
    assert {SOME_DAYS, SAME_HOUSE} <= set(found.alike.reasons)
    assert {entry.subject_id for entry in entries()} == {str(first.pk), str(second.pk)}
    assert str(entries().get(subject_id=str(second.pk)).case_id) == str(
        Referral.objects.get(pk=second.pk).case_id
    )


def test_run_again_it_changes_and_records_nothing():
    _, _, first, _ = of_before()
    index_again(by=BY, at=NOON)
    marks = marks_on(first.pk)

    done = index_again(by=BY, at=NOON)

    assert (done.gone_through, done.marked, done.coded) == (2, 0, 0)
    assert marks_on(first.pk) == marks
    assert entries().count() == 2


def test_what_a_person_recorded_stays():
    _, people, first, _ = of_before()
    by = {"by": people["coordinator"], "at": NOON}
    say_where_it_came_from(first, came_from="", **by)  # not known

    index_again(by=BY, at=NOON)

    first.refresh_from_db()
    assert (first.came_from, first.agency_settled_at) == ("", NOON)


def test_what_was_drafted_with_an_account_has_its_agency_already():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    draft = a_nurses_draft(staff_of(partnership)["nurse"])
    Referral.objects.filter(pk=draft.pk).update(received_at=NOON, reference="Q-26-900")

    index_again(by=BY, at=NOON)

    draft.refresh_from_db()
    assert (draft.agency, draft.agency_kind) == (None, "")


def test_the_command_says_what_it_did():
    of_before()
    said = StringIO()
    call_command("index", stdout=said)
    first, second = said.getvalue().splitlines()
    assert first.startswith("2 referrals gone through: 2 are marked anew")
    assert second.startswith("1 cases gone through, with their children: 0 are")


def test_the_children_and_the_days_of_a_case_are_found_again_too():
    of_before()
    child = Child.objects.get()
    case = Case.objects.get()
    keep_incident_days(case, first=date(2019, 3, 4), last=None, by=BY, at=NOON)
    marks = marks_on(child.pk), marks_on(case.pk)
    BlindTerm.objects.filter(row_id__in=[child.pk, case.pk]).delete()

    done = index_cases_again(by=BY, at=NOON)

    assert (done.gone_through, done.marked) == (1, 1)
    assert (marks_on(child.pk), marks_on(case.pk)) == marks
    entry = Entry.objects.get(what="index_case")
    assert str(entry.case_id) == str(case.pk)
    assert index_cases_again(by=BY, at=NOON).marked == 0
