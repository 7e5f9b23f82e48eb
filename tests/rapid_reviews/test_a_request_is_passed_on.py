"""Not me: a request is passed on inside the organisation, before anybody read it."""

from datetime import timedelta

import pytest

from heed.audit.actors import LinkHolder
from heed.cases.models import StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import open_request, pass_request_on
from heed.rapid_reviews.models import AgencyRequest
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import an_organisation
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
NURSE = {
    "to_name": "B. Nurse, named nurse",
    "to_address": "b.nurse@hospitals.quillshire.example",
}


def a_request_of_a_known_domain():
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    theirs = request.organisation
    theirs.mail_domains = ["hospitals.quillshire.example"]
    theirs.save(update_fields=["mail_domains"])
    return request, code


def address():
    link = OutgoingEmail.objects.filter(letter="agency_asked").last().fields["link"]
    return "/answer/" + link.partition("/answer/")[2]


def holder(request):
    return LinkHolder(str(request.pk), request.organisation.name)


def test_whoever_passed_it_on_opens_nothing_any_more(client):
    request, code = a_request_of_a_known_domain()
    before = address()

    with it_is(NOON + timedelta(hours=1)):
        page = client.get(before).content.decode()
        done = client.post(f"{before}pass-on/", NURSE).content.decode()
        after = client.get(before)

    assert "Pass it to somebody else in your organisation" in page
    assert "B. Nurse, named nurse gets an email" in done
    assert after.status_code == 404
    request.refresh_from_db()
    assert request.to_address == NURSE["to_address"]
    email = OutgoingEmail.objects.filter(letter="agency_asked").last()
    assert email.to_address == NURSE["to_address"]
    with pytest.raises(Refused):
        open_request(request, code=code, by=holder(request), at=NOON)
    new = AgencyRequest.objects.get(pk=request.pk).code_to_read_out
    with it_is(NOON):
        opened = client.post(address(), {"code": new}, follow=True)
    assert "Lumi" in opened.content.decode()


def test_the_page_to_pass_it_on_says_no_name_and_no_case(client):
    request, _ = a_request_of_a_known_domain()
    with it_is(NOON):
        page = client.get(f"{address()}pass-on/").content.decode()
    assert "Lumi" not in page
    assert request.case.reference not in page
    assert request.to_address not in page


@pytest.mark.parametrize(
    "elsewhere", ["a@gmail.example", "a@hospitals.quilshire.example"]
)
def test_it_is_passed_on_inside_the_organisation_only(client, elsewhere):
    request, _ = a_request_of_a_known_domain()
    where = f"{address()}pass-on/"
    with it_is(NOON):
        page = client.post(where, NURSE | {"to_address": elsewhere}).content.decode()

    assert "inside Quillshire Hospitals only" in page
    assert "B. Nurse" in page
    request.refresh_from_db()
    assert request.to_address == "safeguarding@hospitals.quillshire.example"
    assert not StepTaken.objects.filter(step="pass_request_on").exists()


def test_what_was_opened_with_its_code_is_passed_on_by_telephone_alone():
    request, code = a_request_of_a_known_domain()
    open_request(request, code=code, by=holder(request), at=NOON)

    with pytest.raises(Refused, match="opened with its code"):
        pass_request_on(request, **NURSE, by=holder(request), at=NOON)


def test_one_organisations_link_passes_no_other_request_on():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    other, _ = a_request(review, people)
    with pytest.raises(Refused, match="another request"):
        pass_request_on(request, **NURSE, by=holder(other), at=NOON)


def test_it_stands_in_the_history_and_the_coordinator_is_told():
    request, _ = a_request_of_a_known_domain()
    pass_request_on(request, **NURSE, by=holder(request), at=NOON)

    taken = StepTaken.objects.get(step="pass_request_on")
    assert taken.by_name == "Quillshire Hospitals"
    assert OutgoingEmail.objects.filter(letter="please_look").exists()


def test_a_link_whose_time_is_over_passes_nothing_on():
    request, _ = a_request_of_a_known_domain()
    later = NOON + timedelta(days=400)
    with pytest.raises(Refused, match="is over"):
        pass_request_on(request, **NURSE, by=holder(request), at=later)


def test_a_domain_that_two_agencies_share_is_inside_neither():
    request, _ = a_request_of_a_known_domain()
    theirs = {"mail_domains": ["hospitals.quillshire.example"]}
    an_organisation(request.partnership, **theirs)
    with pytest.raises(Refused, match="yours alone"):
        pass_request_on(request, **NURSE, by=holder(request), at=NOON)
