"""Each body is told who reviews; the reviewer is asked in writing; a comment is
answered; what reads differently is signed anew."""

from datetime import date, timedelta

import pytest

from heed.cases.models import Case
from heed.cases.queries import what_can_be_done
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.models import Told
from heed.reviews import actions
from heed.reviews.models import AccuracyComment, Appointment, WrittenRequest
from heed.reviews.queries import (
    is_signed_off,
    latest_report,
    told_of_reviewer,
    waits_for_signatures,
)
from heed.reviews.texts import paragraphs
from heed.rulebook.language import Role, Stage
from tests.cases.factories import it_is
from tests.partnership.factories import a_person, signed_in
from tests.reviews.factories import (
    APRIL,
    a_review_at_work,
    a_signed_report,
    a_started_review,
    declared_independent,
    lodged,
    proposed_reviewer,
    signed_by_the_three,
)

pytestmark = pytest.mark.django_db


def tell(case, people, body, at=APRIL):
    return actions.tell_of_reviewer(
        case,
        body=body,
        told_at=at,
        route="Its own mailbox",
        proof="Receipt 12",
        by=people["coordinator"],
        at=at,
    )


def offered(case, person, at=APRIL):
    return {offer.step.slug for offer, _ in what_can_be_done(case, person, at=at)}


def case_page(client, person, case):
    with it_is(APRIL):
        return signed_in(client, person).get(f"/cases/{case.public_id}/").content


def test_each_body_is_told_who_reviews_and_each_is_on_record(client):
    case, people = a_review_at_work()
    assert "tell_of_reviewer" in offered(case, people["coordinator"])
    page = case_page(client, people["coordinator"], case).decode()
    assert page.count("Not told the reviewer’s name yet") == 3

    for body in Told.Body.values:
        tell(case, people, body)

    assert all(row["told"] for row in told_of_reviewer(case))
    assert Told.objects.filter(what="reviewer").count() == 3
    assert "tell_of_reviewer" not in offered(case, people["coordinator"])
    page = case_page(client, people["coordinator"], case).decode()
    assert "Not told the reviewer’s name yet" not in page


def test_there_is_no_name_to_tell_before_somebody_is_appointed():
    case, people = a_started_review()
    with pytest.raises(Refused, match="no name to tell"):
        tell(case, people, "panel")


def test_the_name_of_another_reviewer_is_told_anew():
    case, people = a_review_at_work()
    for body in Told.Body.values:
        tell(case, people, body)
    later = APRIL + timedelta(days=30)
    first = Appointment.objects.get(case=case)
    actions.replace_reviewer(first, reason="She is ill.", by=people["icb"], at=later)
    people["reviewer"] = a_person(
        Role.LEAD_REVIEWER, partnership=case.partnership, at=later
    )
    second = declared_independent(
        proposed_reviewer(case, people, at=later), people, at=later
    )
    actions.appoint_reviewer(
        second, why_chosen="The best of two.", by=people["icb"], at=later
    )

    assert not any(row["told"] for row in told_of_reviewer(case))


def test_the_partners_ask_the_reviewer_in_writing_and_are_answered(client):
    case, people = a_review_at_work()
    with it_is(APRIL):
        signed_in(client, people["icb"]).post(
            f"/cases/{case.public_id}/review/ask-reviewer/",
            {
                "words": "Please send a draft of chapter two.",
                "due_on-day": "30",
                "due_on-month": "4",
                "due_on-year": "2026",
            },
        )
    asked = WrittenRequest.objects.get()
    email = OutgoingEmail.objects.get(letter="reviewer_asked")
    assert asked.due_on == date(2026, 4, 30)
    assert email.to_address == people["reviewer"].email
    assert "chapter two" not in str(email.fields)
    assert "Answer the partners" in case_page(client, people["reviewer"], case).decode()
    with it_is(APRIL):
        path = f"/written-requests/{asked.public_id}/"
        signed_in(client, people["reviewer"]).post(path, {"answer": "It is lodged."})
    assert "It is lodged." in case_page(client, people["icb"], case).decode()


