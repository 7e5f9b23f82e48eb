"""What arrives broken, twice, late or posing as something else: each ends in a clear
sentence or a waiting queue; nothing is lost, nothing half done, nothing guessed.

Emails have their own file (a message without a form, with two, from a forged sender, the
same three times): test_emailed_forms. Here is what comes by the other doors."""

import re

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.cases.models import Case, StepTaken
from heed.documents.models import Quarantine
from heed.documents.queries import documents_of
from heed.referrals import throttle
from heed.referrals.actions import give_new_secret, give_resume_code, open_case
from heed.referrals.models import Referral
from heed.rulebook.language import Stage
from tests.cases.factories import the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.bad_papers import BAD_PAPERS
from tests.referrals.factories import a_draft, a_referral, an_emailed_form, arrived
from tests.walked import about_now

pytestmark = pytest.mark.django_db
every_bad_paper = pytest.mark.parametrize("kind", BAD_PAPERS)


@pytest.fixture
def now():
    cache.clear()
    return about_now()


@pytest.fixture
def here(now):
    partnership = a_partnership(reference_prefix="Q", at=now)
    return the_people(partnership, at=now) | {"partnership": partnership}


@pytest.fixture
def coordinator(here):
    return signed_in(Client(), here["coordinator"])


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def hidden_in(client, address):
    page = client.get(address).content.decode()
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))


def a_bad(kind):
    made, sentence = BAD_PAPERS[kind]
    return SimpleUploadedFile("form.docx", made()), sentence


# Papers, by every door through which one comes


@every_bad_paper
def test_on_the_website_it_says_why_and_the_referral_is_sent_all_the_same(
    client, here, kind
):
    slug = here["partnership"].slug
    client.post(reverse("refer_to", args=[slug]))
    bad, sentence = a_bad(kind)

    shown = client.post(
        reverse("refer_papers", args=[slug]), {"files": [bad]}, follow=True
    )
    check = reverse("refer_check", args=[slug])
    looked_at = text(client.get(check))
    client.post(check, hidden_in(client, check))

    assert "We cannot use this file" in text(shown)
    assert sentence in text(shown)
    assert sentence in looked_at
    referral = Referral.objects.get()
    assert referral.stage == Stage.REFERRAL_RECEIVED
    (kept,) = documents_of(referral)
    assert kept.quarantine == Quarantine.REFUSED


@every_bad_paper
def test_typed_in_it_says_why_and_the_draft_is_written_by_hand(here, coordinator, kind):
    bad, sentence = a_bad(kind)

    answer = coordinator.post(
        reverse("type_in_referral"),
        {"channel": "word_form", "file": bad},
        follow=True,
    )

    assert "The paper as it came" in text(answer)
    assert sentence in text(answer)
    draft = Referral.objects.get()
    assert draft.answers == {}
    assert [kept.quarantine for kept in documents_of(draft)] == [Quarantine.REFUSED]


@every_bad_paper
def test_added_later_it_is_kept_and_the_words_beside_it_arrive(client, here, now, kind):
    referral = a_referral(here["partnership"], at=now)
    secret = give_new_secret(referral, by=here["manager"], at=now)
    receipt = {"reference": referral.reference, "secret": secret}
    client.post(reverse("refer_status"), receipt)
    bad, sentence = a_bad(kind)

    add = reverse("refer_add")
    fields = hidden_in(client, add) | {"words": "He limps.", "files": [bad]}
    assert "We have added it" in text(client.post(add, fields))

    assert referral.added.get().words == "He limps."
    page = text(
        signed_in(Client(), here["manager"]).get(
            reverse("referral", args=[referral.public_id])
        )
    )
    assert sentence in page


# Pressed twice, and pressed on an old page


def steps(slug):
    return StepTaken.objects.filter(step=slug).count()


DESK = {
    "open_case": ({}, "open_case"),
    "return_referral": ({"words": "Which school?"}, "return_for_information"),
    "set_aside_referral": ({"reasons": "An accident."}, "set_aside_referral"),
    "withdraw_referral": ({"reasons": "She rang."}, "withdraw_referral"),
    "add_to_referral": ({"words": "He limps."}, "add_information"),
}


@pytest.mark.parametrize("page", DESK)
def test_a_page_of_the_desk_that_is_sent_twice_does_it_once(here, now, page):
    referral = a_referral(here["partnership"], at=now)
    manager = signed_in(Client(), here["manager"])
    address, (answers, step) = reverse(page, args=[referral.public_id]), DESK[page]
    fields = hidden_in(manager, address) | answers

    first, second = manager.post(address, fields), manager.post(address, fields)

    assert (first.status_code, second.status_code) == (302, 302)
    assert steps(step) == 1


