"""The search looks for everybody of a case: who referred, who wrote for an agency and
who was invited too, and where they work."""

import pytest

from heed.audit.actors import LinkHolder
from heed.deidentify import scan_text
from heed.publications.register import register_of_case
from heed.rapid_reviews.actions import (
    answer_request,
    save_answers,
    send_summary,
)
from heed.referrals.actions import open_case
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.referrals.factories import a_referral
from tests.reviews.factories import a_review_at_work
from tests.reviews.test_practitioners_are_heard import an_event, invited

pytestmark = pytest.mark.django_db


def found(case, words):
    return {
        each.text: each
        for each in scan_text(words, register_of_case(case))
        if each.is_confirmed
    }


def said_of(case, words):
    return scan_text(words, register_of_case(case))


def test_who_referred_is_found_and_is_not_called_so():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = open_case(a_referral(partnership), by=people["coordinator"], at=NOON)

    words = "Mrs Ashgrove wrote from neighbour@marrowby.example."
    marks = found(case, words)
    assert any("Ashgrove" in text for text in marks)
    assert "neighbour@marrowby.example" in marks
    assert not any("efer" in each.why for each in marks.values())


def test_who_wrote_for_an_agency_is_found_and_a_job_is_no_name():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    for author in ("Tamsin Quell, named nurse", "Named professional"):
        answer_request(
            request,
            kind="summary",
            author=author,
            checked_by="Head of service: Odalys Brightwater",
            summary="Seen once.",
            by=LinkHolder(str(request.pk), request.organisation.name),
            at=NOON,
        )

    words = "Tamsin Quell told the named professional; so did Odalys Brightwater."
    assert {"Tamsin Quell", "Odalys Brightwater"} <= set(found(review.case, words))
    assert found(review.case, "The named professional and the nurse wrote.") == {}


def test_a_name_as_an_agency_spells_it_is_found():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    facts = {
        "author.name": "Tamsin Quell",
        "person.1.name": "Lumy Ostrandervail",
        "person.1.dob": "8 November 2025",
    }
    by = {"by": LinkHolder(str(request.pk), request.organisation.name), "at": NOON}
    save_answers(request, keys=facts.keys(), answers=facts, **by)
    send_summary(request, **by)

    marks = found(review.case, "Lumy Ostrandervail was born on 8 November 2025.")
    assert {"Lumy Ostrandervail", "8 November 2025"} <= set(marks)


def test_where_practitioners_work_is_only_to_be_looked_at():
    case, people = a_review_at_work()
    invited(an_event(case, people), people)

    words = "Wren Harrowgate of Quillshire Hospitals came."
    assert "Wren Harrowgate" in found(case, words)
    to_look_at = [e.text for e in said_of(case, words) if not e.is_confirmed]
    assert "Quillshire Hospitals" in to_look_at
