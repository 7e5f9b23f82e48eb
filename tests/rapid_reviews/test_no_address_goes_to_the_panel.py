"""Where somebody lives who must not be found does not go to the Panel, wherever it was
typed; and nothing holds the paper back."""

import pytest

from heed.cases.actions import record_protected_address
from heed.rapid_reviews.actions import write_part
from tests.cases.factories import NOON
from tests.rapid_reviews.factories import a_rapid_review, proposed, the_pack
from tests.rapid_reviews.test_the_paper_for_the_panel import Paper

pytestmark = pytest.mark.django_db
SAID = "He was moved to 17  Nightjar close.\nHis school was told."


def a_paper():
    review, people = a_rapid_review()
    record_protected_address(
        review.case,
        address="17 Nightjar Close, Quill QS1 2AB",
        by=people["manager"],
        at=NOON,
    )
    write_part(review, part="facts", words=SAID, by=people["coordinator"], at=NOON)
    review.refresh_from_db()
    return review, people


def test_an_address_that_was_typed_into_a_part_is_taken_out_and_named_as_missing():
    review, _ = a_paper()

    paper = Paper(the_pack(review, at=NOON))

    assert "nightjar" not in paper.words.lower()
    assert "He was moved to [an address that is kept apart in Heed]." in paper.words
    assert "His school was told." in paper.words
    (told,) = [row for row in paper.tables[0] if "was taken out" in row[1]]
    assert told[0] == "What happened"


def test_nor_does_it_stand_among_the_reasons_of_the_decision():
    review, people = a_paper()
    review = proposed(review, people)
    review.proposed_reasons = "They live at QS12AB now."
    review.save(update_fields=["proposed_reasons"])

    paper = Paper(the_pack(review, at=NOON))

    assert "QS12AB" not in paper.words
    told = [row[0] for row in paper.tables[0] if "was taken out" in row[1]]
    assert told == ["What happened", "What was weighed and decided"]
