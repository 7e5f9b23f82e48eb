"""An agency answers in full, in parts on pages; what it saves stays until it is sent."""

from datetime import timedelta

import pytest
from django.test import Client

from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.desk.waiting import my_work
from heed.rapid_reviews.actions import (
    answer_request,
    reissue_code,
    save_answers,
    send_summary,
)
from heed.rapid_reviews.asking_pages import page_after, pages_of
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest, AnswerDraft
from heed.rulebook.agency_summary import SUMMARY
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.answering import NIL, AtTheLink, holder, link_of
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db

FACTS = {
    "author.name": "Pia Lund",
    "author.role": "Named nurse",
    "author.independence": "yes",
    "known.involvement": "adult_only",
    "involved.summary": "The mother was seen twice.",
    "statement.1.words": "She asked for help.",
    "statement.1.weight": "told",
    "checked.by": "Ivo Pell",
    "checked.on": "9 March 2026",
    "records.secured": "yes",
}


def written(facts, *, request=None):
    if request is None:
        request, _ = a_request(*a_rapid_review())
    by = holder(request)
    save_answers(request, keys=facts.keys(), answers=facts, by=by, at=NOON)
    return request


def sent(facts, *, request=None):
    request = written(facts, request=request)
    return send_summary(request, by=holder(request), at=NOON)


def test_every_field_of_an_agency_summary_stands_on_one_of_the_pages():
    asked = {(part.slug, each.slug) for part in SUMMARY for each in part.asks}

    found = []
    for part in SUMMARY:
        page = pages_of(part.slug)[0]
        while page:
            found += [(part.slug, question.slug) for question in page.questions]
            page = page_after(page)
    assert set(found) == asked
    assert len(found) == len(asked)


def test_it_is_kept_whole_and_what_has_a_place_stands_there_too():
    answer = sent(FACTS)

    assert answer.kind == AgencyAnswer.Kind.FULL
    assert answer.facts == FACTS
    assert answer.author == "Pia Lund, Named nurse"
    assert answer.summary == "The mother was seen twice."
    assert (answer.checked_by, answer.checked_on) == ("Ivo Pell", "9 March 2026")
    assert answer.knew_an_adult_alone
    assert answer.records_secured
    assert answer.author_independent
    assert AnswerDraft.objects.get().answers == {}


def test_the_checker_is_another_than_the_author():
    with pytest.raises(Refused, match="Nobody checks their own answer"):
        sent(FACTS | {"checked.by": "Ms P. Lund"})
    request = AgencyRequest.objects.get()
    said = {"author": "Pia Lund, nurse", "checked_by": "Pia Lund"}
    who = {"by": holder(request), "at": NOON}
    with pytest.raises(Refused, match="Nobody checks their own answer"):
        answer_request(request, kind="summary", summary="Seen.", **said, **who)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, "Nothing is written yet"),
        ({"known.involvement": "no", "author.name": "Pia"}, "on the short page"),
        ({"involved.summary": "Seen once."}, "Say who writes this"),
    ],
)
def test_what_says_nothing_is_not_sent(facts, why):
    with pytest.raises(Refused, match=why):
        sent(facts)


def test_a_link_writes_for_its_own_request_alone():
    request, _ = a_request(*a_rapid_review())
    other = holder(AgencyRequest(organisation=request.organisation))

    with pytest.raises(Refused, match="another request"):
        save_answers(request, keys=["a"], answers={"a": "b"}, by=other, at=NOON)


