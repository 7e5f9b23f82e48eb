"""The Panel's people open what was sent to them, and nothing else of a case."""

import pytest

from heed.audit.models import Entry
from heed.cases.actions import exclude_person
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import write_part
from heed.rapid_reviews.models import PanelLetter, RapidReview
from heed.rapid_reviews.queries import sent_to_the_panel as list_of
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
SAID = {
    "answer": "agrees",
    "dated_on-day": "11",
    "dated_on-month": "3",
    "dated_on-year": "2026",
    "words": "We agree.",
}


@walked_once
def something_sent():
    """A rapid review with the Panel, and somebody of the Panel's secretariat."""
    review, people = a_rapid_review()
    write_part(review, part="facts", words="Before.", by=people["coordinator"], at=NOON)
    sent = sent_to_the_panel(review, people)
    here = review.partnership
    people |= {
        "panel": a_person(Role.PANEL_SECRETARIAT, partnership=here, at=NOON),
        "panel_member": a_person(Role.PANEL_MEMBER, partnership=here, at=NOON),
    }
    return sent, people


@pytest.mark.parametrize("who", ["panel", "panel_member"])
def test_the_panel_opens_what_was_sent_and_nothing_else(client, who):
    sent, people = something_sent()
    case = sent.case
    with it_is(NOON):
        browser = signed_in(client, people[who])
        listed = browser.get("/panel/").content.decode()
        page = browser.get(f"/panel/{sent.public_id}/").content.decode()
        files = [
            browser.get(f"/sent/{sent.public_id}/{form}/").status_code
            for form in ("docx", "pdf", "json")
        ]
        closed = [
            browser.get(path).status_code
            for path in (
                f"/cases/{case.public_id}/",
                f"/cases/{case.public_id}/rapid-review/submission/",
                f"/cases/{case.public_id}/rapid-review/pack.docx",
                f"/cases/{case.public_id}/history/",
            )
        ]

    assert case.reference in listed
    assert files == [200, 200, 200]
    assert closed == [404] * 4
    assert f"/cases/{case.public_id}" not in listed + page
    done = set(Entry.objects.values_list("what", flat=True))
    assert {"read_submission", "open_document"} <= done


def test_the_panels_people_are_written_to_without_a_word_of_the_case():
    sent, people = something_sent()
    sent_to_the_panel(RapidReview.objects.get(), people)

    letters = OutgoingEmail.objects.filter(letter="something_to_see")
    told = {
        email.to_address: email.fields
        for email in letters
        if "/panel/" in email.fields["link"]
    }
    assert told.keys() == {people["panel"].email, people["panel_member"].email}
    link = told[people["panel"].email]["link"]
    assert "/panel/" in link
    assert sent.case.public_id not in link


def test_a_proof_does_not_open_for_the_panel(client):
    from heed.cases.actions.papers import keep_paper
    from heed.cases.answering import SentFile

    sent, people = something_sent()
    proof = keep_paper(
        sent.case,
        SentFile("receipt.txt", b"Receipt 4471"),
        purpose="proof",
        by=people["coordinator"],
        at=NOON,
    )
    with it_is(NOON):
        browser = signed_in(client, people["panel"])
        assert browser.get(f"/files/{sent.as_sent.public_id}/").status_code == 200
        assert browser.get(f"/files/{proof.public_id}/").status_code == 404


@pytest.mark.parametrize("role", ["manager", "icb"])
def test_nobody_else_has_a_list_of_what_was_sent(client, role):
    sent, people = something_sent()
    with it_is(NOON):
        browser = signed_in(client, people[role])
        assert browser.get("/panel/").status_code == 404
        assert browser.get(f"/panel/{sent.public_id}/").status_code == 404


def test_the_panel_of_another_partnership_opens_nothing(client):
    sent, _ = something_sent()
    elsewhere = a_person(Role.PANEL_SECRETARIAT, at=NOON)
    assert list_of(elsewhere, at=NOON) == []
    with it_is(NOON):
        browser = signed_in(client, elsewhere)
        for path in (f"/panel/{sent.public_id}/", f"/sent/{sent.public_id}/pdf/"):
            assert browser.get(path).status_code == 404


def test_who_is_excluded_from_a_case_opens_nothing_that_was_sent_of_it(client):
    sent, people = something_sent()
    exclude_person(
        sent.case,
        person=people["panel_member"],
        reason="A former colleague.",
        by=people["manager"],
        at=NOON,
    )
    assert list_of(people["panel_member"], at=NOON) == []
    with it_is(NOON):
        browser = signed_in(client, people["panel_member"])
        assert browser.get(f"/sent/{sent.public_id}/docx/").status_code == 404
        assert browser.get(f"/files/{sent.as_sent.public_id}/").status_code == 404


def test_the_panel_records_its_answer_and_the_partners_are_told(client):
    sent, people = something_sent()
    with it_is(NOON):
        browser = signed_in(client, people["panel"])
        answered = browser.post(f"/panel/{sent.public_id}/answer/", SAID)
        page = browser.get(f"/panel/{sent.public_id}/").content.decode()

    sent.case.refresh_from_db()
    assert answered["Location"] == f"/panel/{sent.public_id}/"
    assert PanelLetter.objects.get().words == "We agree."
    assert sent.case.stage == Stage.PANEL_RESPONDED
    assert "The Panel’s answer" in page
    told = {email.to_address for email in OutgoingEmail.objects.all()}
    assert people["icb"].email in told


def test_what_the_panel_types_is_not_lost_when_something_is_missing(client):
    sent, people = something_sent()
    with it_is(NOON):
        browser = signed_in(client, people["panel"])
        said = SAID | {"answer": ""}
        page = browser.post(f"/panel/{sent.public_id}/answer/", said).content.decode()

    assert "We agree." in page
    assert not PanelLetter.objects.exists()


def test_the_list_is_read_in_windows_without_a_gap(monkeypatch):
    from heed.rapid_reviews.queries import panel

    _, people = something_sent()
    for _ in range(2):
        sent_to_the_panel(RapidReview.objects.get(), people)
    monkeypatch.setattr(panel, "A_WINDOW", 2)

    first = list_of(people["panel"], at=NOON)[:2]
    rest = list_of(people["panel"], at=NOON, before=first[-1].public_id)

    assert len({each.pk for each in [*first, *rest]}) == 3
    assert len(rest) == 1
