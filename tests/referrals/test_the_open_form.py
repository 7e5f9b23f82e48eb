"""Anyone refers a child on the website, page by page, without an account or script."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.cases.models import StepTaken
from heed.correspondence.models import OutgoingEmail
from heed.documents.queries import documents_of
from heed.papers.questions import asked, key
from heed.partnership.telephones import dialled
from heed.referrals import throttle
from heed.referrals.actions import give_new_secret
from heed.referrals.models import AddedInformation, ChildAtRisk, Referral
from heed.referrals.paging import NOT_ASKED_HERE, pages_of, sections_asked
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_filled_form, a_referral
from tests.referrals.open_form import CODE, a_place, fill, hidden, sent, text, to
from tests.walked import about_now

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


# The whole way


def test_it_goes_the_whole_way_without_script(begun, here):
    answer = fill(begun, here, "safety", "risk", at_risk="no")
    assert answer.url == to("tasks", here)
    fill(begun, here, "child", "name", 1, given="Marny", family="Oakbridge")
    fill(begun, here, "child", "name", 2, given="Juno", family="Oakbridge")
    fill(begun, here, "incident", "what", what="She was taken away in an ambulance.")
    paper = SimpleUploadedFile("note.docx", a_filled_form(here, {}))
    begun.post(to("papers", here), {"files": [paper]})

    checked = text(begun.get(to("check", here)))
    assert "Marny" in checked
    assert "Juno" in checked
    assert "note.docx" in checked
    receipt = text(sent(begun, here))

    referral = the_draft()
    assert referral.reference in receipt
    assert CODE.search(receipt)
    assert [c["given"] for c in referral.reading["children"]] == ["Marny", "Juno"]
    assert not referral.is_draft


def test_the_start_says_what_it_is_for_and_what_it_is_not(client, here):
    start = client.get(reverse("refer_to", args=[here.slug]))
    page = text(start)

    for words in (
        "call 999",
        "01632 960100",
        "01632 960101",
        "Nobody watches this form at night",
        "Anyone can use this form",
        "Exit this page",
        "speak first with its safeguarding lead, who decides whether to refer",
        "This form is open to you all the same",
    ):
        assert words in page
    assert "You do not need their leave" not in page
    for number in ("999", "01632960100", "01632960101"):
        assert f'href="tel:{number}"' in start.text


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("+44 (0)1632 960100", "+441632960100"),
        ("(01632) 960-100 ext. 4", "01632960100"),
        ("101", "101"),
        ("01632 960100 (24 hours)", "01632960100"),
        ("01632 960100 - 8am to 6pm", "01632960100"),
        ("01632 960100, 9.00-17.00", "01632960100"),
        ("0800 1111 24 hours", "08001111"),
        ("01632 960100 9-5", ""),
        ("01632 - 960 100", ""),
        ("ask for the duty desk", ""),
    ],
)
def test_a_telephone_dials_the_number_that_words_begin_with(written, digits):
    assert dialled(written) == digits


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("none", "you may refer by yourself"),
        ("consulted", "speak first with its safeguarding lead."),
        ("named", "say in the form who it is"),
        ("signed", "who signs the referral"),
        ("decided", "who decides whether to refer"),
    ],
)
def test_staff_are_told_what_this_area_asks_of_their_lead(client, here, asked, words):
    here.lead_requirement = asked
    here.save(update_fields=["lead_requirement"])

    page = text(client.get(reverse("refer_to", args=[here.slug])))

    assert words in page
    assert "This form is open to you all the same" in page


def test_where_there_is_one_partnership_nobody_has_to_choose(client, here):
    assert client.get(reverse("refer")).url == reverse("refer_to", args=[here.slug])

    other = a_partnership("Brackenholt")
    assert other.name in text(client.get(reverse("refer")))


@pytest.mark.parametrize("answer", ["yes", "not_known"])
def test_a_risk_repeats_the_numbers_and_alerts_the_desk_at_once(begun, here, answer):
    coordinator = the_people(here, at=about_now())["coordinator"]

    page = begun.get(fill(begun, here, "safety", "risk", at_risk=answer).url)

    assert "call 999 before you write" in text(page)
    assert "01632 960100" in text(page)
    (email,) = [
        e for e in OutgoingEmail.objects.all() if e.to_address == coordinator.email
    ]
    assert email.letter == "child_at_risk"
    assert ChildAtRisk.objects.get().referral == the_draft()


def test_whether_a_child_is_at_risk_is_asked_first_and_not_passed_over(client, here):
    answer = client.post(reverse("refer_to", args=[here.slug]))
    assert answer.url == to("page", here, "safety", "risk")

    page = fill(client, here, "safety", "risk")
    assert "Answer the question" in text(page)


def test_the_criteria_guide_and_never_bar(begun, here):
    fill(begun, here, "safety", "risk", at_risk="no")
    fill(begun, here, "criteria", "all", abuse_or_neglect="no", outcome="neither")

    assert "You can send this form all the same" in text(begun.get(to("check", here)))
    sent(begun, here)
    assert the_draft().reference


def test_an_unborn_child_is_asked_for_the_day_it_is_due_and_not_for_a_death(
    begun, here
):
    answer = fill(begun, here, "child", "how", 1, status="unborn")

    page = text(begun.get(answer.url))
    assert "when the baby is due" in page
    assert "Date of death" not in page


def test_an_answer_that_is_no_longer_opened_is_not_kept(begun, here):
    fill(begun, here, "child", "how", 1, status="died")
    fill(begun, here, "child", "born", 1, date_of_death="8 March 2026")
    fill(begun, here, "child", "how", 1, status="alive")
    fill(begun, here, "child", "born", 1, dob="about 6")

    assert "child.1.date_of_death" not in the_draft().answers


def test_a_child_can_be_taken_out_again(begun, here):
    fill(begun, here, "child", "name", 1, given="Marny")
    fill(begun, here, "child", "name", 2, given="Typed by mistake")

    begun.post(to("drop", here, "child", 2))

    assert set(the_draft().answers) == {"child.1.given"}


def test_every_question_of_the_form_stands_on_one_page():
    shown = [
        name
        for s in sections_asked()
        for page in pages_of(s.slug)
        for name in page.keys
    ]
    every = {key(section, question) for section, question in asked()}
    assert len(shown) == len(set(shown))
    assert every - set(shown) == {"declaration.date"}
    assert every - set(shown) <= NOT_ASKED_HERE


# Papers


def test_a_refused_file_says_why_and_the_rest_is_kept(begun, here):
    page = SimpleUploadedFile("report.pdf", b"<!doctype html><html>x</html>")
    good = SimpleUploadedFile("note.docx", a_filled_form(here, {}))

    shown = text(begun.post(to("papers", here), {"files": [page, good]}, follow=True))

    assert "The file is a web page" in shown
    kinds = [d.quarantine for d in documents_of(the_draft())]
    assert kinds == ["refused", "not_scanned"]


def test_a_file_over_the_limit_is_named_and_the_rest_is_kept(begun, here, settings):
    settings.FILE_UPLOAD_MAX_BYTES = 80_000
    large = SimpleUploadedFile("film.docx", b"PK" + b"x" * 100_000)
    good = SimpleUploadedFile("note.txt", b"She cried at night.")

    shown = text(begun.post(to("papers", here), {"files": [large, good]}, follow=True))

    assert "“film.docx” is larger than 50 MB" in shown
    assert [d.name for d in documents_of(the_draft())] == ["note.txt"]


def test_a_file_can_be_taken_back_before_it_is_sent(begun, here):
    begun.post(to("papers", here), {"files": [SimpleUploadedFile("a.txt", b"Words.")]})
    (document,) = documents_of(the_draft())

    begun.post(to("take_back", here, document.public_id))

    assert documents_of(the_draft()) == []


# Bad input


def test_pressing_send_twice_sends_once_and_both_show_the_receipt(begun, here):
    fill(begun, here, "safety", "risk", at_risk="no")
    page = begun.get(to("check", here))
    fields = {name: hidden(page, name) for name in ("seen_version", "once")}

    first = begun.post(to("check", here), fields)
    second = begun.post(to("check", here), fields)

    assert first.url == second.url == to("receipt", here)
    assert Referral.objects.count() == 1
    assert StepTaken.objects.filter(step="refer").count() == 1


def test_the_secret_is_shown_once(begun, here):
    fill(begun, here, "safety", "risk", at_risk="no")
    assert CODE.search(text(sent(begun, here)))

    again = text(begun.get(to("receipt", here)))
    assert not CODE.search(again)
    assert the_draft().reference in again


def test_a_page_that_was_changed_in_another_window_is_not_overwritten_unseen(
    begun, here
):
    address = to("page", here, "incident", "what")
    mark = hidden(begun.get(address), "mark")
    fill(begun, here, "incident", "what", what="First window.")

    page = begun.post(address, {"mark": mark, "what": "Second window."})

    assert "changed in another window" in text(page)
    assert "First window." in text(page)
    assert the_draft().answers["incident.what"] == "First window."
    begun.post(address, {"mark": hidden(page, "mark"), "what": "Second window."})
    assert the_draft().answers["incident.what"] == "Second window."


def test_what_was_changed_after_the_check_page_is_looked_at_before_it_is_sent(
    begun, here
):
    page = begun.get(to("check", here))
    fields = {name: hidden(page, name) for name in ("seen_version", "once")}
    fill(begun, here, "incident", "what", what="Something more.")

    answer = begun.post(to("check", here), fields)

    assert "Somebody else changed this" in text(answer)
    assert the_draft().is_draft


def test_a_line_that_is_too_long_loses_nothing(begun, here):
    page = fill(begun, here, "child", "name", 1, given="x" * 501)

    assert "must have 500 characters or fewer" in text(page)
    assert "x" * 501 in text(page)


def test_odd_names_come_back_as_they_were_typed(begun, here):
    for name in (
        "O'Brien",
        "Nguyễn",
        "=Ann",
        "Null",
        "<script>alert(1)</script>",
        "عمر",
    ):
        fill(begun, here, "child", "name", 1, given=name)
        assert the_draft().answers["child.1.given"] == name
    assert (
        "<script>alert" not in begun.get(to("section", here, "child")).content.decode()
    )


def test_a_section_or_page_that_is_not_there_answers_404(begun, here):
    for path in ("form/nothing/", "form/child/1/nothing/", "form/child/21/name/"):
        assert begun.get(f"/refer/{here.slug}/{path}").status_code == 404


# The session


def test_nothing_of_what_is_written_stands_in_session_cookie_or_address(begun, here):
    answer = fill(begun, here, "child", "name", 1, given="Marny", family="Oakbridge")

    session = begun.session
    assert set(session.keys()) == {"referral_being_written"}
    assert "Marny" not in str(Session.objects.get().get_decoded())
    assert "Marny" not in answer.url
    assert "Marny" not in str(begun.cookies)


def test_another_browser_sees_nothing_of_it(begun, here):
    fill(begun, here, "child", "name", 1, given="Marny")
    other = Client()

    for name in ("tasks", "check", "papers", "receipt"):
        answer = other.get(to(name, here))
        assert answer.url == reverse("refer_to", args=[here.slug])


def test_leaving_quickly_closes_the_form_in_this_browser(begun, here):
    answer = begun.get(reverse("refer_leave"))

    assert answer.url.startswith("https://www.bbc.co.uk/")
    assert begun.get(to("tasks", here)).status_code == 302


# Following


def follow(client, reference, secret):
    return client.post(
        reverse("refer_status"), {"reference": reference, "secret": secret}
    )


@pytest.fixture
def followed(here):
    referral = a_referral(here, at=NOON)
    people = the_people(here, at=NOON)
    secret = give_new_secret(referral, by=people["coordinator"], at=NOON)
    return referral, secret


def test_reference_and_secret_show_a_stage_and_a_day_and_nothing_else(client, followed):
    referral, secret = followed

    page = text(follow(client, referral.reference, secret))

    assert "We have received it" in page
    assert "11 March 2026" in page
    for word in ("Tobiah", "Marchwinter", "Ashgrove", "boathouse"):
        assert word not in page


def test_a_secret_cannot_be_guessed_at_for_long(client, followed, monkeypatch):
    assert throttle.TRIES_OF_A_REFERENCE == (20, 6 * 60 * 60)
    monkeypatch.setattr(throttle, "TRIES_OF_A_REFERENCE", (3, 6 * 60 * 60))
    referral, secret = followed
    # Written in other ways it is the same reference.
    for prefix in ("", " ", "-"):
        follow(client, prefix + referral.reference.lower(), "wrong")

    assert "too many tries" in text(follow(client, referral.reference, secret))


def test_with_the_secret_one_adds_to_it(client, followed):
    referral, secret = followed
    follow(client, referral.reference, secret)
    page = client.get(reverse("refer_add"))

    client.post(
        reverse("refer_add"),
        {
            "once": hidden(page, "once"),
            "words": "I heard it again.",
            "files": [SimpleUploadedFile("a.txt", b"More.")],
        },
    )

    assert AddedInformation.objects.get().words == "I heard it again."
    assert len(documents_of(referral, purpose="added")) == 1


def test_without_the_secret_nothing_is_added(client, followed, monkeypatch):
    assert client.get(reverse("refer_add")).url == reverse("refer_status")
    referral, secret = followed
    follow(client, referral.reference, secret)
    later = clock.real_now() + timedelta(minutes=31)
    monkeypatch.setattr(clock, "real_now", lambda: later)

    assert client.post(reverse("refer_add"), {"words": "x"}).status_code == 302
    assert not AddedInformation.objects.exists()


def test_a_flood_of_forms_is_pointed_to_other_ways(client, here, monkeypatch):
    monkeypatch.setattr(throttle, "FORMS_FROM_AN_ADDRESS", (3, 60 * 60))
    address = reverse("refer_to", args=[here.slug])
    for _ in range(3):
        client.post(address)

    answer = client.post(address)

    assert answer.status_code == 429
    assert "01632 960102" in text(answer)


def test_the_word_form_is_this_partnerships_own(client, here):
    answer = client.get(reverse("refer_word_form", args=[here.slug]))

    assert answer.content.startswith(b"PK")
    assert "attachment" in answer["Content-Disposition"]
