"""How the pages look on which three decide: what turned grey, with its difference, what
is sealed, and what is asked once it is decided; wide and narrow."""

import pytest
from django.urls import reverse

from heed.rapid_reviews.actions import confirm_decision, give_view_on_review, write_part
from tests.cases.factories import NOON
from tests.looking import a_desk, a_session, look_at
from tests.rapid_reviews.factories import SEATS, a_rapid_review, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
VOICE = "He told his teacher that he did not want to go home. He was seen alone {}."


def test_the_pages_on_which_three_decide():
    review, people = a_rapid_review()
    case = review.case
    case.partnership.independent_first_views = True
    case.partnership.save(update_fields=["independent_first_views"])
    give_view_on_review(
        case, view="local_review", reasons="Too little.", by=people["icb"], at=NOON
    )
    for times in ("twice, in January", "once"):
        write_part(
            review,
            part="childs_voice",
            words=VOICE.format(times),
            by=people["coordinator"],
            at=NOON,
        )
        if times != "once":
            proposed(review, people)
            for seat in SEATS[:2]:
                confirm_decision(
                    review, answer="agrees", reasons="Yes.", by=people[seat], at=NOON
                )
    names = {
        "case": "case",
        "confirm": "confirm_decision",
        "open-views": "open_views",
        "family": "family_decision",
        "join": "join_review",
    }
    pages = {slug: reverse(name, args=[case.public_id]) for slug, name in names.items()}
    law = {"law": reverse("rule_wordings")}
    with a_desk(NOON) as desk:
        look_at(desk, a_session(people["police"]), pages, named="deciding")
        look_at(desk, a_session(people["manager"]), law, named="deciding")
