"""What goes along with an answer, and what a decision is proposed without, is named on
the page itself and not afterwards."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.rapid_reviews.missing import parts_without
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.answering import AtTheLink

pytestmark = pytest.mark.django_db


def test_papers_and_missing_parts_are_named_before_anything_is_pressed(client):
    agency = AtTheLink(client)
    before = agency.get()
    paper = SimpleUploadedFile("visits.txt", b"She came on Monday.")
    agency.post("papers/", purpose="agency_paper", file=paper)
    after = agency.get()
    with it_is(NOON):
        desk = signed_in(client, agency.people["coordinator"])
        case = agency.review.case.public_id
        proposing = desk.get(f"/cases/{case}/rapid-review/decision/").text

    assert "goes with this answer" not in before
    assert "visits.txt" in after
    assert "Pressing this sends your answer, and what you added," in after
    lacking = parts_without(agency.review, at=NOON)
    assert "The child's voice" in lacking
    assert f"Something is missing in {len(lacking)} parts" in proposing
