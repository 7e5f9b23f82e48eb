"""A partnership puts words of its own on its referral form."""

import io

import pytest
from django.core.cache import cache
from django.urls import reverse

from heed.audit.models import Entry
from heed.papers.forms.reading import read_referral
from heed.papers.read_docx import read_docx
from heed.papers.referral_form import fill_referral_form
from heed.partnership.refusals import Refused
from heed.referrals.actions import word_form
from heed.referrals.models import FormWording
from heed.referrals.queries import worded_place, words_of_form
from heed.rulebook.language import Role
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.open_form import a_place, text
from tests.walked import about_now

pytestmark = pytest.mark.django_db
OURS = "Write it in your own words. Say what you saw and what you were told."
THEIRS = "Tell it as you would tell a friend."


@pytest.fixture(autouse=True)
def _no_tries_counted():
    cache.clear()


@pytest.fixture
def here():
    return a_place()


@pytest.fixture
def manager(here):
    return a_person(Role.MANAGER, partnership=here)


def say(manager, place, words):
    return word_form(
        manager.partnership, place=place, words=words, by=manager, at=about_now()
    )


def test_the_manager_changes_what_explains_a_question(client, here, manager):
    address = reverse("word_form") + "?place=incident.what"
    signed_in(client, manager)
    assert OURS in text(client.get(address))

    assert client.post(address, {"words": THEIRS}).url == reverse("form_wording")

    assert "Your words" in text(client.get(reverse("form_wording")))
    begun = client.post(reverse("refer_to", args=[here.slug]))
    assert begun.status_code == 302
    page = reverse("refer_page", args=[here.slug, "incident", "what"])
    assert THEIRS in text(client.get(page))
    assert OURS not in text(client.get(page))


@pytest.mark.parametrize(
    ("place", "name"), [("start", "refer_to"), ("complaints", "refer_to")]
)
def test_words_for_the_form_as_a_whole(client, here, manager, place, name):
    say(manager, place, THEIRS)

    shown = THEIRS in text(client.get(reverse(name, args=[here.slug])))
    assert shown == (place == "start")


def test_the_same_words_stand_on_the_word_form_and_are_no_answer(client, here, manager):
    say(manager, "incident.what", THEIRS)
    say(manager, "child", "Write about each child in the home.")
    form = client.get(reverse("refer_word_form", args=[here.slug])).content
    filled = fill_referral_form(form, {"incident.what": "He fell.", "other.notes": "x"})

    read = read_referral(read_docx(filled))

    assert read["circumstances"] == "He fell."
    assert read["unread"] == []
    assert THEIRS in "".join(words(form))


def words(form):
    import docx

    return [each.text for each in docx.Document(io.BytesIO(form)).paragraphs]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("word", b"PK"), ("odt", b"PK"), ("pdf", b"%PDF")],
)
def test_each_form_is_downloaded_as_a_file_with_these_words(
    client, here, manager, name, begins
):
    say(manager, "incident.what", THEIRS)

    answer = client.get(reverse(f"refer_{name}_form", args=[here.slug]))

    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_place_that_is_not_on_the_form_is_not_found(client, manager):
    signed_in(client, manager)

    assert client.get(reverse("word_form") + "?place=numbers").status_code == 404


def test_nothing_brings_our_words_back_and_earlier_ones_are_kept(here, manager):
    say(manager, "incident.what", THEIRS)
    say(manager, "incident.what", "")

    assert words_of_form(here) == {}
    assert worded_place(here, "incident.what").words == OURS
    assert FormWording.objects.count() == 2
    assert Entry.objects.filter(what="word_form", result="done").count() == 2


def test_hard_words_are_named_as_hard(here, manager):
    hard = "Notwithstanding organisational responsibilities, consider comprehensively "
    say(manager, "incident.what", hard + "identifying multidisciplinary " * 8)

    assert worded_place(here, "incident.what").is_hard
    say(manager, "incident.what", THEIRS * 3)
    assert not worded_place(here, "incident.what").is_hard


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR])
def test_nobody_but_the_manager_changes_it(client, here, role):
    somebody = a_person(role, partnership=here)

    with pytest.raises(Refused, match="manager"):
        say(somebody, "start", THEIRS)

    signed_in(client, somebody)
    assert client.get(reverse("form_wording")).status_code == 404
    assert client.get(reverse("word_form") + "?place=start").status_code == 404
    assert Entry.objects.filter(what="word_form", result="refused").exists()


def test_another_partnership_keeps_its_own_words(here, manager):
    say(manager, "start", THEIRS)

    assert words_of_form(a_partnership("Brackenholt")) == {}


def test_what_keeps_a_child_safe_and_the_questions_are_not_to_be_changed(manager):
    with pytest.raises(ValueError, match="Not a place"):
        say(manager, "numbers", "Call us.")
