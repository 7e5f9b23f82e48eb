"""The genogram stands in the paper for the Panel as a picture, and beside it in words."""

import io

import docx
import pytest

from heed.cases.actions import name_family_member, relate_people
from heed.cases.models import Child
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.pack import pack_of, written
from tests.cases.factories import NOON
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG"


def a_review_of_a_family():
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    child = Child.objects.get(case=review.case)
    mother = name_family_member(
        review.case, name="Wenna Ostrander-Vale", relationship="mother", **by
    )
    relate_people(review.case, one=mother, kin="mother", other=child, **by)
    return RapidReview.objects.get(pk=review.pk)


def test_it_is_drawn_in_word_with_a_description_and_told_in_words():
    pack = pack_of(a_review_of_a_family(), at=NOON)

    opened = docx.Document(io.BytesIO(written(pack, "docx")))

    (shape,) = opened.inline_shapes
    described = shape._inline.docPr.get("descr")
    (picture,) = [
        part.blob
        for part in opened.part.package.iter_parts()
        if part.partname.startswith("/word/media/")
    ]
    assert described.startswith("Genogram of 2 people.")
    assert picture.startswith(PNG)
    said = "\n".join(each.text for each in opened.paragraphs)
    assert "Circle: female. Square: male." in said
    assert "mother" in said.partition("How they are related:")[2]


def test_by_pseudonym_no_name_is_drawn_and_by_name_all_are():
    review = a_review_of_a_family()
    drawing = pack_of(review, at=NOON).images["genogram"].decode()
    for name in ("Wenna", "Lumi", "Ostrander"):
        assert name not in drawing

    review.named = True
    assert "Wenna" in pack_of(review, at=NOON).images["genogram"].decode()


def test_where_nobody_is_related_nothing_is_drawn():
    review, _ = a_rapid_review()
    assert pack_of(review, at=NOON).images == {}
