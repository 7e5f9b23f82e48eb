"""A partnership says in its own words what a review is; the public site shows them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.queries import children_of
from heed.library.models import Page
from heed.partnership.actions import own_pages
from heed.partnership.actions.own_pages import write_own_page
from heed.partnership.models import OwnPage
from heed.partnership.refusals import Refused
from heed.publications.actions import hand_down_publisher
from heed.publications.earlier import MOST_TRIES
from heed.referrals.actions import open_case
from heed.rulebook.language import Role
from tests.cases.factories import HEED, NOON, it_is, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db(databases=["default", "library"])
SLUG = "what-is-a-review"


def test_what_the_manager_writes_is_handed_down_and_taken_back_by_writing_nothing(
    client,
):
    ours = a_partnership(at=NOON)
    manager = a_person(Role.MANAGER, partnership=ours, at=NOON)
    page = reverse("own_page", args=[SLUG])
    with it_is(NOON):
        signed_in(client, manager)
        sent = client.post(page, {"words": "# Here\n\nWe learn from <b>each</b> one."})
        shown = client.get(reverse("own_pages")).text
        missing = client.get(reverse("own_page", args=["no-such-page"]))
    assert (sent.status_code, missing.status_code) == (302, 404)
    assert f"Yours: {manager.name}" in shown

    assert hand_down_publisher(ours, by=HEED, at=NOON)
    kept = Page.objects.get(slug=SLUG)
    assert "We learn from <b>each</b> one." in str(kept.document)
    assert Entry.objects.filter(what="write_own_page", result="done").exists()

    write_own_page(ours, slug=SLUG, words=" ", by=manager, at=NOON)
    assert hand_down_publisher(ours, by=HEED, at=NOON)
    assert not Page.objects.exists()


def test_nobody_but_the_manager_of_the_same_partnership_writes_them():
    ours, theirs = a_partnership(at=NOON), a_partnership(at=NOON)
    for role, where in ((Role.COORDINATOR, ours), (Role.MANAGER, theirs)):
        person = a_person(role, partnership=where, at=NOON)
        with pytest.raises(Refused):
            write_own_page(ours, slug=SLUG, words="Ours.", by=person, at=NOON)
    assert not OwnPage.objects.exists()


def test_what_could_identify_somebody_is_written_on_no_such_page():
    ours = a_partnership(at=NOON)
    manager = a_person(Role.MANAGER, partnership=ours, at=NOON)
    by_her = {"by": manager, "at": NOON}

    with pytest.raises(Refused, match="could identify somebody"):
        write_own_page(ours, slug=SLUG, words="Her NHS number: 999 000 0018.", **by_her)

    assert not OwnPage.objects.exists()
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
    assert not OwnPage.objects.exists()
    tomorrow = {"by": people["manager"], "at": NOON + timedelta(days=2)}
    assert write_own_page(ours, slug=SLUG, words=f"{ours.name} learns.", **tomorrow)


def test_a_page_goes_nowhere_while_nobody_searches_it(monkeypatch):
    ours = a_partnership(at=NOON)
    manager = a_person(Role.MANAGER, partnership=ours, at=NOON)
    monkeypatch.setattr(own_pages, "NAMES_SOMEBODY", [])
    with pytest.raises(Refused, match="could identify"):
        write_own_page(ours, slug=SLUG, words="Ours.", by=manager, at=NOON)