@pytest.mark.parametrize("who", ["manager", "coordinator"])
def test_the_partners_alone_ask_the_reviewer_in_writing(who):
    case, people = a_review_at_work()
    with pytest.raises(Refused, match="Only a delegated partner"):
        actions.request_from_reviewer(
            case,
            words="A draft, please.",
            due_on=date(2026, 4, 30),
            by=people[who],
            at=APRIL,
        )


def test_the_reviewer_answers_each_comment_on_accuracy(client):
    case, people = a_review_at_work()
    report = lodged(case, people, final=False)
    comment = actions.comment_on_accuracy(
        report, anchor="", words="It was March.", by=people["icb"], at=APRIL
    )
    with pytest.raises(Refused, match="Only a lead reviewer"):
        actions.answer_comment(comment, answer="No.", by=people["icb"], at=APRIL)
    with it_is(APRIL):
        browser = signed_in(client, people["reviewer"])
        read = browser.get(f"/reports/{report.public_id}/").content.decode()
        assert "Answer this comment" in read
        path = f"/comments/{comment.public_id}/"
        page = browser.post(path, {"answer": "Put right."}, follow=True)
    assert "Put right." in page.content.decode()
    assert AccuracyComment.objects.get().answer == "Put right."


def changed(case, people):
    """A change that the reviewer accepted."""
    report = latest_report(case)
    anchor = next(a for a, words in paragraphs(report.blocks) if "Nobody" in words)
    change = actions.propose_change(
        report,
        anchor=anchor,
        after="Nobody asked who lived there.",
        reasons="It says it better.",
        by=people["icb"],
        at=APRIL,
    )
    return actions.accept_change(change, by=people["reviewer"], at=APRIL)


def test_a_change_after_sign_off_makes_every_signature_void(client):
    case, people = a_signed_report()
    assert is_signed_off(latest_report(case))
    assert "confirm_report" not in offered(case, people["icb"])

    made = changed(case, people)

    assert waits_for_signatures(case)
    case.refresh_from_db()
    assert case.stage == Stage.SIGNED_OFF
    assert "confirm_report" in offered(case, people["icb"])
    page = case_page(client, people["icb"], case).decode()
    assert "Signatures under an earlier version are void" in page

    signed_by_the_three(made, people)
    assert not waits_for_signatures(case)
    assert Case.objects.get(pk=case.pk).stage == Stage.SIGNED_OFF


def test_a_new_draft_makes_every_signature_void():
    case, people = a_review_at_work()
    report = lodged(case, people)
    actions.quality_assure(case, reason="Checked.", by=people["manager"], at=APRIL)
    actions.confirm_report(
        report, answer="signs", reasons="R.", by=people["icb"], at=APRIL
    )

    again = lodged(case, people)

    assert Case.objects.get(pk=case.pk).stage == Stage.DRAFT_REPORT
    assert not again.signatures.exists()
    actions.quality_assure(case, reason="Again.", by=people["manager"], at=APRIL)
    with pytest.raises(Refused, match="later version"):
        actions.confirm_report(
            report, answer="signs", reasons="R.", by=people["police"], at=APRIL
        )


def test_the_file_as_it_was_sent_is_opened_by_who_needs_it(client):
    case, people = a_review_at_work()
    report = lodged(case, people)
    path = f"/files/{report.document.public_id}/"
    stranger = a_person(Role.MANAGER, at=APRIL)
    with it_is(APRIL):
        page = f"/reports/{report.public_id}/"
        reviewer = signed_in(client, people["reviewer"])
        assert path in reviewer.get(page).content.decode()
        assert reviewer.get(path).status_code == 200
        for somebody in (people["icb"], stranger):
            browser = signed_in(client, somebody)
            assert path not in browser.get(page).content.decode()
            assert browser.get(path).status_code == 404
