"""First views that a partnership has independent stay sealed until all three are in,
until the meeting at which the partners decide, or until one of them opens them with a
reason. Who has given one is always seen; who gave it reads it."""

import pytest

from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import give_view_on_notification
from heed.rapid_reviews.actions import give_view_on_review, hold_meeting, open_views
from heed.rapid_reviews.models import ViewsOpened
from heed.rapid_reviews.queries import views_are_sealed
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.config.exporting import everything_in, export
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import SEATS, a_rapid_review
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

WORDS = "Two agencies held half each."
WHY = "The meeting was brought forward."


def independent(case, *, on=True):
    case.partnership.independent_first_views = on
    case.partnership.save(update_fields=["independent_first_views"])


def a_view(case, by, words=WORDS):
    return give_view_on_review(case, view="local_review", reasons=words, by=by, at=NOON)


@walked_once
def a_sealed_view():
    """A rapid review in which one partner has given a view that is sealed."""
    review, people = a_rapid_review()
    independent(review.case)
    a_view(review.case, people["icb"])
    return review.case, people


def a_meeting(case, people, **more):
    return hold_meeting(
        case,
        held_on=NOON.date(),
        attended=["A. Nurse, Hospitals"],
        apologies="",
        interests="",
        minutes="",
        by=people["coordinator"],
        at=NOON,
        **more,
    )


def page(client, person, case, path=""):
    with it_is(NOON):
        signed_in(client, person)
        return client.get(f"/cases/{case.public_id}/{path}").text


def test_others_see_that_it_was_given_and_who_gave_it_reads_it(client):
    case, people = a_sealed_view()

    others = page(client, people["police"], case)
    own = page(client, people["icb"], case)

    until = "until all three are in, or opened before by a partner or at the meeting"
    assert f"sealed {until}" in others
    assert people["icb"].name in others
    assert "Not given yet; it will be sealed" in others
    assert WORDS not in others
    assert f"you alone read this {until}" in own
    assert WORDS in own


def test_all_three_open_each_other(client):
    case, people = a_sealed_view()
    for seat in SEATS:
        a_view(case, people[seat])

    assert not views_are_sealed(case)
    assert WORDS in page(client, people["police"], case)


@pytest.mark.parametrize("where", ["", "history/"])
def test_a_partner_opens_them_with_a_reason_that_all_read(client, where):
    case, people = a_sealed_view()
    assert WORDS not in page(client, people["police"], case, where)
    with pytest.raises(Refused, match="reasons"):
        open_views(case, reason=" ", by=people["police"], at=NOON)
    with pytest.raises(Refused, match="Only a delegated partner"):
        open_views(case, reason=WHY, by=people["manager"], at=NOON)
    OutgoingEmail.objects.all().delete()

    open_views(case, reason=WHY, by=people["police"], at=NOON)

    told = {each.to_address for each in OutgoingEmail.objects.all()}
    assert people["icb"].email in told
    shown = page(client, people["manager"], case, where)
    assert WORDS in shown
    assert WHY in shown
    with pytest.raises(Refused, match="No view is sealed"):
        open_views(case, reason=WHY, by=people["police"], at=NOON)


def test_the_page_that_opens_them_is_offered_while_they_are_sealed(client):
    case, people = a_sealed_view()
    path = f"/cases/{case.public_id}/rapid-review/view/open/"
    assert path in page(client, people["police"], case)

    with it_is(NOON):
        client.post(path, {"reason": WHY})

    assert ViewsOpened.objects.get().reasons == WHY
    assert path not in page(client, people["police"], case)


def test_a_view_that_is_given_once_they_are_open_is_not_sealed(client):
    case, people = a_sealed_view()
    open_views(case, reason=WHY, by=people["police"], at=NOON)

    a_view(case, people["local_authority"], "We are not sure.")

    assert "We are not sure." in page(client, people["police"], case)


def test_a_progress_meeting_opens_nothing():
    case, people = a_sealed_view()

    a_meeting(case, people)

    assert views_are_sealed(case)


def test_the_meeting_at_which_they_decide_opens_them(client):
    case, people = a_sealed_view()
    with it_is(NOON):
        signed_in(client, people["coordinator"])
        path = f"/cases/{case.public_id}/rapid-review/meeting/"
        assert "their sealed views are opened" in client.get(path).text
        day = {
            f"held_on-{part}": n
            for part, n in zip(("day", "month", "year"), (11, 3, 2026), strict=True)
        }
        client.post(path, day | {"attended": "A. Nurse", "opens_views": "on"})
        assert "their sealed views are opened" not in client.get(path).text

    assert not views_are_sealed(case)
    shown = page(client, people["police"], case)
    assert "for the meeting at which the partners decide" in shown
    assert WORDS in shown


def test_a_setting_that_is_switched_off_opens_nothing_that_was_sealed(client):
    """Whoever sets the partnership's settings is no partner, and reads no view so."""
    case, people = a_sealed_view()

    independent(case, on=False)

    assert WORDS not in page(client, people["manager"], case)
    assert WORDS not in page(client, people["manager"], case, "history/")


def test_a_setting_that_is_switched_on_hides_no_view_that_was_read(client):
    review, people = a_rapid_review()
    a_view(review.case, people["icb"])
    independent(review.case)
    a_view(review.case, people["police"], "It is too soon.")

    shown = page(client, people["local_authority"], review.case)

    assert WORDS in shown
    assert "It is too soon." not in shown


def test_views_on_notifying_are_never_sealed_and_never_wait(client):
    case, people = a_case_with_people()
    independent(case)

    give_view_on_notification(
        case, view="notify", reasons=WORDS, by=people["icb"], at=NOON
    )

    shown = page(client, people["police"], case, "history/")
    decides = page(client, people["local_authority"], case, "notify/decision/")
    assert WORDS in shown
    assert WORDS in decides


def test_a_sealed_view_does_not_leave_in_an_archive_either(tmp_path):
    case, people = a_sealed_view()
    asked = {"by": people["manager"], "what": ("case", case.reference)}

    with it_is(NOON):
        export(tmp_path / "sealed", **asked)
        for seat in SEATS:
            a_view(case, people[seat])
        export(tmp_path / "opened", **asked)

    sealed = everything_in(tmp_path / "sealed")
    assert WORDS.encode() not in sealed
    assert b"Sealed in Heed until it may be read." in sealed
    assert WORDS.encode() in everything_in(tmp_path / "opened")