def test_two_open_a_case_from_one_referral_and_one_case_opens(here, now):
    referral = a_referral(here["partnership"], at=now)
    address = reverse("open_case", args=[referral.public_id])
    one, other = (signed_in(Client(), here[who]) for who in ("manager", "coordinator"))
    pages = hidden_in(one, address), hidden_in(other, address)

    one.post(address, pages[0])
    late = other.post(address, pages[1])

    assert late.status_code in {200, 302, 404}
    assert Case.objects.count() == 1
    assert steps("open_case") == 1


def test_an_old_page_shows_what_is_there_now_and_keeps_what_was_typed(here, now):
    referral = a_referral(here["partnership"], at=now)
    manager = signed_in(Client(), here["manager"])
    ask = reverse("return_referral", args=[referral.public_id])
    aside = reverse("set_aside_referral", args=[referral.public_id])
    old = hidden_in(manager, aside)
    manager.post(ask, hidden_in(manager, ask) | {"words": "Which school?"})

    shown = text(manager.post(aside, old | {"reasons": "An accident at the weir."}))

    assert "Somebody else changed this while you were working on it" in shown
    assert "What is there now" in shown
    assert "Returned for information" in shown
    assert "Ask the referrer for what is missing" in shown
    assert "An accident at the weir." in shown
    referral.refresh_from_db()
    assert referral.stage == Stage.RETURNED_FOR_INFORMATION
    again = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
    manager.post(aside, again | {"reasons": "An accident at the weir."})
    referral.refresh_from_db()
    assert referral.stage == Stage.NOT_PURSUED


# Children who do not fit a form: not born, a birthday nobody knows, two of one birth

HARD_TO_WRITE = {
    "child.1.given": "Asha and Bryn (twins)",
    "child.1.family": "Marchwinter",
    "child.1.dob": "5 June 2021",
    "child.1.status": "alive",
    "child.2.given": "Tobiah",
    "child.2.family": "Marchwinter",
    "child.2.dob": "not known",
    "child.2.age_text": "about ten",
    "child.2.status": "alive",
    "child.3.status": "unborn",
    "child.3.edd": "20 June 2026",
}


def of_a_website(here, now):
    return a_referral(here["partnership"], answers=HARD_TO_WRITE, at=now)


def of_a_word_form(here, now):
    arrived(an_emailed_form(answers=HARD_TO_WRITE), here["partnership"], at=now)
    return Referral.objects.get()


@pytest.mark.parametrize("door", [of_a_website, of_a_word_form])
def test_twins_an_unborn_child_and_an_unknown_birthday_reach_the_case(here, now, door):
    referral = door(here, now)

    asha, bryn, tobiah, unborn = referral.reading["children"]
    assert [c["given"] for c in (asha, bryn, tobiah)] == ["Asha", "Bryn", "Tobiah"]
    assert asha["dob"]["iso"] == bryn["dob"]["iso"] == "2021-06-05"
    assert not (tobiah["dob"] or {}).get("iso")
    assert (unborn["status"], unborn["edd"]["iso"]) == ("unborn", "2026-06-20")

    case = open_case(referral, by=here["coordinator"], at=now)

    children = list(case.childs.order_by("number"))
    assert [child.given_name for child in children] == ["Asha", "Bryn", "Tobiah", None]
    assert children[2].born_on is None
    assert f"{children[3].due_on:%-d %B %Y}" == "20 June 2026"
    assert children[3].status == "unborn"


@pytest.mark.parametrize("door", [of_a_website, of_a_word_form])
def test_what_is_doubtful_about_a_child_is_put_before_a_person(here, now, door):
    referral = door(here, now)

    page = text(
        signed_in(Client(), here["coordinator"]).get(
            reverse("referral", args=[referral.public_id])
        )
    )

    assert "This child is not born yet." in page
    assert "Please check" in page
    assert "Asha and Bryn (twins)" in page


def test_one_birthday_beside_two_names_is_given_to_neither_and_asked_about(here, now):
    answers = HARD_TO_WRITE | {"child.1.given": "Asha and Bryn"}
    referral = a_referral(here["partnership"], answers=answers, at=now)

    asha, bryn, *_ = referral.reading["children"]
    assert (asha["dob"], bryn["dob"]) == (None, None)
    flagged = {flag["name"]: flag["why"] for flag in referral.reading["flags"]}
    assert "“5 June 2021” stands beside several children." in flagged["dob_ambiguous"]


def test_tries_from_elsewhere_keep_nobody_from_a_form_half_written(
    here, client, now, monkeypatch
):
    draft = a_draft(here["partnership"])
    back = give_resume_code(draft, by=AnonymousReferrer(str(draft.pk)), at=now)
    address = reverse("refer_resume")
    monkeypatch.setattr(throttle, "TRIES_OF_A_REFERENCE", (2, 6 * 60 * 60))
    for number in range(4):
        tried = {"reference": f"F-0000000{number}", "secret": "0" * 20}
        Client().post(address, tried, REMOTE_ADDR=f"198.51.100.{number}")

    assert client.post(address, back._asdict()).status_code == 302
