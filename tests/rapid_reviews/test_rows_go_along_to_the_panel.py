"""Rows of the chronology go along to the Panel, called as the paper calls people."""

import io
import json

import jsonschema
import pypdf
import pytest
from django.test import Client

from heed.cases.actions import name_family_member
from heed.cases.steps import Refused
from heed.chronologies.actions.key import begin_key, put_in_key
from heed.chronologies.models import Row
from heed.papers.read_docx import read_docx
from heed.papers.submission_schema import schema
from heed.rapid_reviews.actions import choose_names
from heed.rapid_reviews.actions.annex import choose_annex
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.pack import pack_of, written
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import ROWS, brought_in
from tests.partnership.factories import an_organisation, signed_in
from tests.rapid_reviews.factories import a_rapid_review
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
NAMED = "4 May 2025,,Call from HV Gwen Ashdown,Tamsin saw SW Ada Ormond,,,,"


def in_each_form(review) -> dict[str, str]:
    pack = pack_of(RapidReview.objects.get(pk=review.pk), at=NOON)
    made = {form: written(pack, form) for form in ("docx", "pdf", "json")}
    jsonschema.validate(json.loads(made["json"]), schema())
    pages = pypdf.PdfReader(io.BytesIO(made["pdf"])).pages
    pdf = " ".join("\n".join(page.extract_text() for page in pages).split())
    word = str(read_docx(made["docx"]).document)
    return {"docx": word, "pdf": pdf, "json": made["json"].decode()}


@walked_once
def a_review_with_rows():
    """A rapid review with rows of which few may read one; its people."""
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    agency = an_organisation(review.partnership, "hospital", name="Quill", at=NOON)
    brought_in(review.case, agency, people, NAMED, ROWS[2], ROWS[6])
    mother = {"relationship": "mother", "name": "Tamsin Pellowick"}
    name_family_member(review.case, **mother, **by)
    return review, people


def numbers_in(review) -> str:
    court = Row.objects.get(case=review.case, restricted="sub_judice")
    told = Row.objects.get(case=review.case, earliest="2025-05-04")
    return f"{told.cited}, {court.cited}"


def test_rows_that_are_chosen_go_along_and_without_a_key_have_no_words():
    review, people = a_review_with_rows()
    by = {"by": people["coordinator"], "at": NOON}
    assert json.loads(written(pack_of(review, at=NOON), "json"))["annex"] == []
    told = numbers_in(review)
    wrongs = (("99", "number 99"), (f"{told}, 98-99", "98-99"), ("x", "is not the"))
    for wrong, why in wrongs:
        with pytest.raises(Refused, match=why):
            choose_annex(review, numbers=wrong, **by)

    desk = signed_in(Client(), people["coordinator"])
    path = f"/cases/{review.case.public_id}/rapid-review/submission/annex/"
    with it_is(NOON):
        assert desk.get(path).status_code == 200
        desk.post(path, {"numbers": numbers_in(review)})
    for said in in_each_form(review).values():
        assert "There is no key of names in this case" in said
        assert "With names off the words of this row cannot be shown" in said
        assert "Ormond" not in said


def test_rows_that_go_along_call_people_as_the_paper_does():
    review, people = a_review_with_rows()
    by = {"by": people["coordinator"], "at": NOON}
    choose_annex(review, numbers=numbers_in(review), **by)
    key = begin_key(review.case, by=people["manager"], at=NOON)
    who = {"role": "Social Worker", "names": ["Ada Ormond"]}
    put_in_key(key, **who, by=people["manager"], at=NOON)
    for said in in_each_form(review).values():
        assert "Mother 1 saw SW Social Worker 1" in said
        assert "Call from HV [a name]" in said
        assert "A restricted entry stands here" in said
        assert not [n for n in ("Tamsin", "Ormond", "Ashdown", "police") if n in said]

    review.refresh_from_db()
    choose_names(review, named=True, left=[], because="", **by)
    for said in in_each_form(review).values():
        assert "Tamsin saw SW Ada Ormond" in said
        assert "interview with the police" not in said
    review.refresh_from_db()
    gone = Row.objects.get(case=review.case, earliest="2025-05-04")
    gone.gone_in = gone.came_in
    gone.save(update_fields=["gone_in"])
    assert f"told no more by the agency: {gone.cited}" in in_each_form(review)["pdf"]
    review.refresh_from_db()
    choose_annex(review, numbers="", **by)
    assert "from the chronology" not in in_each_form(review)["pdf"]
