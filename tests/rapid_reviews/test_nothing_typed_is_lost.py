"""What an agency has typed is neither lost nor written over: where it is not taken any
more, or another window kept something meanwhile, it is said, and the words stay."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from heed.documents.queries import documents_of
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    ask_agency,
    log_answer,
    revoke_request,
    sign_off_answer,
)
from heed.rapid_reviews.models import AnswerDraft
from heed.rapid_reviews.queries import answers_to_sign_off
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.answering import AtTheLink, holder
from tests.rapid_reviews.test_our_form_comes_back import FILLED

pytestmark = pytest.mark.django_db
WORDS = "She was seen twice in the week before."
SAID = {"kind": "summary", "author": "Pia Lund", "summary": WORDS}


def its_lead(here):
    return a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=here.review.partnership,
        organisation=here.request.organisation,
        at=NOON,
    )


def accepted(here):
    """The business unit accepts what it heard by telephone."""
    by = {"by": here.people["coordinator"], "at": NOON}
    said = {"kind": "summary", "author": "B. Clerk", "summary": "Seen twice."}
    log_answer(here.request, came_by="telephone", **said, **by)
    here.request.refresh_from_db()
    accept_answer(here.request, **by)


def test_a_lead_whose_answer_was_accepted_meanwhile_keeps_her_words(client):
    here = AtTheLink(client)
    own = f"/requests/{here.request.public_id}/answer/"
    browser = signed_in(Client(), its_lead(here))
    accepted(here)

    with it_is(NOON):
        quiet = browser.post(f"{own}?keep", SAID)
        page = browser.post(own, SAID | {"later": "yes"})
        dropped = browser.post(f"{own}full/person/1/drop/")

    assert quiet.status_code == 422
    assert page.status_code == 200
    assert "This request is closed" in page.text
    assert WORDS in page.text
    assert dropped.status_code == 409
    assert "This request is closed" in dropped.text


def test_what_was_placed_of_a_paper_stays_where_it_is_not_taken_any_more(client):
    here = AtTheLink(client)
    file = SimpleUploadedFile("summary.docx", FILLED)
    here.post("papers/", purpose="agency_summary", file=file)
    [paper] = documents_of(here.request)
    accepted(here)
    browser = signed_in(Client(), its_lead(here))
    own = f"/requests/{here.request.public_id}/answer/papers/{paper.public_id}/"

    with it_is(NOON):
        page = browser.post(own, {"take": "over"})

    assert page.status_code == 200
    assert "This request is closed" in page.text
    assert "Seen on the ward." in page.text


@pytest.mark.parametrize("over", ["revoked", "accepted"])
def test_a_link_that_was_ended_gives_back_what_was_typed_where_it_was_open(
    client, over
):
    here = AtTheLink(client)
    if over == "accepted":
        accepted(here)
    else:
        who = {"by": here.people["coordinator"], "at": NOON}
        revoke_request(here.request, reason="By mistake.", **who)

    page = here.post("", **SAID).content.decode()

    assert "This link opens nothing any more" in page
    assert WORDS in page
    assert "Lumi" not in page
    with it_is(NOON):
        elsewhere = Client().get(here.start)
    assert elsewhere.status_code == (404 if over == "revoked" else 200)
    assert "Lumi" not in elsewhere.content.decode()


def test_two_windows_do_not_write_over_each_other(client):
    here = AtTheLink(client)

    def mark(page):
        return re.search(r'name="mark" value="(\w+)"', page)[1]

    first = second = mark(here.get())
    kept = here.post("?keep", **SAID, mark=first)
    first = kept["Heed-Mark"]
    assert here.post("?keep", **SAID, mark=first).status_code == 204

    other = SAID | {"summary": "Nobody knew her."}
    assert here.post("?keep", **other, mark=second).status_code == 422
    for more in ({"later": "yes"}, {}):
        page = here.post("", **other, mark=second, **more).content.decode()
        assert "changed in another window" in page
        assert WORDS in page
        assert "Nobody knew her." in page
    assert here.answer is None
    assert AnswerDraft.objects.get().answers["short.summary"] == WORDS

    here.post("", **other, mark=mark(page))
    assert here.answer.summary == "Nobody knew her."


def test_what_waits_for_a_signature_is_asked_in_one_go(client):
    here = AtTheLink(client)
    lead, desk = its_lead(here), {"by": here.people["coordinator"], "at": NOON}
    again = {"to_address": "lead@hospitals.example", "asked_for": "And then?"}
    again |= {"organisation": here.request.organisation, "due_on": date(2026, 3, 20)}
    other = ask_agency(here.review.case, **again, **desk)
    ask_agency(here.review.case, **again, **desk)
    few = []
    for request in (here.request, other):
        answer_request(request, **SAID, by=holder(request), at=NOON)
        with CaptureQueriesContext(connection) as asked:
            assert request in answers_to_sign_off(lead, at=NOON)
        few.append(len(asked))
    assert few[0] == few[1]
    sign_off_answer(other, by=lead, at=NOON)
    assert answers_to_sign_off(lead, at=NOON) == [here.request]
