"""Words of our own that could identify somebody are replaced at one press by what the search
suggests; the reviewer's are asked for, and the family's are agreed with them."""

from datetime import timedelta

import pytest

from heed.cases.steps import Refused
from heed.publications.actions import mend_as_suggested, write_response
from heed.publications.pages import findings_of
from heed.publications.queries import paper_or_404
from heed.publications.texts import authors_of, text_of
from heed.reviews.actions import write_portrait
from tests.publications.factories import APRIL, decided, prepared, searched
from tests.publications.test_identifying_words import found_in, named
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def mended(scan, finding, person):
    return mend_as_suggested(scan, finding_id=finding.id, by=person, at=APRIL)


def test_a_summary_is_mended_at_one_press_and_who_pressed_is_no_author():
    case, people = a_signed_report()
    decided(case, people)
    prepared(case, people, summary="Lumi was a baby. Lumi sang.")
    scan = searched(case, people)

    mended(scan, named(scan, "Lumi"), people["manager"])

    paper = paper_or_404(case, "report")
    assert paper.words["summary"] == "Goldcrest was a baby. Goldcrest sang."
    assert str(people["manager"].pk) not in authors_of(paper)


def test_a_response_is_mended_in_its_paragraph_and_as_it_was_typed():
    case, people = a_signed_report()
    decided(case, people)
    typed = "# We accept this\n\nWe are sorry for Lumi.\n\nWe change how we ask."
    write_response(case, text=typed, by=people["police"], at=APRIL)
    scan = searched(case, people, "response")

    mended(scan, named(scan, "Lumi"), people["manager"])

    paper = paper_or_404(case, "response")
    assert paper.words["typed"] == typed.replace("Lumi", "Goldcrest")
    assert not [
        f for f in found_in(searched(case, people, "response")) if f.text == "Lumi"
    ]
    assert "We change how we ask." in str(text_of(paper).document)


def test_neither_the_reviewers_nor_the_familys_words_are_replaced_behind_them():
    case, people = a_signed_report()
    write_portrait(
        case,
        words="Lumi grew quiet when somebody sang.",
        family_agreed=True,
        by=people["coordinator"],
        at=APRIL + timedelta(hours=1),
    )
    decided(case, people)
    scan = searched(case, people)
    (row,) = (
        r for r in findings_of(scan, text_of(scan.paper)) if r.finding.is_confirmed
    )

    assert not row.at_once
    with pytest.raises(Refused, match="write them anew"):
        mended(scan, row.finding, people["manager"])