def test_page_by_page_in_a_browser_without_script(client):
    here = AtTheLink(client)
    here.post("full/author/you/", name="Pia Lund", role="Named nurse")
    here.post("full/person/1/all/", name="Lumy Ostrander", dob="18/11/25")
    here.post("full/involved/summary/", summary="Seen twice.")

    tasks, people = here.get("full/"), here.get("full/person/")
    check = here.get("full/check/")
    assert "1 person" in tasks
    assert "Lumy Ostrander" in people
    assert "Seen twice." in check
    assert "Who has read it before it is sent" in check

    thanks = here.post("full/check/", once="x")
    assert "Your answer has arrived" in thanks.content.decode()
    assert here.answer.facts["person.1.name"] == "Lumy Ostrander"
    here.post("full/person/1/drop/")
    assert "Lumy" not in here.get("full/person/")
    assert here.answer.facts["person.1.name"] == "Lumy Ostrander"


@pytest.mark.parametrize("page", ["full/nothing/", "full/person/99/all/"])
def test_a_page_that_asks_nothing_is_not_there(client, page):
    here = AtTheLink(client)

    with it_is(NOON):
        assert client.get(here.start + page).status_code == 404


# Saved as they type


def test_a_browser_that_closed_finds_what_was_typed(client):
    here = AtTheLink(client)
    quiet = here.post("full/involved/summary/?keep", summary="Seen tw")
    short = here.post("?keep", kind="summary", summary="A word of")
    assert (quiet.status_code, short.status_code) == (204, 204)
    assert quiet.headers["Heed-Mark"]
    assert not AgencyAnswer.objects.exists()

    later = NOON + timedelta(minutes=5)
    reissue_code(here.request, by=here.people["coordinator"], at=later)
    code = AgencyRequest.objects.get(pk=here.request.pk).code_to_read_out
    other, address = Client(), f"/answer/{link_of(here.request)}/"
    with it_is(later):
        assert "Seen tw" not in other.get(address).content.decode()
        other.post(address, {"code": code})
        page = other.get(f"{address}full/involved/summary/").content.decode()
        first = other.get(address).content.decode()
    assert "Seen tw" in page
    assert "A word of" in first


def test_without_script_it_is_kept_by_a_button(client):
    here = AtTheLink(client)

    page = here.post("", kind="summary", summary="Half a word", later="yes")

    assert "kept, and not sent" in page.content.decode()
    assert "Half a word" in here.get()
    assert not AgencyAnswer.objects.exists()


def test_a_draft_is_read_by_nobody_else(client):
    request = written({"involved.summary": "Not yet sent."})
    draft = AnswerDraft.objects.get()

    assert draft.answers == {"involved.summary": "Not yet sent."}
    people = a_rapid_review()[1]
    signed_in(client, people["coordinator"])
    with it_is(NOON):
        page = client.get(f"/requests/{request.public_id}/").content.decode()
    assert "Not yet sent." not in page


# Corrected


def test_what_was_not_known_is_corrected_by_the_same_link(client):
    here = AtTheLink(client)
    here.post("", **NIL)
    assert AgencyRequest.objects.get().state == AgencyRequest.State.NIL

    here.at = NOON + timedelta(hours=2)
    assert "Not known to us" in here.get()
    here.post("", kind="adult_only", author="Pia Lund", summary="The mother, once.")

    assert [each.kind for each in here.request.answers.all()] == [
        "not_known",
        "adult_only",
    ]
    assert AgencyRequest.objects.get().state == AgencyRequest.State.RETURNED
    assert here.answer.knew_an_adult_alone


def test_an_adult_alone_says_which_adult(client):
    here = AtTheLink(client)

    page = here.post("", kind="adult_only", author="Pia Lund").content.decode()

    assert "Say which adult you knew" in page
    assert here.answer is None


def test_a_correction_in_full_begins_with_what_was_sent(client):
    here = AtTheLink(client)
    sent(FACTS, request=here.request)

    here.at = NOON + timedelta(hours=1)
    here.post("full/involved/summary/", summary="The mother was seen three times.")
    here.post("full/check/", once="y")

    first, second = here.request.answers.all()
    assert first.facts == FACTS
    assert second.facts == FACTS | {
        "involved.summary": "The mother was seen three times."
    }


# From an account


