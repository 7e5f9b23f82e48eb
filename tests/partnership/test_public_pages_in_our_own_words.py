"""A partnership says in its own words what a review is; the public site shows them."""

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.library.models import Page
from heed.partnership.actions.own_pages import write_own_page
from heed.partnership.models import OwnPage
from heed.partnership.refusals import Refused
from heed.publications.actions import hand_down_publisher
from heed.rulebook.language import Role
from tests.cases.factories import HEED, NOON, it_is
from tests.partnership.factories import a_partnership, a_person, signed_in

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
