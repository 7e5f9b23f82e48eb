"""A meeting is recorded as it begins, so that it opens the sealed views; what was said at
it is written afterwards, and nobody writes over what another wrote meanwhile."""

import pytest
from django.urls import reverse

from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, Stale
from heed.rapid_reviews.actions import amend_meeting, give_view_on_review, hold_meeting
from heed.rapid_reviews.models import Meeting, ViewsOpened
from heed.rapid_reviews.queries import views_are_sealed
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

SAID = {
    "held_on-day": "11",
    "held_on-month": "3",
    "held_on-year": "2026",
    "attended": "A. Nurse\nT. Rowe, police",
    "minutes": "It was agreed to ask the school.",
    "agreed": "Ask the school; A. Penrose; 20 March 2026\nLook at the stairs",
}


@walked_once
def a_meeting_that_begins(**more):
    review, people = a_rapid_review()
    case = review.case
    case.partnership.independent_first_views = True
    case.partnership.save(update_fields=["independent_first_views"])
    give_view_on_review(
        case, view="local_review", reasons="Two halves.", by=people["icb"], at=NOON
    )
    said = {"attended": ["A. Nurse"], "apologies": "The designated doctor"}
    said |= {"interests": "", "minutes": "", "held_on": NOON.date()}
    held = hold_meeting(case, **said, **more, by=people["coordinator"], at=NOON)
    return held, people


def amended(held, by, *, seen=None, **more):
    said = {"attended": ["A. Nurse"], "apologies": "", "interests": ""}
    said |= {"minutes": "It was said.", "held_on": NOON.date()}
    return amend_meeting(held, **said, **more, by=by, at=NOON, seen=seen)


def test_what_was_said_is_written_once_the_meeting_has_opened_the_views(client):
    held, people = a_meeting_that_begins(opens_views=True)
    page, path = (
        reverse(name, args=[held.public_id]) for name in ("meeting", "amend_meeting")
    )
    with it_is(NOON):
        signed_in(client, people["coordinator"])
        assert path in client.get(page).text
        form = client.get(path).text
        answer = client.post(path, SAID, follow=True)

    assert "The designated doctor" in form
    assert "their sealed views are opened" not in form
    shown = answer.text
    assert answer.redirect_chain[-1][0] == page
    assert f"by <bdi>{people['coordinator'].name}</bdi>" in shown
    assert "It was agreed to ask the school." in shown
    held = Meeting.objects.get()
    assert held.attended == ["A. Nurse", "T. Rowe, police"]
    assert held.apologies is None
    assert [row["owner"] for row in held.agreed] == ["A. Penrose", ""]
    assert ViewsOpened.objects.get().meeting == held
    with it_is(NOON):
        assert f"{SAID['agreed']}</textarea>" in client.get(path).text


def test_a_meeting_at_which_they_came_to_decide_opens_the_views_after_all():
    held, people = a_meeting_that_begins()
    amended(held, people["coordinator"])
    assert views_are_sealed(held.case)

    amended(held, people["coordinator"], opens_views=True)

    assert not views_are_sealed(Case.objects.get())
    assert ViewsOpened.objects.get().meeting == held


def test_who_was_overtaken_keeps_what_they_typed_and_reads_what_is_there(client):
    held, people = a_meeting_that_begins()
    amended(held, people["manager"])
    with pytest.raises(Stale):
        amended(held, people["coordinator"], seen=Seen(version=held.version))
    path = reverse("amend_meeting", args=[held.public_id])

    with it_is(NOON):
        signed_in(client, people["coordinator"])
        shown = client.post(path, SAID | {"seen_version": held.version}).text

    assert "It was agreed to ask the school." in shown
    assert "It was said." in shown
    assert Meeting.objects.get().minutes == "It was said."


def test_it_is_for_the_business_unit_while_the_case_is_open(client):
    held, people = a_meeting_that_begins()
    path = reverse("amend_meeting", args=[held.public_id])
    with it_is(NOON):
        signed_in(client, people["icb"])
        page = client.get(reverse("meeting", args=[held.public_id])).text
    assert path not in page
    with pytest.raises(Refused, match="Only a"):
        amended(held, people["icb"])
    Case.objects.update(stage=Stage.CLOSED)
    with pytest.raises(Refused):
        amended(held, people["coordinator"])
    assert Meeting.objects.get().minutes is None
