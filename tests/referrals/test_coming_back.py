"""Who writes without an account comes back to the form, and loses no words."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from heed.referrals.models import ChildAtRisk, Referral
from tests.guards.source import HEED
from tests.referrals.open_form import (
    CODE,
    FORM_REFERENCE,
    a_place,
    fill,
    hidden,
    sent,
    text,
    to,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries_counted():
    cache.clear()


@pytest.fixture
def here():
    return a_place()


@pytest.fixture
def begun(client, here):
    """A browser in which somebody has pressed Start now."""
    client.post(reverse("refer_to", args=[here.slug]))
    return client


def the_draft():
    return Referral.objects.get()


def way_back_in(page):
    return {
        "reference": FORM_REFERENCE.search(text(page))[0],
        "secret": CODE.search(text(page))[0],
    }


@pytest.mark.parametrize("asking", ["refer_resume", "refer_status"])
def test_who_comes_back_later_goes_on_with_reference_and_secret(begun, here, asking):
    fill(begun, here, "child", "name", 1, given="Marny")
    back = way_back_in(begun.post(to("come_back_later", here)))
    elsewhere = Client()

    typed = {name: words.lower() for name, words in back.items()}
    answer = elsewhere.post(reverse(asking), typed)

    assert answer.url == to("tasks", here)
    assert "Marny" in text(elsewhere.get(to("section", here, "child")))
    assert begun.get(to("tasks", here)).status_code == 302
    assert the_draft().resume_hash.startswith("$argon2id$")
    wrong = elsewhere.post(reverse(asking), back | {"secret": "00000"})
    assert "We cannot find that" in text(wrong)


def test_whose_window_closes_was_shown_the_way_back_before(begun, here):
    back = way_back_in(begun.get(to("tasks", here)))

    assert not CODE.search(text(begun.get(to("tasks", here)))), "It is shown once."
    assert Client().post(reverse("refer_resume"), back).url == to("tasks", here)


def test_a_form_that_was_sent_is_not_shown_back(begun, here):
    fill(begun, here, "child", "name", 1, given="Marny")
    back = way_back_in(begun.get(to("tasks", here)))
    sent(begun, here)

    page = text(Client().post(reverse("refer_resume"), back))
    assert "We cannot find that" in page
    assert "Marny" not in page


# Nothing typed is lost when somebody is called away


def test_what_is_being_typed_is_kept_before_it_is_saved(begun, here):
    address = to("page", here, "incident", "what")
    page = begun.get(address)
    typed = {"mark": hidden(page, "mark"), "what": "She was taken aw"}

    kept = begun.post(f"{address}?keep", typed)

    assert kept.status_code == 204
    assert the_draft().answers["incident.what"] == "She was taken aw"
    more = {"mark": kept["Heed-Mark"], "what": "She was taken away."}
    assert begun.post(address, more).status_code == 302
    assert the_draft().answers["incident.what"] == "She was taken away."


def test_what_was_changed_elsewhere_is_not_overwritten_by_keeping(begun, here):
    address = to("page", here, "incident", "what")
    mark = hidden(begun.get(address), "mark")
    fill(begun, here, "incident", "what", what="From another window.")

    kept = begun.post(f"{address}?keep", {"mark": mark, "what": "From this one."})

    assert kept.status_code == 422
    assert the_draft().answers["incident.what"] == "From another window."


def test_the_desk_is_not_alerted_by_an_answer_that_nobody_saved(begun, here):
    address = to("page", here, "safety", "risk")

    assert "data-autosave" not in text(begun.get(address))
    fill(begun, here, "incident", "what", what="x")
    assert not ChildAtRisk.objects.exists()


def test_a_form_says_that_it_will_close_once_there_is_a_way_back(begun, here):
    at_first = text(begun.get(to("page", here, "safety", "risk")))
    begun.get(to("tasks", here))
    then = text(begun.get(to("page", here, "incident", "what")))

    assert "closes here in 2 minutes" not in at_first
    assert "closes here in 2 minutes" in then
    assert 'data-session-seconds="900"' in then
    assert "what you typed here too" in then
    risk = text(begun.get(to("page", here, "safety", "risk")))
    assert "what you chose on this page is not" in risk
    assert begun.post(reverse("refer_stay")).status_code == 204


def test_a_form_that_was_closed_opens_again_with_what_was_typed(begun, here):
    back = way_back_in(begun.get(to("tasks", here)))
    fill(begun, here, "incident", "what", what="She was taken away.")

    begun.get(reverse("refer_closed"))  # a link alone closes nothing
    assert "taken away" in text(begun.get(to("check", here)))
    closed = begun.post(reverse("refer_closed"), follow=True)
    assert "What was saved is kept" in text(closed)

    assert begun.get(to("tasks", here)).url == reverse("refer_to", args=[here.slug])
    begun.post(reverse("refer_resume"), back)
    assert "taken away" in text(begun.get(to("check", here)))


def test_no_title_of_the_form_tells_who_looks_over_a_shoulder(begun, here):
    begun.get(to("tasks", here))
    pages = [
        reverse("refer_to", args=[here.slug]),
        reverse("refer_status"),
        to("tasks", here),
        to("section", here, "child"),
        to("page", here, "safety", "risk"),
        to("page_of", here, "child", 1, "name"),
        to("check", here),
    ]
    for address in pages:
        title = text(begun.get(address)).split("<title>")[1].split("</title>")[0]
        for word in ("child", "refer", "risk", "abuse", "safeguard"):
            assert word not in title.lower(), (address, title)


def test_a_copy_is_printed_before_it_is_sent_and_holds_no_secret(begun, here):
    fill(begun, here, "incident", "what", what="She was taken away.")
    begun.get(to("tasks", here))

    copy = text(begun.get(to("check", here)))

    assert "Print a copy" in copy
    assert "She was taken away." in copy
    assert not CODE.search(copy)
    assert ".heed-secret" in (HEED / "ui/assets/_print.scss").read_text()
