"""The pages of organisations and of the business unit: who sees what, and who nothing."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.models import Case
from heed.correspondence.models import IncomingEmail, IncomingState
from heed.documents.queries import documents_of
from heed.referrals.actions import open_case, return_for_information
from heed.referrals.models import AddedInformation, ChildAtRisk, Referral
from heed.referrals.queries import referrals_of_case
from heed.rulebook.language import Role, Stage
from tests.cases.factories import declared, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_draft_in_the_tray,
    a_filled_form,
    a_nurses_draft,
    a_referral,
    an_email,
    an_emailed_form,
    arrived,
    staff_of,
)
from tests.walked import about_now

pytestmark = pytest.mark.django_db
CODE = re.compile(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}")


@pytest.fixture
def now():
    return about_now()


@pytest.fixture
def here(now):
    partnership = a_partnership(reference_prefix="Q", at=now)
    people = staff_of(partnership, at=now) | the_people(partnership, at=now)
    return people | {"partnership": partnership}


def browser_of(person):
    return signed_in(Client(), person)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def press(client, address, **answers):
    """Fill in the form of a page, with what the page carries hidden, and press it."""
    page = client.get(address).content.decode()
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post(address, fields | answers)


# Organisations


def test_a_practitioner_drafts_and_sends_it_to_her_lead(here):
    nurse = browser_of(here["nurse"])

    begun = nurse.post(reverse("begin_draft"))
    draft = Referral.objects.get()
    assert begun.url == reverse("draft_page", args=[draft.public_id, "safety", "risk"])
    press(nurse, begun.url, at_risk="no")
    what = reverse("draft_page", args=[draft.public_id, "incident", "what"])
    press(nurse, what, what="He told me that he was burned.")
    check = reverse("draft_check", args=[draft.public_id])
    assert "without a word of what it says" in text(nurse.get(check))
    press(nurse, check)

    draft.refresh_from_db()
    assert draft.lead == here["lead"]
    listed = text(nurse.get(reverse("organisation_referrals")))
    assert "Waiting for Oriel Vantongeren" in listed


def test_the_lead_reads_it_and_decides(here, now):
    draft = a_draft_in_the_tray(here["nurse"], at=now)
    lead = browser_of(here["lead"])

    assert "Elspeth Norrington" in text(lead.get(reverse("organisation_referrals")))
    assert "boathouse" in text(lead.get(reverse("draft", args=[draft.public_id])))
    decide = reverse("decide_draft", args=[draft.public_id])
    assert "Choose" in text(press(lead, decide)) or "Answer" in text(
        press(lead, decide)
    )
    press(lead, decide, outcome="ask", reasons="When did you see the burns?")

    shown = text(
        browser_of(here["nurse"]).get(reverse("draft", args=[draft.public_id]))
    )
    assert "When did you see the burns?" in shown


def test_what_the_lead_declined_can_be_sent_on_by_who_wrote_it(here, now):
    draft = a_draft_in_the_tray(here["nurse"], at=now)
    decide = reverse("decide_draft", args=[draft.public_id])
    press(
        browser_of(here["lead"]), decide, outcome="do_not_refer", reasons="An accident."
    )
    nurse = browser_of(here["nurse"])

    page = text(nurse.get(reverse("draft", args=[draft.public_id])))
    assert "An accident." in page
    press(
        nurse, reverse("escalate_draft", args=[draft.public_id]), reasons="Old burns."
    )

    draft.refresh_from_db()
    assert draft.stage == Stage.REFERRAL_RECEIVED


@pytest.mark.parametrize(
    "name",
    ["draft", "decide_draft", "send_draft_on", "draft_to_deputy", "add_to_draft"],
)
def test_a_draft_is_not_there_for_anybody_else(here, now, name):
    draft = a_draft_in_the_tray(here["nurse"], at=now)
    elsewhere = staff_of(here["partnership"], name="Quillshire Minds", at=now)
    address = reverse(name, args=[draft.public_id])

    for person in (
        here["coordinator"],
        here["police"],
        elsewhere["lead"],
        elsewhere["nurse"],
        a_person(Role.SAFEGUARDING_LEAD, at=now),
    ):
        assert browser_of(person).get(address).status_code == 404


def test_a_colleague_who_is_no_lead_sees_nothing_of_it(here, now):
    draft = a_nurses_draft(here["nurse"], at=now)
    for name in ("draft_tasks", "draft_check"):
        address = reverse(name, args=[draft.public_id])
        assert browser_of(here["deputy"]).get(address).status_code == 404


# The queue


def test_the_queue_shows_what_waits_and_nothing_of_a_draft(here, now):
    referral = a_referral(here["partnership"], safety__at_risk="yes", at=now)
    a_draft_in_the_tray(here["nurse"], at=now)
    arrived(an_email(body="I am worried."), here["partnership"], at=now)

    page = text(browser_of(here["coordinator"]).get(reverse("referrals")))

    assert referral.reference in page
    assert "A child is or may be at risk now" in page
    assert "Quillshire Hospitals" in page
    assert "1 email could not be placed" in page
    for word in ("Tobiah", "boathouse", "worried"):
        assert word not in page


def test_others_are_led_to_their_own_page_or_to_none(here):
    nurse = browser_of(here["nurse"]).get(reverse("referrals"))
    assert nurse.url == reverse("organisation_referrals")
    assert browser_of(here["police"]).get(reverse("referrals")).status_code == 404


def test_a_risk_in_an_unsent_form_is_read_and_confirmed(here, now):
    a_nurses_draft(
        here["nurse"],
        answers={
            "safety.at_risk": "yes",
            "safety.who": "Her baby brother.",
            "incident.what": "Not for the desk yet.",
        },
        at=now,
    )
    manager = browser_of(here["manager"])
    address = reverse("child_at_risk", args=[ChildAtRisk.objects.get().public_id])

    page = text(manager.get(address))
    assert "Her baby brother." in page
    assert "Not for the desk yet." not in page
    press(
        manager,
        address,
        answer="yes",
        told="The duty social worker.",
        **{
            "told_at-day": "9",
            "told_at-month": "3",
            "told_at-year": "2026",
            "told_at-time": "14:00",
        },
        outcome="The front door is there.",
    )

    assert ChildAtRisk.objects.get().confirmed_by == here["manager"].name


# One referral


def test_a_referral_shows_what_was_typed_beside_what_was_understood(here, now):
    referral = a_referral(
        here["partnership"],
        child__1__dob="14/5/10",
        child__1__address="3 Quay Lane",
        at=now,
    )

    page = text(
        browser_of(here["coordinator"]).get(
            reverse("referral", args=[referral.public_id])
        )
    )

    assert "14/5/10" in page
    assert "14 May 2010" in page
    assert "3 Quay Lane" in page
    assert "Ashgrove" not in page
    assert "neighbour@" not in page


def test_who_referred_is_shown_when_asked_and_that_is_recorded(here, now):
    referral = a_referral(here["partnership"], referrer__withhold="yes", at=now)
    coordinator = browser_of(here["coordinator"])

    assert (
        coordinator.get(reverse("referrer", args=[referral.public_id])).status_code
        == 302
    )
    page = text(coordinator.post(reverse("referrer", args=[referral.public_id])))

    assert "Wilhelmina Ashgrove" in page
    assert "the family is not told" in page
    assert Entry.objects.filter(what="show_referrer").count() == 1


STEPS = {
    "return_referral": {"words": "Which school?"},
    "add_to_referral": {"words": "He was seen again."},
    "withdraw_referral": {"reasons": "She is afraid."},
    "set_aside_referral": {"reasons": "An accident."},
    "open_case": {},
}


@pytest.mark.parametrize("name", STEPS)
def test_each_step_has_its_page_and_nobody_else_finds_it(here, now, name):
    referral = a_referral(here["partnership"], at=now)
    address = reverse(name, args=[referral.public_id])
    for person in (here["police"], here["nurse"], a_person(Role.MANAGER, at=now)):
        assert browser_of(person).get(address).status_code == 404

    assert press(browser_of(here["manager"]), address, **STEPS[name]).status_code == 302

    assert Entry.objects.filter(
        actor_id=str(here["manager"].pk), result="done"
    ).exists()


def test_opening_a_case_leads_to_the_declaration_first(here, now):
    referral = a_referral(here["partnership"], at=now)
    coordinator = browser_of(here["coordinator"])
    address = reverse("open_case", args=[referral.public_id])
    assert "by email with the reference alone" in text(coordinator.get(address))

    answer = press(coordinator, address)

    case = Case.objects.get()
    assert answer.url == reverse("declaration", args=[case.public_id])
    assert referrals_of_case(case) == [referral]


def test_the_case_shows_how_it_began_and_its_people_read_the_referral(here, now):
    referral = a_referral(here["partnership"], at=now)
    case = open_case(referral, by=here["coordinator"], at=now)
    declared(case, here["police"], at=now)
    police = browser_of(here["police"])

    assert "How it began" in text(police.get(reverse("case", args=[case.public_id])))
    page = text(police.get(reverse("referral", args=[referral.public_id])))

    assert "boathouse" in page
    assert "Show who referred" not in page
    other = browser_of(here["icb"]).get(reverse("referral", args=[referral.public_id]))
    assert other.status_code == 404


def test_a_new_secret_is_read_out_once(here, now):
    referral = a_referral(here["partnership"], at=now)
    coordinator = browser_of(here["coordinator"])
    address = reverse("new_referral_secret", args=[referral.public_id])

    assert not CODE.search(text(coordinator.get(address)))
    assert CODE.search(text(coordinator.post(address)))


def test_an_address_that_is_kept_from_somebody_needs_a_reason(here, now):
    referral = a_referral(
        here["partnership"],
        child__1__address="14 Gannet Row",
        child__1__address_withheld="yes",
        at=now,
    )
    coordinator = browser_of(here["coordinator"])
    page = text(coordinator.get(reverse("referral", args=[referral.public_id])))
    assert "Gannet" not in page

    address = reverse("withheld_address", args=[referral.public_id])
    assert "Gannet" in text(press(coordinator, address, reason="A welfare visit."))


def test_what_is_typed_in_goes_the_same_way(here):
    coordinator = browser_of(here["coordinator"])
    form = SimpleUploadedFile("form.docx", a_filled_form(here["partnership"]))
    begun = coordinator.post(
        reverse("type_in_referral"), {"channel": "word_form", "file": form}
    )
    draft = Referral.objects.get()
    assert begun.url == reverse("typed_tasks", args=[draft.public_id])
    check = reverse("typed_check", args=[draft.public_id])
    stated = {
        "stated_at-day": "9",
        "stated_at-month": "3",
        "stated_at-year": "2026",
        "stated_at-time": "14:00",
    }

    assert "boathouse" in text(coordinator.get(check))
    press(coordinator, check, **stated)

    draft.refresh_from_db()
    assert str(draft.stated_on) == "2026-03-09"
    assert [d.name for d in documents_of(draft)] == ["form.docx"]


# Files and emails


def test_what_came_with_a_referral_opens_for_the_business_unit_alone(here, now):
    from heed.referrals.actions import add_paper, refer
    from tests.referrals.factories import a_draft

    draft = a_draft(here["partnership"], at=now)
    from heed.audit.actors import AnonymousReferrer

    by = AnonymousReferrer(str(draft.pk))
    add_paper(draft, file=SimpleUploadedFile("n.txt", b"Words."), by=by, at=now)
    referral = refer(draft, by=by, at=now)
    (paper,) = documents_of(referral)
    address = reverse("document", args=[paper.public_id])

    opened = browser_of(here["coordinator"]).get(address)
    assert opened.content == b"Words."
    assert "attachment" in opened["Content-Disposition"]
    assert Entry.objects.filter(what="open_document").count() == 1
    for person in (here["police"], here["nurse"], a_person(Role.MANAGER, at=now)):
        assert browser_of(person).get(address).status_code == 404
    case = open_case(referral, by=here["manager"], at=now)
    declared(case, here["police"], here["manager"], at=now)
    police = browser_of(here["police"])
    assert police.get(address).status_code == 404
    page = text(police.get(reverse("referral", args=[referral.public_id])))
    words = reverse("referral_paper", args=[referral.public_id, paper.public_id])
    assert address not in page
    assert words in page
    assert "Words." in text(police.get(words))
    assert browser_of(here["manager"]).get(address).status_code == 200


def test_an_email_that_waits_is_shown_and_dealt_with(here, now):
    email = arrived(an_email(body="I am worried."), here["partnership"], at=now)
    coordinator = browser_of(here["coordinator"])
    address = reverse("email", args=[email.public_id])

    page = text(coordinator.get(address))
    assert "I am worried." in page
    assert "It brings no referral form" in page
    assert "Make it a referral" in page
    press(coordinator, address, answer="Called her back.")

    email.refresh_from_db()
    assert email.state == IncomingState.ANSWERED
    assert "Called her back." in text(coordinator.get(address))


def test_an_email_is_made_a_referral_on_its_page(here, now):
    papers = [
        ("one.docx", a_filled_form(answers=ABOUT_PIPIT)),
        ("two.docx", a_filled_form(answers=ABOUT_PIPIT | {"child.1.given": "Junia"})),
    ]
    email = arrived(an_email(*papers), here["partnership"], at=now)
    coordinator = browser_of(here["coordinator"])
    two = documents_of(email, purpose="attachment")[1]

    address = reverse("refer_email", args=[email.public_id])
    page = coordinator.get(address).content.decode()
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    twice = [
        coordinator.post(address, sent | {"paper": two.public_id}) for _ in range(2)
    ]

    referral = Referral.objects.get()
    assert {answer.url for answer in twice} == {
        reverse("referral", args=[referral.public_id])
    }
    assert referral.reading["children"][0]["given"] == "Junia"
    shown = reverse("referral_email", args=[referral.public_id, email.public_id])
    assert "one.docx" in text(coordinator.get(shown))
    assert coordinator.get(reverse("email", args=[email.public_id])).status_code == 404
    again = reverse("refer_email_again", args=[referral.public_id, email.public_id])
    one = documents_of(email, purpose="attachment")[0]
    press(coordinator, again, paper=one.public_id)
    assert Referral.objects.count() == 2


def test_an_email_is_put_with_a_reference_on_its_page(here, now):
    referral = a_referral(here["partnership"], at=now)
    email = arrived(an_email(body="Again."), here["partnership"], at=now)
    coordinator = browser_of(here["coordinator"])
    address = reverse("join_email", args=[email.public_id])

    assert "no referral with this reference" in text(
        press(coordinator, address, reference="Q-26-777")
    )
    press(coordinator, address, reference=referral.reference.lower())

    assert AddedInformation.objects.get().referral == referral


def test_emails_are_not_there_for_anybody_else(here, now):
    email = arrived(an_emailed_form(here["partnership"]), here["partnership"], at=now)
    waiting = arrived(an_email(body="x"), here["partnership"], at=now)
    referral = Referral.objects.get()
    addresses = [
        reverse("emails"),
        reverse("email", args=[waiting.public_id]),
        reverse("refer_email", args=[waiting.public_id]),
        reverse("referral_email", args=[referral.public_id, email.public_id]),
    ]
    stranger = browser_of(a_person(Role.MANAGER, at=now))

    for person in (here["police"], here["nurse"], here["lead"]):
        found = [browser_of(person).get(a).status_code for a in addresses]
        assert found == [404] * 4
    assert [stranger.get(a).status_code for a in addresses[1:]] == [404] * 3
    assert IncomingEmail.objects.count() == 2


def test_nobody_without_an_account_gets_further_than_the_open_form(here, now):
    referral = a_referral(here["partnership"], at=now)
    return_for_information(referral, reasons="?", by=here["manager"], at=now)
    for name in ("referral", "open_case", "referrer", "add_to_referral"):
        answer = Client().get(reverse(name, args=[referral.public_id]))
        assert "/account/login" in answer.url
