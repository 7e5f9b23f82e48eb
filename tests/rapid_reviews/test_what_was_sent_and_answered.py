"""What went to the Panel, the Department and Ofsted, its proof, and what came back."""

import io
from datetime import timedelta

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.cases.answering import SentFile
from heed.cases.steps import Refused
from heed.documents.storage import content_of
from heed.papers.submission import FIRST_PAGE
from heed.rapid_reviews.actions import (
    add_proof,
    record_told,
    send_to_panel,
    write_part,
)
from heed.rapid_reviews.models import PanelLetter, Submission, Told
from heed.rulebook.contents import SUBMISSION
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    a_rapid_review,
    a_request,
    sent_to_the_panel,
    signed_off,
    the_pack,
)

pytestmark = pytest.mark.django_db
A_PDF = b"%PDF-1.4\n%%EOF\n"


def read(document) -> bytes:
    return b"".join(content_of(document))


def headings(word: bytes) -> list[str]:
    paper = docx.Document(io.BytesIO(word))
    return [p.text for p in paper.paragraphs if p.style.name == "Heading 2"]


def test_the_submission_stands_in_the_order_of_the_panel_with_what_is_missing_first():
    review, people = a_rapid_review()
    a_request(review, people)

    word = the_pack(review, at=NOON)

    titles = [part.title.replace("'", "’") for part in SUBMISSION]
    assert headings(word) == [FIRST_PAGE, *titles]
    first = docx.Document(io.BytesIO(word)).tables[0]
    named = {row.cells[0].text for row in first.rows[1:]}
    assert {"What happened", "Key practice episodes"} <= named
    assert "Agencies" not in named


def test_what_was_sent_is_kept_as_it_stood_then():
    review, people = a_rapid_review()
    signed_off(review, people)
    sent_to_the_panel(review, people)
    sent = Submission.objects.get()
    before = read(sent.as_sent)

    write_part(
        review, part="facts", words="So it was.", by=people["coordinator"], at=NOON
    )
    review.refresh_from_db()

    assert read(Submission.objects.get().as_sent) == before
    assert the_pack(review, at=NOON) != before


def test_sending_is_proven_by_a_file_and_a_time(client):
    review, people = a_rapid_review()
    path = f"/cases/{review.case.public_id}/rapid-review/panel/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        browser.post(
            path,
            {
                "sent_at-day": "11",
                "sent_at-month": "3",
                "sent_at-year": "2026",
                "sent_at-time": "11:15",
                "route": "The Panel's secure mailbox",
                "proof": "Receipt 4471",
                "proof_file": SimpleUploadedFile("receipt.pdf", A_PDF),
            },
        )
        sent = Submission.objects.get()
        page = browser.get(f"/cases/{review.case.public_id}/").content.decode()
        opened = browser.get(f"/files/{sent.proof_file.public_id}/")

    assert sent.sent_at == NOON - timedelta(minutes=45)
    assert f"/files/{sent.proof_file.public_id}/" in page
    assert f"/sent/{sent.public_id}/docx/" in page
    assert opened.content == A_PDF


def test_proofs_and_letters_open_for_who_may_open_the_case_alone(client):
    from heed.cases.actions import grant_access
    from heed.rulebook.language import Role
    from tests.cases.factories import declared
    from tests.partnership.factories import a_person

    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    path = f"/files/{Submission.objects.get().as_sent.public_id}/"
    contact = a_person(Role.FAMILY_CONTACT, partnership=review.partnership, at=NOON)
    grant_access(
        review.case,
        person=contact,
        role=Role.FAMILY_CONTACT,
        by=people["manager"],
        at=NOON,
    )
    declared(review.case, contact)
    stranger = a_person(Role.MANAGER, at=NOON)
    with it_is(NOON):
        assert signed_in(client, people["icb"]).get(path).status_code == 200
        for somebody in (contact, stranger):
            assert signed_in(client, somebody).get(path).status_code == 404


def test_the_panels_letter_is_filed_as_words_or_as_a_file(client):
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    path = f"/cases/{review.case.public_id}/rapid-review/panel/answer/"
    said = {
        "answer": "agrees",
        "dated_on-day": "11",
        "dated_on-month": "3",
        "dated_on-year": "2026",
    }
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        nothing = browser.post(path, said).content.decode()
        letter = SimpleUploadedFile("letter.pdf", A_PDF)
        browser.post(path, said | {"letter_file": letter})

    assert "File the letter" in nothing
    assert read(PanelLetter.objects.get().letter_file) == A_PDF


