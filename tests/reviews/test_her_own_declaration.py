"""Whoever is proposed as lead reviewer declares her independence on her own device,
and until she is appointed reads nothing of the case."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from heed.cases.actions import exclude_person
from heed.cases.models import StepTaken
from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.partnership.actions import end_role
from heed.partnership.models import RoleHeld
from heed.reviews import actions
from heed.reviews.models import Appointment
from heed.reviews.queries import proposal_for
from heed.rulebook.language import Role
from tests.cases.factories import it_is
from tests.partnership.factories import a_person, signed_in
from tests.reviews.factories import (
    APRIL,
    a_review_at_work,
    a_started_review,
    declared_independent,
    proposed_reviewer,
)

pytestmark = pytest.mark.django_db
NO_TIES = {"worked_in_area": "no", "knows_people": "no"}
SAID = {"worked_in_area": False, "knows_people": False, "declaration": ""}


def a_proposal():
    case, people = a_started_review()
    proposed = proposed_reviewer(case, people)
    address = reverse("declare_independence", args=[proposed.public_id])
    return case, people, proposed, address


def recorded(proposed, people, *, who="coordinator", on=APRIL):
    return actions.record_independence(
        proposed, signed_on=on.date(), **SAID, by=people[who], at=APRIL
    )


def test_she_finds_it_in_her_work_and_reads_nothing_of_the_case(client):
    case, people, proposed, address = a_proposal()
    signed_in(client, people["reviewer"])
    with it_is(APRIL):
        work = client.get("/").content.decode()
        page = client.get(address).content.decode()
        of_the_case = [
            client.get(reverse(name, args=[of.public_id])).status_code
            for name, of in {"case": case, "appoint_reviewer": proposed}.items()
        ]
    assert address in work
    assert case.partnership.name in page
    assert people["coordinator"].name in page
    words = [case.reference, case.public_id, proposed.qualities]
    words += [child.shown_as for child in children_of(case)]
    assert [each for each in words if each in work + page] == []
    assert of_the_case == [404, 404]


def test_she_declares_once_and_sees_what_she_declared(client):
    _, people, proposed, address = a_proposal()
    signed_in(client, people["reviewer"])
    with it_is(APRIL):
        unsaid = client.post(address, NO_TIES | {"worked_in_area": "yes"})
        assert client.post(address, NO_TIES).status_code == 302
        page = client.get(address).content.decode()
        again = client.post(address, NO_TIES)
    assert "only be weighed in words" in unsaid.content.decode()
    proposed.refresh_from_db()
    assert (proposed.has_ties, proposed.on_paper_of) == (False, None)
    assert "No ties" in page
    assert f"by {people['reviewer'].name}" in page
    assert 'name="worked_in_area"' not in page
    assert "stands as it was given" in again.content.decode()
    taken = StepTaken.objects.get(step="declare_independence")
    assert taken.by_id == str(people["reviewer"].pk)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_comes_to_her_page(client, method):
    case, people, _, address = a_proposal()
    other = a_person(Role.LEAD_REVIEWER, partnership=case.partnership, at=APRIL)
    with it_is(APRIL):
        for person in (people["manager"], people["icb"], other):
            signed_in(client, person)
            assert getattr(client, method)(address, NO_TIES).status_code == 404
        exclude_person(
            case,
            person=people["reviewer"],
            reason="Her sister works there.",
            by=people["manager"],
            at=APRIL,
        )
        signed_in(client, people["reviewer"])
        assert getattr(client, method)(address, NO_TIES).status_code == 404


def test_who_left_or_was_appointed_comes_there_no_more(client):
    case, people = a_review_at_work()
    appointed = Appointment.objects.get(case=case)
    again = proposed_reviewer(case, people)
    end_role(
        RoleHeld.objects.get(person=people["reviewer"]), by=people["manager"], at=APRIL
    )
    later = APRIL + timedelta(days=1)
    for each in (appointed, again):
        with pytest.raises(Http404):
            proposal_for(people["reviewer"], each.public_id, at=later)


@pytest.mark.parametrize("who", ["coordinator", "manager", "icb"])
def test_nobody_declares_for_her(who):
    _, people, proposed, _ = a_proposal()
    with pytest.raises(Refused, match="Only a lead reviewer"):
        actions.declare_independence(proposed, **SAID, by=people[who], at=APRIL)


def test_a_reviewer_of_the_case_declares_for_no_other():
    case, people = a_review_at_work()
    other = a_person(Role.LEAD_REVIEWER, partnership=case.partnership, at=APRIL)
    second = proposed_reviewer(case, people | {"reviewer": other})
    with pytest.raises(Refused, match="their own independence"):
        declared_independent(second, people)


def test_what_she_gave_on_paper_is_shown_as_that(client):
    _, people, proposed, _ = a_proposal()
    yesterday = APRIL - timedelta(days=1)
    recorded(proposed, people, on=yesterday)
    signed_in(client, people["icb"])
    with it_is(APRIL):
        page = client.get(reverse("appoint_reviewer", args=[proposed.public_id]))
    shown = page.content.decode()
    assert f"Given on paper on {yesterday:%-d %B %Y}" in shown
    assert f"by {people['coordinator'].name}" in shown
    assert StepTaken.objects.get(step="record_independence").effective_on == (
        yesterday.date()
    )


def test_a_declaration_is_never_written_over():
    _, people, proposed, _ = a_proposal()
    declared_independent(proposed, people)
    with pytest.raises(Refused, match="stands as it was given"):
        recorded(proposed, people)
    proposed.refresh_from_db()
    assert proposed.on_paper_of is None


def test_no_paper_is_signed_on_a_day_to_come():
    _, people, proposed, _ = a_proposal()
    with pytest.raises(Refused, match="in the future"):
        recorded(proposed, people, on=APRIL + timedelta(days=1))


def test_the_letter_that_asks_her_says_nothing_of_the_case():
    case, people, _, address = a_proposal()
    letter = OutgoingEmail.objects.get(letter="reviewer_proposed")
    assert letter.fields["link"].endswith(address)
    assert case.reference not in str(letter.fields)
    assert letter.to_address == people["reviewer"].email
