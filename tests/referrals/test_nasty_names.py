"""F30: names as people have them come through every page to the letter, kept apart from
our words; they are found however they were typed; a NUL is no address."""

import unicodedata
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from heed.referrals.queries import found_by
from tests.cases.factories import NOON, it_is, the_people
from tests.isolated import not_kept_apart
from tests.nasty import NAMES, NUL, TURNING
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import ABOUT_PIPIT, a_referral
from tests.referrals.open_form import hidden
from tests.ui.test_nasty_words import as_postgresql
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
ANSWERS = ABOUT_PIPIT | {
    f"{key.format(number)}": name
    for number, name in enumerate(NAMES.values(), start=2)
    for key in ("child.{}.given", "adult.{}.name", "adult.{}.relationship")
}


@walked_once
def a_desk():
    """A referral that names them all, and a case that was opened from it."""
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    referral = a_referral(partnership, answers=ANSWERS)
    return referral, the_people(partnership)["manager"]


def test_every_name_is_kept_and_shown_to_the_letter():
    with it_is(NOON):
        referral, manager = a_desk()
        page = signed_in(Client(), manager).get(
            reverse("referral", args=[referral.public_id])
        )

    shown = page.content.decode().replace("&#x27;", "'")
    for what, name in NAMES.items():
        assert name in referral.answers.values(), what
        assert name in shown, what


PAGES = ["referrals", "referral", "check_understood", "open_case"]


@pytest.mark.parametrize("name", PAGES)
def test_no_name_turns_our_words_around(name):
    with it_is(NOON):
        referral, manager = a_desk()
        args = [] if name == "referrals" else [referral.public_id]
        page = signed_in(Client(), manager).get(reverse(name, args=args))

    assert page.status_code == 200
    for words in TURNING:
        assert not_kept_apart(page.content.decode(), words) == []


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
@pytest.mark.parametrize("name", ["composed", "decomposed", "Vietnamese", "Hebrew"])
def test_a_name_is_found_however_its_letters_were_put_together(name, form):
    referral, manager = a_desk()

    words = unicodedata.normalize(form, NAMES[name])

    assert found_by(manager, words, at=NOON) == [referral]


ADDRESSES = ["/refer/%00/", "/refer/?a=%00", "/files/a%00b/", "/referrals/?page=%00"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_nul_is_no_part_of_an_address(address):
    assert Client().get(address).status_code == 400
    assert Client().post(address).status_code == 400


def test_a_nul_in_what_a_page_carries_is_no_fault_of_ours():
    with it_is(NOON), connection.execute_wrapper(as_postgresql):
        referral, manager = a_desk()
        browser = signed_in(Client(), manager)
        address = reverse("set_aside_referral", args=[referral.public_id])
        mark = hidden(browser.get(address), "seen_version")
        sent = {"once": NUL, "seen_version": mark, "reasons": "An accident."}
        shown = browser.post(address, sent)
        opened = browser.post(reverse("open_case", args=[referral.public_id]), sent)
        found = browser.post(reverse("find_referral"), {"words": NUL})

    assert "An accident." in shown.content.decode()
    assert opened.status_code in {200, 302}
    assert found.status_code == 200
    assert quote(NUL) not in shown.content.decode()
