"""Who came and who did not, what each body thinks, and what the scrutineer says."""

import pytest

from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import (
    answer_scrutineer,
    comment_as_scrutineer,
    give_view_on_review,
    hold_meeting,
)
from heed.rapid_reviews.models import ScrutinyComment, ViewOnReview
from heed.rapid_reviews.queries import views_on_review
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import SEATS, a_rapid_review
from tests.reviews.factories import on_the_list

pytestmark = pytest.mark.django_db


def a_meeting(review, people):
    return hold_meeting(
        review.case,
        held_on=NOON.date(),
        attended=["A. Nurse, Hospitals", "B. Officer, Police"],
        apologies="The surgery",
        interests="B. Officer knows the uncle and left for that part.",
        minutes="Both halves were put side by side.",
        by=people["coordinator"],
        at=NOON,
    )


def a_view(review, by, view="local_review"):
    return give_view_on_review(
        review.case, view=view, reasons="Two agencies held half each.", by=by, at=NOON
    )


def case_page(client, person, review, page=""):
    with it_is(NOON):
        signed_in(client, person)
        answer = client.get(f"/cases/{review.case.public_id}/{page}")
    return answer.content.decode()


def test_a_meeting_shows_who_came_apologies_and_conflicts(client):
    review, people = a_rapid_review()
    held = a_meeting(review, people)
    assert f"/meetings/{held.public_id}/" in case_page(client, people["icb"], review)
    with it_is(NOON):
        page = client.get(f"/meetings/{held.public_id}/").content.decode()
    for words in ("A. Nurse", "The surgery", "knows the uncle", "side by side"):
        assert words in page


def test_each_body_gives_its_view_for_itself_and_the_latest_counts(client):
    review, people = a_rapid_review()
    a_view(review, people["icb"], "not_sure")
    a_view(review, people["icb"])
    rows = {row["seat"].value: row["view"] for row in views_on_review(review.case)}
    assert rows["icb"].view == "local_review"
    assert (rows["police"], rows["local_authority"]) == (None, None)
    assert ViewOnReview.objects.count() == 2
    with pytest.raises(Refused, match="Only a delegated partner"):
        a_view(review, people["manager"])
    assert "View: Integrated care board" in case_page(client, people["police"], review)


def test_the_scrutineer_challenges_and_is_answered(client):
    review, people = a_rapid_review()
    scrutineer = on_the_list(review.case, people, Role.SCRUTINEER, at=NOON)
    assert "Comment on a decision" in case_page(client, scrutineer, review)
    with it_is(NOON):
        client.post(
            f"/cases/{review.case.public_id}/scrutiny/",
            {"kind": "challenge", "about": "family", "words": "Nobody asked him."},
        )
    comment = ScrutinyComment.objects.get()
    told = OutgoingEmail.objects.filter(letter="scrutineer_commented")
    assert {each.to_address for each in told} == {
        people[slug].email for slug in ("manager", *SEATS)
    }
    assert "Answer the scrutineer" in case_page(client, people["icb"], review)
    with it_is(NOON):
        client.post(f"/scrutiny/{comment.public_id}/", {"answer": "We asked today."})

    page = case_page(client, scrutineer, review)
    assert "Nobody asked him." in page
    assert "We asked today." in page


def test_the_scrutineer_decides_nothing_and_nobody_comments_for_them():
    review, people = a_rapid_review()
    scrutineer = on_the_list(review.case, people, Role.SCRUTINEER, at=NOON)
    said = {"kind": "comment", "about": "decision", "words": "Well argued."}
    with pytest.raises(Refused, match="Only a scrutineer"):
        comment_as_scrutineer(review.case, **said, by=people["manager"], at=NOON)
    comment = comment_as_scrutineer(review.case, **said, by=scrutineer, at=NOON)
    with pytest.raises(Refused, match="Only a delegated partner"):
        answer_scrutineer(comment, answer="Thanks.", by=scrutineer, at=NOON)
    answer_scrutineer(comment, answer="Thanks.", by=people["icb"], at=NOON)
    with pytest.raises(Refused, match="answered already"):
        answer_scrutineer(comment, answer="Again.", by=people["icb"], at=NOON)
