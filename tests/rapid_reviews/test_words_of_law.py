"""A partnership quotes the exact words of the law beside our questions: never in their
place, with the provision cited, and kept as they were read."""

import pytest

from heed.cases.models import DecisionSheet
from heed.partnership.refusals import Refused
from heed.rapid_reviews.actions import word_rule
from heed.rapid_reviews.models import RuleWording
from heed.rapid_reviews.queries import beside_questions
from heed.rulebook.criteria.records import DR_3
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_partnership, signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db

QUESTION = DR_3.questions[0]
PLACE = f"{DR_3.slug}.{QUESTION.slug}"
LAW = "whether the case highlights recurrent themes"


def worded(review, people, words=LAW):
    return word_rule(
        review.partnership, place=PLACE, words=words, by=people["manager"], at=NOON
    )


def test_an_areas_own_wording_stands_beside_ours_with_its_citation(client):
    review, people = a_rapid_review()
    worded(review, people)
    with it_is(NOON):
        signed_in(client, people["icb"])
        path = f"/cases/{review.case.public_id}/rapid-review/criteria/{DR_3.slug}/"
        page = client.get(path).text
        client.post(path, {QUESTION.slug: "yes", f"{QUESTION.slug}_why": "Twice."})
        worded(review, people, "other words")
        shown = client.get(
            f"/cases/{review.case.public_id}/rapid-review/criteria/"
        ).text

    assert QUESTION.words in page
    assert str(QUESTION.source) in page
    assert f"In its own words: “{LAW}”" in page
    kept = DecisionSheet.objects.get().answers[QUESTION.slug]
    assert kept["beside"] == LAW
    assert f"Read with it: “{LAW}”" in shown


def test_the_latest_words_count_and_none_take_them_away():
    review, people = a_rapid_review()
    worded(review, people)
    worded(review, people, "Anew.")
    assert beside_questions(review.partnership, DR_3) == {QUESTION.slug: "Anew."}

    worded(review, people, "")

    assert beside_questions(review.partnership, DR_3) == {}
    assert RuleWording.objects.count() == 3
    assert beside_questions(a_partnership(at=NOON), DR_3) == {}


def test_the_manager_alone_quotes_and_only_beside_a_question_that_there_is(client):
    review, people = a_rapid_review()
    with pytest.raises(ValueError, match="Not a question"):
        word_rule(
            review.partnership,
            place="local_review.x",
            words=LAW,
            by=people["manager"],
            at=NOON,
        )
    with pytest.raises(Refused):
        word_rule(review.partnership, place=PLACE, words=LAW, by=people["icb"], at=NOON)
    with it_is(NOON):
        signed_in(client, people["manager"])
        assert QUESTION.words in client.get("/account/rules/").text
        client.post(f"/account/rules/words/?place={PLACE}", {"words": LAW})
        assert LAW in client.get("/account/rules/").text
        assert client.get("/account/rules/words/?place=no").status_code == 404
        signed_in(client, people["icb"])
        assert client.get("/account/rules/").status_code == 404