@pytest.mark.parametrize("body", [body for body, _ in Told.Body.choices])
def test_each_national_body_is_told_by_its_own_route_and_its_answer_filed(client, body):
    review, people = a_rapid_review()
    told = record_told(
        review.case,
        body=body,
        what="local_review",
        told_at=NOON - timedelta(hours=2),
        route="Its own mailbox",
        proof="",
        proof_file=SentFile("sent.eml", b"Subject: Told\n\nTold.\n"),
        by=people["coordinator"],
        at=NOON,
    )
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        browser.post(
            f"/told/{told.public_id}/",
            {
                "answered_on-day": "11",
                "answered_on-month": "3",
                "answered_on-year": "2026",
                "answer": "Thank you.",
            },
        )
        page = browser.get(f"/cases/{review.case.public_id}/").content.decode()

    told.refresh_from_db()
    assert told.told_at == NOON - timedelta(hours=2)
    assert told.answer == "Thank you."
    assert told.get_body_display() in page
    assert "Thank you." in page


def without_proof():
    """The rapid review was sent, and Ofsted told; nobody has said what proves it."""
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    review = signed_off(review, people)
    how = {"route": "Its own mailbox", "proof": ""}
    sent = send_to_panel(review, sent_at=NOON, late_reason="", **how, **by)
    about = {"body": "ofsted", "what": "other", "told_at": NOON}
    return sent, record_told(review.case, **about, **how, **by), people


def test_that_nothing_proves_a_sending_is_a_gap_until_the_proof_is_added(client):
    sent, told, people = without_proof()
    pages = f"/sent/{sent.public_id}/proof/", f"/told/{told.public_id}/proof/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        before = browser.get(f"/cases/{sent.case.public_id}/").text
        receipt = {"proof_file": SimpleUploadedFile("receipt.pdf", A_PDF)}
        half_way = browser.post(pages[0], receipt, follow=True).text
        after = browser.post(pages[1], {"proof": "Read at 12:04"}, follow=True).text

    for each in (*pages, "version 1 of the rapid review was sent to the Panel."):
        assert each in before
    assert "Nothing proves yet that Ofsted was told: something else." in before
    assert "version 1 of the rapid review was sent" not in half_way
    assert "Nothing proves yet" in half_way
    assert "Nothing proves yet" not in after
    assert "Read at 12:04" in after
    sent.refresh_from_db()
    assert read(sent.proof_file) == A_PDF


def test_a_proof_is_added_once_by_the_business_unit_and_says_something(client):
    sent, told, people = without_proof()
    by = {"by": people["coordinator"], "at": NOON}
    page = f"/sent/{sent.public_id}/proof/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        nothing = browser.post(page, {"proof": ""}).text
        add_proof(sent, proof="Receipt 9", **by)
        asks = browser.get(page).text
        mine = signed_in(client, people["police"])
        seen = mine.get(f"/cases/{sent.case.public_id}/").text

    assert "Say what proves it, or add the file." in nothing
    assert 'name="proof_file"' in asks
    assert 'name="proof"' not in asks
    assert page not in seen
    sent.refresh_from_db()
    with pytest.raises(Refused, match="there already"):
        add_proof(sent, proof="Receipt 10", **by)
    with pytest.raises(Refused):
        add_proof(told, proof="Receipt 10", by=people["police"], at=NOON)


def test_nobody_was_told_in_the_future():
    review, people = a_rapid_review()
    with pytest.raises(Refused, match="in the future"):
        record_told(
            review.case,
            body="ofsted",
            what="other",
            told_at=NOON + timedelta(minutes=1),
            route="Email",
            proof="",
            by=people["coordinator"],
            at=NOON,
        )
    assert not Told.objects.exists()


def test_a_part_that_was_written_is_no_longer_missing():
    review, people = a_rapid_review()
    for slug in ("facts", "episodes"):
        write_part(
            review, part=slug, words="It was so.", by=people["coordinator"], at=NOON
        )
        review.refresh_from_db()
    first = docx.Document(io.BytesIO(the_pack(review, at=NOON))).tables[0]
    named = {row.cells[0].text for row in first.rows[1:]}
    assert not {"What happened", "Key practice episodes"} & named
