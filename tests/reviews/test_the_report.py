"""The report is the reviewer's: changes are hers to accept, the partners sign it."""

import pytest
from django.urls import reverse

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, Stale
from heed.papers.blocks import document, heading, paragraph, table
from heed.reviews import actions
from heed.reviews.models import Change, ReportVersion
from heed.reviews.queries import latest_report
from heed.reviews.texts import content_hash, paragraphs, with_words, words_at
from heed.rulebook.clocks import MONITORING, REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import SEATS
from tests.reviews.factories import (
    APRIL,
    a_review_at_work,
    lodged,
    signed_by_the_three,
)

pytestmark = pytest.mark.django_db


def assured(case, people):
    actions.quality_assure(case, reason="Checked.", by=people["manager"], at=APRIL)


def a_change(report, people, after="Nobody asked who lived there."):
    anchor = next(a for a, words in paragraphs(report.blocks) if "Nobody" in words)
    return actions.propose_change(
        report,
        anchor=anchor,
        after=after,
        reasons="It says it better.",
        by=people["icb"],
        at=APRIL,
    )


def sign(report, people, seat, answer="signs", **more):
    return actions.confirm_report(
        report, answer=answer, reasons="R.", by=people[seat], at=APRIL, **more
    )


def stage_of(case):
    return Case.objects.get(pk=case.pk).stage


def test_a_draft_is_kept_as_sent_and_read_into_blocks():
    case, people = a_review_at_work()
    report = lodged(case, people, final=False)
    assert report.document.name == "report.docx"
    assert "bruising" in " ".join(words for _, words in paragraphs(report.blocks))
    assert stage_of(case) == Stage.DRAFT_REPORT


def test_what_cannot_be_read_is_refused_with_a_sentence():
    case, people = a_review_at_work()
    with pytest.raises(Refused, match=r"\w+"):
        actions.lodge_draft(
            case,
            data=b"<html>no</html>",
            name="report.docx",
            is_final_draft=True,
            by=people["reviewer"],
            at=APRIL,
        )
    assert not ReportVersion.objects.exists()


@pytest.mark.parametrize("who", ["manager", "coordinator", "icb"])
def test_nobody_else_lodges_the_reviewers_report(who):
    case, people = a_review_at_work()
    people["reviewer"] = people[who]
    with pytest.raises(Refused, match="Only a lead reviewer"):
        lodged(case, people)


def test_an_accepted_change_makes_a_new_version_and_leaves_the_old_one():
    case, people = a_review_at_work()
    report = lodged(case, people)
    change = a_change(report, people)

    made = actions.accept_change(change, by=people["reviewer"], at=APRIL)

    assert words_at(made.blocks, change.anchor) == "Nobody asked who lived there."
    assert words_at(report.blocks, change.anchor) == "Nobody asked who was at home."
    assert (made.number, made.made_from) == (2, report)
    assert made.content_hash != report.content_hash


def test_a_disputed_change_leaves_the_report_as_it_is():
    case, people = a_review_at_work()
    report = lodged(case, people)
    change = actions.dispute_change(
        a_change(report, people),
        reason="I found otherwise.",
        by=people["reviewer"],
        at=APRIL,
    )
    assert change.answer == Change.Answer.DISPUTED
    assert latest_report(case) == report
    with pytest.raises(Refused, match="answered already"):
        actions.accept_change(change, by=people["reviewer"], at=APRIL)


@pytest.mark.parametrize("who", ["manager", "icb"])
def test_nobody_but_the_reviewer_answers_a_change(who):
    case, people = a_review_at_work()
    change = a_change(lodged(case, people), people)
    with pytest.raises(Refused, match="Only a lead reviewer"):
        actions.accept_change(change, by=people[who], at=APRIL)


def test_two_changes_of_one_paragraph_do_not_overwrite_each_other():
    case, people = a_review_at_work()
    report = lodged(case, people)
    first, second = a_change(report, people), a_change(report, people, after="No.")
    actions.accept_change(first, by=people["reviewer"], at=APRIL)
    with pytest.raises(Refused, match="changed since"):
        actions.accept_change(second, by=people["reviewer"], at=APRIL)


