"""What page one of the paper for the Panel says beside what is missing, and what was done
at once for the children."""

import io
import json
from datetime import UTC, date, datetime, timedelta

import docx
import pytest

from heed.cases.actions import confirm_safety_action, raise_safety_action
from heed.papers.submission import submission_docx
from heed.papers.submission_json import submission_json
from heed.rapid_reviews.actions import confirm_decision, log_answer, write_part
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.pack import DECIDED, PROPOSED, pack_of
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    a_rapid_review,
    a_request,
    proposed,
    signed_off,
)

pytestmark = pytest.mark.django_db
ASKED = "Quillshire Hospitals was to answer by 20 March 2026"
IN_APRIL = datetime(2026, 4, 9, 12, 0, tzinfo=UTC)


def the_pack_of(review, *, at=NOON, **more):
    return pack_of(RapidReview.objects.get(pk=review.pk), at=at, **more)


def said(remarks) -> list[str]:
    return [each.words for each in remarks]


def test_an_immediate_action_is_told_with_owner_hour_and_outcome():
    review, people = a_rapid_review()
    action = raise_safety_action(
        review.case,
        what="See the brother today.",
        owner="M. Ferncroft",
        owner_organisation="Quillshire Council",
        due_at=NOON + timedelta(hours=2),
        by=people["coordinator"],
        at=NOON,
    )

    assert told_of_actions(review) == [
        "See the brother today.",
        "M. Ferncroft, Quillshire Council",
        "11 March 2026 at 2:00pm",
        "Not yet",
        "Not stated",
    ]

    confirm_safety_action(
        action, outcome="He was seen.", by=people["coordinator"], at=NOON
    )

    confirmed = f"11 March 2026 at 12:00pm, {people['coordinator'].name}"
    assert told_of_actions(review)[3:] == [confirmed, "He was seen."]


def told_of_actions(review) -> list[str]:
    paper = docx.Document(io.BytesIO(submission_docx(the_pack_of(review))))
    for table in paper.tables:
        if table.rows[0].cells[1].text == "By whom":
            return [cell.text for cell in table.rows[1].cells]
    raise LookupError


def test_page_one_says_what_comes_late_and_why():
    review, people = a_rapid_review()
    a_request(review, people)

    assert the_pack_of(review).late == ()
    late = the_pack_of(review, at=IN_APRIL, sending=(IN_APRIL, "Two were on leave."))

    assert [(each.words, each.reason) for each in late.late] == [
        ("This rapid review: 4 working days late.", "Two were on leave."),
        (f"{ASKED}, and has not answered.", ""),
    ]


def test_an_agency_that_answered_after_its_day_is_late_and_one_in_time_is_not():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    request.state, request.answered_at = request.State.NIL, NOON
    request.save(update_fields=["state", "answered_at"])
    assert the_pack_of(review, at=NOON).late == ()

    request.answered_at = datetime(2026, 3, 24, 9, tzinfo=UTC)
    request.save(update_fields=["answered_at"])

    assert said(the_pack_of(review, at=request.answered_at).late) == [
        f"{ASKED}, and answered on 24 March 2026."
    ]


def test_page_one_says_who_disagrees_and_who_has_not_signed():
    review, people = a_rapid_review()
    proposed(review, people)
    confirm_decision(
        review, answer="dissents", reasons="Too soon.", by=people["icb"], at=NOON
    )

    twin = json.loads(submission_json(the_pack_of(review), word=b""))

    page = {
        name: [each["words"] for each in lines]
        for name, lines in twin["first_page"].items()
    }
    assert page["disputed"] == ["Integrated care board disagrees with the decision."]
    assert page["unsigned"] == [
        "Local authority has not signed.",
        "Police has not signed.",
    ]


def test_page_one_says_who_signed_what_was_changed_since():
    review, people = a_rapid_review()
    signed_off(review, people)
    assert the_pack_of(review).unsigned == ()

    write_part(
        review, part="learning", words="Anew.", by=people["coordinator"], at=NOON
    )

    assert said(the_pack_of(review).unsigned)[0] == (
        "Local authority answered on 11 March 2026, and has not confirmed what was "
        "changed since: Learning."
    )


def test_page_one_says_which_agency_answered_after_the_decision():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    signed_off(review, people)
    log_answer(
        request,
        kind="summary",
        author="Ida Calloway",
        came_by="telephone",
        summary="She was seen in January.",
        by=people["coordinator"],
        at=NOON,
    )

    [late] = said(the_pack_of(review).late)
    assert late.startswith("Quillshire Hospitals answered on 11 March 2026, after")


def test_the_days_that_count_stand_in_the_pack_for_a_machine():
    review, _ = a_rapid_review()

    dates = the_pack_of(review, sending=(NOON, "")).dates

    assert (dates.notified_at, dates.sent_at) == (NOON, NOON)
    assert dates.due_on == date(2026, 4, 1)
    assert (dates.working_days_used, dates.working_days_allowed) == (0, 15)
    assert dates.aware_at is None


def test_not_known_without_a_reason_is_no_answer_for_what_is_never_silent(client):
    review, people = a_rapid_review()
    path = f"/cases/{review.case.public_id}/rapid-review/parts/identity/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        refused = browser.post(path, {"words": "Not known at this stage."})
        taken = browser.post(path, {"words": "Not known, because she was a day old."})

    assert "say why" in refused.content.decode()
    assert "Not known at this stage." in refused.content.decode()
    assert taken.status_code == 302
    assert RapidReview.objects.get().parts["identity"].endswith("a day old.")


def test_a_part_that_may_not_stay_silent_says_on_page_one_what_answers_it():
    review, _ = a_rapid_review()
    gaps = {gap.part: gap.words for gap in the_pack_of(review).gaps}
    assert "“not known, because …” is an answer" in gaps["childs_voice"]
    assert "because" not in gaps["worked_well"]


def test_what_nobody_has_signed_is_proposed_and_not_decided():
    review, people = a_rapid_review()
    proposed(review, people)
    assert what_is_decided(review) == PROPOSED

    for seat in ("local_authority", "icb"):
        signed(review, people[seat])
    assert what_is_decided(review) == PROPOSED
    signed(review, people["police"])
    assert what_is_decided(review) == DECIDED


def signed(review, person):
    confirm_decision(review, answer="agrees", reasons="I agree.", by=person, at=NOON)


def what_is_decided(review) -> str:
    return the_pack_of(review).decisions[-1].question
