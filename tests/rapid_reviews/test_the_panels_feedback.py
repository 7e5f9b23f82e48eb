"""What the Panel says of the quality is kept letter by letter, and counted for the area
without a case."""

from datetime import timedelta

import pytest

from heed.cases.actions import exclude_person
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import record_panel_answer, record_panel_feedback
from heed.rapid_reviews.models import PanelLetter
from heed.rapid_reviews.queries import feedback_by_years
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
VOICE = "The child’s voice and daily life"


@walked_once
def letters_recorded():
    """Two letters of the Panel in one case, of two years."""
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    for answer, back in (("disagrees", 0), ("agrees", 345)):
        record_panel_answer(
            review.case,
            answer=answer,
            dated_on=(NOON - timedelta(days=back)).date(),
            words="A letter.",
            by=people["coordinator"],
            at=NOON,
        )
    letter = PanelLetter.objects.get(answer="disagrees")
    record_panel_feedback(
        letter,
        feedback={"voice": "not", "timeliness": "well", "analysis": ""},
        words="The child is not heard.",
        by=people["coordinator"],
        at=NOON,
    )
    return review, people


def several_letters(*, this_year, before):
    """So many letters of the Panel in one case, of this year and of the year before."""
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    for back in [0] * this_year + [345] * before:
        record_panel_answer(
            review.case,
            answer="agrees",
            dated_on=(NOON - timedelta(days=back)).date(),
            words="A letter.",
            by=people["coordinator"],
            at=NOON,
        )
    record_panel_feedback(
        PanelLetter.objects.filter(dated_on=NOON.date()).first(),
        feedback={"voice": "not", "timeliness": "well", "analysis": ""},
        words="The child is not heard.",
        by=people["coordinator"],
        at=NOON,
    )
    return review, people


def test_the_trend_counts_letters_and_names_no_case(client):
    review, people = several_letters(this_year=2, before=3)
    with it_is(NOON):
        page = signed_in(client, people["icb"]).get("/what-the-panel-says/")

    (both,) = feedback_by_years(review.partnership)
    assert (both.years, both.letters) == ("April 2024 to March 2026", 5)
    assert both.agrees == 5
    assert dict(both.matters)[VOICE] == [0, 0, 1]
    words = page.content.decode()
    assert "5 letters" in words
    assert review.case.reference not in words
    assert "not heard" not in words


@pytest.mark.parametrize(("this_year", "before"), [(1, 0), (1, 5), (2, 2)])
def test_what_a_few_letters_say_is_held_back(client, this_year, before):
    review, people = several_letters(this_year=this_year, before=before)

    latest, *earlier = feedback_by_years(review.partnership)

    assert latest.is_held_back
    assert (latest.agrees, latest.matters) == (0, [])
    assert [each.letters for each in earlier] == [before] * bool(before == 5)
    assert "Fewer than 5 letters" in the_trend(client, people["icb"])


def test_the_count_does_not_tell_who_is_kept_from_a_case(client):
    review, people = letters_recorded()
    before = the_trend(client, people["icb"])
    exclude_person(
        review.case,
        person=people["icb"],
        reason="A relation.",
        by=people["manager"],
        at=NOON,
    )
    after = the_trend(client, people["icb"])
    assert "Fewer than 5 letters" in after
    assert after == before


def the_trend(client, person):
    with it_is(NOON):
        page = signed_in(client, person).get("/what-the-panel-says/").text
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("role", [Role.LEAD_PARTNER, Role.SCRUTINEER])
def test_the_board_of_what_is_due_leads_there(client, role):
    review, _people = letters_recorded()
    somebody = a_person(role, partnership=review.partnership, at=NOON)
    with it_is(NOON):
        page = signed_in(client, somebody).get("/deadlines/").text
    assert 'href="/what-the-panel-says/"' in page


def test_nobody_reads_the_trend_of_another_area():
    letters_recorded()
    assert feedback_by_years(a_person("manager", at=NOON).partnership) == []


def test_what_a_letter_says_is_recorded_on_its_page_and_shown_in_the_thread(client):
    review, people = letters_recorded()
    letter = PanelLetter.objects.get(answer="agrees")
    path = f"/letters/{letter.public_id}/quality/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        nothing = browser.post(path, {"words": ""}).content.decode()
        browser.post(path, {"identity": "partly", "words": "Race is named once."})
        case = browser.get(f"/cases/{review.case.public_id}/").content.decode()

    assert "at least one matter" in nothing
    letter.refresh_from_db()
    assert letter.feedback == {"identity": "partly"}
    assert "Race, culture, identity and disability: Partly" in case
    assert "Race is named once." in case


@pytest.mark.parametrize("feedback", [{"voice": "dreadful"}, {"spelling": "well"}])
def test_only_the_matters_of_the_rulebook_are_kept(feedback):
    _, people = letters_recorded()
    with pytest.raises(Refused, match="matters of this page"):
        record_panel_feedback(
            PanelLetter.objects.first(),
            feedback=feedback,
            words="",
            by=people["coordinator"],
            at=NOON,
        )