def test_a_lead_answers_from_her_account(client):
    request, _ = a_request(*a_rapid_review())
    who = {"partnership": request.partnership, "organisation": request.organisation}
    lead = a_person(Role.SAFEGUARDING_LEAD, at=NOON, name="Tamsin Quell", **who)
    signed_in(client, lead)
    start = f"/requests/{request.public_id}/answer/"

    [work] = my_work(lead, at=NOON)
    assert (work.what, work.url) == ("Answer what your organisation was asked", start)
    with it_is(NOON):
        page = client.get(start).content.decode()
        client.post(start, {"kind": "summary", "author": "T. Quell", "summary": "Yes."})

    assert "Lumi" in page
    assert request.answers.get().came_by == "account"


def test_nobody_answers_for_another_organisation(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    signed_in(client, people["coordinator"])

    with it_is(NOON):
        answer = client.get(f"/requests/{request.public_id}/answer/full/")

    assert answer.status_code == 404


# Sent back for a part


def sent_back(here, *parts):
    """A full summary came, and goes back for these parts; the new link is opened."""
    sent(FACTS, request=here.request)
    page = f"/requests/{here.request.public_id}/more/"
    unit = signed_in(Client(), here.people["coordinator"])
    due = {"due_on-day": "20", "due_on-month": "3", "due_on-year": "2026"}
    said = {"parts": list(parts), "why": "Nothing is said of it.", **due}
    with it_is(NOON):
        assert unit.post(page, said).status_code == 302
    code = AgencyRequest.objects.get().code_to_read_out
    email = OutgoingEmail.objects.filter(letter="agency_asked_for_more").get()
    here.start = f"/answer/{email.fields['link'].rstrip('/').rpartition('/')[2]}/"
    here.at = NOON + timedelta(hours=1)
    here.post("", code=code)


def test_every_part_of_a_full_summary_can_be_asked_anew_and_pages_ask_it(client):
    here = AtTheLink(client)
    sent_back(here, "statement")

    first = here.get()
    assert "Answer the parts that are asked for" in first
    assert "Send our answer" not in first
    assert "on pages of their own" in first
    tasks = here.get("full/")
    assert "Statements, and what they rest on" in tasks
    assert "Looking at your own work" not in tasks

    here.post("full/statement/2/all/", words="He was never seen.", weight="primary")
    here.post("full/check/", once="z")

    assert here.answer.facts == FACTS | {
        "statement.2.words": "He was never seen.",
        "statement.2.weight": "primary",
    }
    assert here.answer.summary == FACTS["involved.summary"]
    assert AgencyRequest.objects.get().wanted == []


def test_what_is_typed_on_the_short_page_meanwhile_is_taken_and_stays_on_it(client):
    here = AtTheLink(client)
    sent_back(here, "statement")

    page = here.post("", author="").content.decode()

    assert "Send our answer" in page
    assert here.request.answers.count() == 1


def test_of_an_answer_in_short_the_parts_that_it_has_are_asked(client):
    here = AtTheLink(client)
    here.post("", kind="summary", author="Pia Lund", summary="Seen once.")
    unit = signed_in(Client(), here.people["coordinator"])
    with it_is(NOON):
        page = unit.get(f"/requests/{here.request.public_id}/more/").content.decode()

    assert "Looking at your own work" in page
    assert "Statements, and what they rest on" not in page


def test_a_part_asked_anew_is_asked_alone_and_the_rest_of_the_summary_stands(client):
    here = AtTheLink(client)
    sent_back(here, "practice")

    tasks = here.get("full/")
    assert "Looking at your own work" in tasks
    assert "Statements, and what they rest on" not in tasks
    here.post("", author="Pia Lund, Named nurse", learning="Ask about the father.")

    assert here.answer.kind == AgencyAnswer.Kind.FULL
    assert here.answer.facts == FACTS | {"practice.learning": "Ask about the father."}
    assert here.answer.summary == FACTS["involved.summary"]
