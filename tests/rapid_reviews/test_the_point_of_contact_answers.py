"""A regular contact answers from an account: what was sent to them, and no more."""

from datetime import timedelta

import pytest

from heed.audit.models import Entry
from heed.cases.actions import exclude_person
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.desk.waiting import my_work
from heed.partnership.actions import end_role
from heed.partnership.models import RoleHeld
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    pass_request_on,
    send_link_again,
    sign_off_answer,
)
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, an_organisation, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
SENT_TO = "Safeguarding@hospitals.quillshire.example"
SAID = {"kind": "summary", "author": "P. Contact", "summary": "Seen once, in May."}


def asked():
    """A request that was sent to somebody who has an account by then."""
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    contact = a_person(
        Role.PRACTITIONER,
        partnership=review.partnership,
        organisation=request.organisation,
        email=SENT_TO.lower(),
        name="Pat Contact",
        at=NOON,
    )
    send_link_again(request, by=people["coordinator"], at=NOON)
    return AgencyRequest.objects.get(pk=request.pk), people, contact


def waits_for(person):
    return [each.what for each in my_work(person, at=NOON)]


def is_open_to(person, request):
    found = AgencyRequest.objects.open_to(person, at=NOON)
    return found.filter(pk=request.pk).exists()


def test_it_waits_in_the_account_and_is_answered_there_without_a_code(client):
    request, people, contact = asked()
    page = f"/requests/{request.public_id}/answer/"
    assert waits_for(contact) == ["Answer what your organisation was asked"]

    with it_is(NOON + timedelta(hours=1)):
        browser = signed_in(client, contact)
        shown = browser.get(page).content.decode()
        sent = browser.post(page, SAID, follow=True).content.decode()
        case = browser.get(f"/cases/{request.case.public_id}/")

    assert "Lumi" in shown
    assert shown.count('aria-label="Marking"') == 1
    assert "Seen once, in May." in sent
    assert "From an account of theirs" in sent
    assert "Sign off this answer" not in sent
    assert request.answers.get().came_by == "account"
    assert case.status_code == 404
    with pytest.raises(Refused):
        sign_off_answer(request, by=contact, at=NOON)

    accept_answer(request, by=people["coordinator"], at=NOON)
    assert not is_open_to(contact, request)


def test_the_first_reading_opens_it_and_leaves_the_link_as_it_was(client):
    request, _, contact = asked()
    page = f"/requests/{request.public_id}/answer/"
    signed_in(client, contact)
    for later in (1, 2):
        with it_is(NOON + timedelta(hours=later)):
            assert client.get(page).status_code == 200

    before, first = request.link_hash, NOON + timedelta(hours=1)
    request.refresh_from_db()
    assert request.state == "opened"
    assert abs(request.opened_at - first) < timedelta(minutes=1)
    assert (request.link_hash, request.bound_to) == (before, "")
    noted = Entry.objects.get(what="open_request_by_account")
    assert noted.case_id == request.case_id


def test_the_letter_and_the_request_say_so(client):
    request, people, _ = asked()

    letter = OutgoingEmail.objects.filter(letter="agency_asked").last()
    with it_is(NOON):
        unit = signed_in(client, people["coordinator"])
        shown = unit.get(f"/requests/{request.public_id}/").content.decode()

    assert "Pat Contact" not in str(letter.fields)
    assert "Pat Contact has an account with this address" in shown


def test_it_is_open_to_no_account_that_it_was_not_sent_to():
    request, _, _ = asked()
    ours = {"partnership": request.partnership, "at": NOON}
    elsewhere = an_organisation(request.partnership, at=NOON)
    others = [
        a_person(Role.PRACTITIONER, organisation=request.organisation, **ours),
        a_person(Role.PRACTITIONER, organisation=elsewhere, **ours),
    ]
    for other in others:
        assert not is_open_to(other, request)
        with pytest.raises(Refused):
            answer_request(request, **SAID, by=other, at=NOON)


def test_it_closes_when_it_is_passed_on():
    request, _, contact = asked()
    theirs = request.organisation
    theirs.mail_domains = ["hospitals.quillshire.example"]
    theirs.save(update_fields=["mail_domains"])
    passed = {"to_name": "B. Nurse", "to_address": "nurse@hospitals.quillshire.example"}

    pass_request_on(request, **passed, by=contact, at=NOON)

    assert not is_open_to(contact, request)
    with pytest.raises(Refused):
        answer_request(request, **SAID, by=contact, at=NOON)


def test_it_is_closed_to_who_is_kept_out():
    request, people, contact = asked()
    exclude_person(
        request.case, person=contact, reason="A cousin.", by=people["manager"], at=NOON
    )
    assert not is_open_to(contact, request)
    assert waits_for(contact) == []


def test_it_is_closed_to_who_works_there_no_more():
    other, people, gone = asked()
    end_role(
        RoleHeld.objects.get(person=gone, role=Role.PRACTITIONER),
        by=people["manager"],
        at=NOON,
    )
    assert not is_open_to(gone, other)
