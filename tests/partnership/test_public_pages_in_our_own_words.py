"""A partnership says in its own words what a review is; the public site shows them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.queries import children_of
from heed.library.models import Page
from heed.partnership.actions import own_pages
from heed.partnership.actions.own_pages import agree_to_own_page, write_own_page
from heed.partnership.models import OwnPage, WaitingPage
from heed.partnership.refusals import Refused
from heed.publications.actions import hand_down_publisher
from heed.publications.earlier import MOST_TRIES
from heed.referrals.actions import open_case
from heed.rulebook.language import Role, Seat
from tests.cases.factories import HEED, NOON, it_is, the_people
from tests.partnership.factories import (
    a_partnership,
    a_person,
    letters_kept,
    signed_in,
)
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db(databases=["default", "library"])
SLUG = "what-is-a-review"


def written(ours, manager, words="We learn from each one."):
    return write_own_page(ours, slug=SLUG, words=words, by=manager, at=NOON)


def agreed(waiting, person, *, mark="", at=NOON):
    return agree_to_own_page(waiting, mark=mark or waiting.mark, by=person, at=at)


TYPED = "# What we do\n\n<b>Each</b> one."


def manager_and_partner(ours):
    at = {"partnership": ours, "at": NOON}
    partner = a_person(Role.DELEGATED_PARTNER, seat=Seat.POLICE, **at)
    return a_person(Role.MANAGER, **at), partner


def test_what_the_manager_writes_is_public_once_a_second_person_has_put_it_up(client):
    ours = a_partnership(at=NOON)
    manager, partner = manager_and_partner(ours)
    with letters_kept() as letters:
        write_own_page(ours, slug=SLUG, words=TYPED, by=manager, at=NOON)
    assert [each.to for each in letters] == [partner.email]
    assert hand_down_publisher(ours, by=HEED, at=NOON)
    assert not Page.objects.exists()  # nobody else has read it

    waits, mark = reverse("waiting_pages"), WaitingPage.objects.get().mark
    with it_is(NOON):
        signed_in(client, partner)
        read = client.get(waits).text
        assert "Put this page up" in read
        assert ">What we do</h3>" in read  # as the page will look, not as it was typed
        assert "<b>" not in read
        stale = client.post(waits, {"mark": f"{mark}x"}).text
        assert client.post(waits, {"mark": mark}).status_code == 302
        shown = client.get(reverse("own_pages")).text
    assert "It was changed meanwhile" in stale
    assert f"put up by {partner.name}" in shown
    assert hand_down_publisher(ours, by=HEED, at=NOON)
    assert "<b>Each</b> one." in str(Page.objects.get(slug=SLUG).document)

    write_own_page(ours, slug=SLUG, words=" ", by=manager, at=NOON)
    assert hand_down_publisher(ours, by=HEED, at=NOON)
    assert not Page.objects.exists()


def test_the_manager_writes_on_a_page_that_says_who_is_asked_and_how_it_goes(client):
    ours = a_partnership(at=NOON)
    manager, partner = manager_and_partner(ours)
    page = reverse("own_page", args=[SLUG])
    with it_is(NOON):
        signed_in(client, manager)
        sent = client.post(page, {"words": "We learn from each one."})
        missing = client.get(reverse("own_page", args=["no-such-page"]))
        own_work = client.get(reverse("waiting_pages")).text
        begun = client.get(page).text
        signed_in(client, partner)
        closed = client.get(page)
    codes = [each.status_code for each in (sent, missing, closed)]
    assert codes == [302, 404, 404]
    assert "somebody else puts it up" in own_work
    assert "Take our words away now" in begun
    assert Entry.objects.filter(what="write_own_page", result="done").exists()


def test_nobody_puts_up_what_they_wrote_or_what_they_have_not_read():
    ours = a_partnership(at=NOON)
    first, second = (
        a_person(Role.MANAGER, partnership=ours, at=NOON) for _ in range(2)
    )
    waiting = written(ours, first)
    coordinator = a_person(Role.COORDINATOR, partnership=ours, at=NOON)
    for person, why in ((first, "Somebody else"), (coordinator, "Who approves")):
        with pytest.raises(Refused, match=why):
            agreed(waiting, person)
    written(ours, first, "Other words.")
    with pytest.raises(Refused, match="not what you have read"):
        agreed(waiting, second)

    assert agreed(WaitingPage.objects.get(), second).words == "Other words."
    assert not WaitingPage.objects.exists()
    assert Entry.objects.filter(what="agree_to_own_page", result="done").exists()


def test_a_page_is_searched_again_when_it_is_put_up():
    ours = a_partnership(at=NOON)
    people = the_people(ours)
    case = open_case(a_referral(ours), by=people["coordinator"], at=NOON)
    waiting = written(ours, people["manager"], "What we changed.")
    child = children_of(case)[0]
    WaitingPage.objects.update(words=f"{child.given_name} {child.family_name} died.")
    waiting = WaitingPage.objects.get()

    with pytest.raises(Refused, match="could identify somebody"):
        agreed(waiting, people["icb"])

    assert not OwnPage.objects.exists()


def test_nobody_but_the_manager_of_the_same_partnership_writes_them():
    ours, theirs = a_partnership(at=NOON), a_partnership(at=NOON)
    for role, where in ((Role.COORDINATOR, ours), (Role.MANAGER, theirs)):
        person = a_person(role, partnership=where, at=NOON)
        with pytest.raises(Refused):
            write_own_page(ours, slug=SLUG, words="Ours.", by=person, at=NOON)
    assert not WaitingPage.objects.exists()


def test_what_could_identify_somebody_is_written_on_no_such_page():
    ours = a_partnership(at=NOON)
    manager = a_person(Role.MANAGER, partnership=ours, at=NOON)
    by_her = {"by": manager, "at": NOON}

    with pytest.raises(Refused, match="could identify somebody"):
        write_own_page(ours, slug=SLUG, words="Her NHS number: 999 000 0018.", **by_her)

    assert not WaitingPage.objects.exists()
    assert write_own_page(ours, slug=SLUG, words="Ring us: 01632 960100.", **by_her)


def test_a_page_names_nobody_of_a_case_and_does_not_say_that_there_is_one():
    ours = a_partnership(at=NOON)
    people = the_people(ours)
    case = open_case(a_referral(ours), by=people["coordinator"], at=NOON)
    child, by_her = children_of(case)[0], {"by": people["manager"], "at": NOON}
    died = f"After {child.given_name} {child.family_name} died we changed."

    for _ in range(MOST_TRIES):
        with pytest.raises(Refused, match="could identify somebody, such as a name"):
            write_own_page(ours, slug=SLUG, words=died, **by_her)

    entry = Entry.objects.filter(what="write_own_page").last()
    assert (entry.result, entry.reason_code) == ("refused", "names_somebody")
    with pytest.raises(Refused, match="Too many texts"):
        write_own_page(ours, slug=SLUG, words="Ours.", **by_her)
    assert not WaitingPage.objects.exists()
    tomorrow = {"by": people["manager"], "at": NOON + timedelta(days=2)}
    assert write_own_page(ours, slug=SLUG, words=f"{ours.name} learns.", **tomorrow)


def test_a_page_goes_nowhere_while_nobody_searches_it(monkeypatch):
    ours = a_partnership(at=NOON)
    manager = a_person(Role.MANAGER, partnership=ours, at=NOON)
    monkeypatch.setattr(own_pages, "NAMES_SOMEBODY", [])
    with pytest.raises(Refused, match="could identify"):
        write_own_page(ours, slug=SLUG, words="Ours.", by=manager, at=NOON)