def test_a_report_with_an_unanswered_change_is_not_ready():
    case, people = a_review_at_work()
    change = a_change(lodged(case, people), people)
    with pytest.raises(Refused, match="still waits for the reviewer"):
        assured(case, people)
    actions.accept_change(change, by=people["reviewer"], at=APRIL)
    assured(case, people)
    assert stage_of(case) == Stage.QUALITY_ASSURED


def test_without_a_final_draft_it_is_not_ready():
    case, people = a_review_at_work()
    lodged(case, people, final=False)
    with pytest.raises(Refused, match="final draft"):
        assured(case, people)


def test_the_third_signature_signs_it_off_and_the_six_months_run_on():
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    for seat in SEATS[:2]:
        sign(report, people, seat)
    assert stage_of(case) == Stage.QUALITY_ASSURED

    sign(report, people, SEATS[2])

    assert stage_of(case) == Stage.SIGNED_OFF
    assert running_deadline(case, MONITORING) is None
    assert running_deadline(case, REPORT_DUE) is not None


def test_dissent_stands_beside_it_and_two_dissents_carry_nothing():
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    sign(report, people, "icb", answer="dissents")
    sign(report, people, "police", answer="dissents")
    sign(report, people, "local_authority")
    assert stage_of(case) == Stage.QUALITY_ASSURED


def test_who_declines_to_sign_is_counted_and_stands_with_the_reasons_as_such(client):
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    sign(report, people, "icb", answer="declines")
    with pytest.raises(Refused, match="already answered"):
        sign(report, people, "icb")
    with it_is(APRIL):
        signed_in(client, people["police"])
        asked = client.get(reverse("confirm_report", args=[case.public_id])).text
    declined = report.signatures.get()
    assert f"I decline to sign it<br><bdi>{declined.reasons}" in asked

    for seat in ("police", "local_authority"):
        sign(report, people, seat)

    assert stage_of(case) == Stage.SIGNED_OFF


def test_a_body_signs_once_and_the_business_unit_never():
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    sign(report, people, "icb")
    with pytest.raises(Refused, match="already answered"):
        sign(report, people, "icb")
    with pytest.raises(Refused, match="Only"):
        sign(report, people, "manager")


def test_nobody_signs_an_older_version():
    case, people = a_review_at_work()
    report = lodged(case, people)
    change = a_change(report, people)
    actions.accept_change(change, by=people["reviewer"], at=APRIL)
    assured(case, people)
    with pytest.raises(Refused, match="later version"):
        sign(report, people, "icb")
    signed_by_the_three(latest_report(case), people)
    assert stage_of(case) == Stage.SIGNED_OFF


def test_nobody_signs_what_somebody_else_touched_meanwhile():
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    sign(report, people, "police")
    with pytest.raises(Stale):
        sign(report, people, "icb", seen=Seen(version=report.version))


def test_nobody_signs_their_own_report():
    case, people = a_review_at_work()
    report = lodged(case, people)
    assured(case, people)
    report.lodged_by = people["icb"]
    report.save(update_fields=["lodged_by"])
    with pytest.raises(Refused, match="their own report"):
        sign(report, people, "icb")


def test_pictures_and_tables_have_words_that_can_be_changed():
    from heed.papers.blocks import Document, Figure, anchored, to_json

    blocks = to_json(
        anchored(
            Document(
                (
                    heading(2, "A"),
                    paragraph("B"),
                    table([["1"]], caption="Lumi’s weeks"),
                    Figure("", caption="Her room"),
                )
            )
        )
    )
    anchors = {words: anchor for anchor, words in paragraphs(blocks)}
    figure = anchors["\nHer room"]
    described = with_words(blocks, figure, "A cot by a window\nHer room")
    assert words_at(described, figure) == "A cot by a window\nHer room"
    renamed = with_words(blocks, anchors["Lumi’s weeks"], "Weeks")
    assert words_at(renamed, anchors["Lumi’s weeks"]) == "Weeks"
    assert content_hash(renamed) != content_hash(blocks)


def test_an_unanchored_place_has_no_words():
    from heed.papers.blocks import to_json

    assert words_at(to_json(document(paragraph("A"))), "nowhere") is None
