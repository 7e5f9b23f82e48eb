"""Who referred reads their own words; what was made of them since is for the desk."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.audit.models import Entry
from heed.cases.actions import exclude_person, grant_access
from heed.cases.models import Child, FamilyMember, ProtectedAddress
from heed.correspondence.models import OutgoingEmail
from heed.documents.actions import open_document
from heed.documents.models import Document
from heed.publications.register import register_of_case
from heed.referrals.actions import (
    add_information,
    decide_as_lead,
    escalate_refusal,
    join_email,
    join_to_case,
    join_to_referral,
    open_case,
    receiving,
    set_aside,
)
from heed.referrals.letters import address_of_referrer
from heed.referrals.models import Referral
from heed.referrals.queries import possible_matches
from heed.rulebook.language import Role
from heed.rulebook.outcomes import LeadDecision
from tests.cases.factories import declared, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import (
    a_draft_in_the_tray,
    a_referral,
    an_email,
    an_emailed_form,
    arrived,
    staff_of,
)
from tests.walked import about_now
from tests.walls.addresses import every_address

pytestmark = pytest.mark.django_db


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


def referred_by_the_hospital(here, at) -> Referral:
    draft = a_draft_in_the_tray(here["nurse"], at=at)
    decide_as_lead(
        draft, outcome=LeadDecision.REFER, reasons="Old burns.", by=here["lead"], at=at
    )
    draft.refresh_from_db()
    return draft


def of_a_referral_at_the_desk():
    return [
        address
        for address in every_address()
        if address.route.startswith("referrals/{}")
    ]


@pytest.mark.parametrize("who", ["nurse", "lead"])
def test_no_page_of_the_desk_opens_to_who_referred(here, now, who):
    referral = referred_by_the_hospital(here, now)
    open_case(referral, by=here["coordinator"], at=now)
    browser = browser_of(here[who])

    assert len(of_a_referral_at_the_desk()) > 15
    for address in of_a_referral_at_the_desk():
        path = address.at(referral.public_id, *["none"] * (len(address.parameters) - 1))
        assert browser.get(path).status_code == 404, path
        assert browser.post(path).status_code == 404, path


@pytest.mark.parametrize("who", ["nurse", "lead"])
def test_who_referred_reads_nothing_of_what_others_wrote_or_sent_since(here, now, who):
    referral = referred_by_the_hospital(here, now)
    intelligence = SimpleUploadedFile("intelligence.txt", b"About the stepfather.")
    add_information(
        referral,
        words="What the police know.",
        files=[intelligence],
        by=here["coordinator"],
        at=now,
    )
    set_aside(referral, reasons="A known hoaxer.", by=here["manager"], at=now)
    browser = browser_of(here[who])
    added = Document.objects.get(owner_id=referral.pk, purpose="added")

    page = text(browser.get(reverse("draft", args=[referral.public_id])))

    assert "boathouse" in page
    assert "hoaxer" not in page
    assert "What the police know." not in page
    of_file = reverse("document", args=[added.public_id])
    assert browser.get(of_file).status_code == 404
    assert browser_of(here["coordinator"]).get(of_file).status_code == 200


# Whom a conflict of interest keeps from the case


def sent_and_opened(here, at):
    referral = referred_by_the_hospital(here, at)
    case = open_case(referral, by=here["coordinator"], at=at)
    referral.refresh_from_db()
    return referral, case


def keep_out(case, person, *, here, at):
    exclude_person(
        case, person=person, reason="Her brother.", by=here["manager"], at=at
    )


@pytest.mark.parametrize("who", ["nurse", "lead"])
def test_who_is_excluded_finds_nothing_of_what_they_referred(here, now, who):
    referral, case = sent_and_opened(here, now)
    browser = browser_of(here[who])
    draft = reverse("draft", args=[referral.public_id])
    assert browser.get(draft).status_code == 200

    keep_out(case, here[who], here=here, at=now)

    assert browser.get(draft).status_code == 404
    listed = text(browser.get(reverse("organisation_referrals")))
    assert referral.reference not in listed
    assert referral.public_id not in listed


@pytest.mark.parametrize("who", ["police", "manager"])
def test_the_history_of_a_case_names_who_drafted_to_the_business_unit_alone(
    here, now, who
):
    draft = a_draft_in_the_tray(here["nurse"], at=now)
    no = {"outcome": LeadDecision.DO_NOT_REFER, "reasons": "She is new to this."}
    decide_as_lead(draft, **no, by=here["lead"], at=now)
    escalate_refusal(draft, reasons="He is wrong.", by=here["nurse"], at=now)
    case = open_case(draft, by=here["manager"], at=now)
    declared(case, here["manager"], here["police"], at=now)
    names = (here["nurse"].name, here["lead"].name, "She is new", "He is wrong")

    page = text(
        browser_of(here[who]).get(reverse("case_history", args=[case.public_id]))
    )

    assert here["manager"].name in page
    assert [name in page for name in names] == [who == "manager"] * 4
    if who == "police":
        assert "– Practitioner" in page
        assert "– Safeguarding lead" in page


def test_who_is_excluded_is_not_written_to(here, now):
    referral, case = sent_and_opened(here, now)
    keep_out(case, here["coordinator"], here=here, at=now)
    keep_out(case, here["nurse"], here=here, at=now)
    by = AnonymousReferrer(str(referral.pk))

    add_information(referral, words="More.", by=by, at=now)

    written = OutgoingEmail.objects.filter(letter="information_added")
    assert [email.to_address for email in written] == [here["manager"].email]
    assert address_of_referrer(referral) == ""


def test_who_is_excluded_is_not_counted_a_case_to(here, now):
    first = a_referral(here["partnership"], at=now)
    case = open_case(first, by=here["manager"], at=now)
    again = a_referral(here["partnership"], at=now)
    assert possible_matches(again, here["coordinator"], at=now).count == 1

    keep_out(case, here["coordinator"], here=here, at=now)

    assert possible_matches(again, here["coordinator"], at=now).count == 0
    assert possible_matches(again, here["manager"], at=now).count == 1


# An address that must be kept from somebody

WITHHELD = {
    "child__1__address": "17 Nightjar Close",
    "child__1__address_withheld": "yes",
    "adult__1__address": "2 Wherry Row",
}


def kept_of(case):
    return {
        (kept.address, kept.of_child_id, kept.of_member_id)
        for kept in ProtectedAddress.objects.filter(case=case)
    }


def test_an_address_withheld_in_a_referral_that_is_joined_is_protected(here, now):
    case = open_case(
        a_referral(here["partnership"], at=now), by=here["manager"], at=now
    )
    second = a_referral(here["partnership"], at=now, **WITHHELD)

    join_to_case(second, case, reasons="One boy.", by=here["manager"], at=now)

    child, mother = Child.objects.get(case=case), FamilyMember.objects.get(case=case)
    assert kept_of(case) == {
        ("17 Nightjar Close", child.pk, None),
        ("2 Wherry Row", None, mother.pk),
    }
    assert "nightjar close" in str(register_of_case(case).entries).casefold()


def test_what_was_given_openly_before_is_taken_out_of_view(here, now):
    openly = {name: WITHHELD[name] for name in WITHHELD if "withheld" not in name}
    first = a_referral(here["partnership"], at=now, **openly)
    case = open_case(first, by=here["manager"], at=now)
    second = a_referral(here["partnership"], at=now, **WITHHELD)

    join_to_case(second, case, reasons="One boy.", by=here["manager"], at=now)

    child, mother = Child.objects.get(case=case), FamilyMember.objects.get(case=case)
    assert child.address is None
    assert mother.contact is None
    assert mother.must_not_be_told_address
    assert kept_of(case) == {
        ("17 Nightjar Close", child.pk, None),
        ("2 Wherry Row", None, mother.pk),
    }


def test_one_joined_before_there_is_a_case_brings_its_address_into_it(here, now):
    first = a_referral(here["partnership"], at=now)
    second = a_referral(here["partnership"], at=now, **WITHHELD)
    join_to_referral(second, first, reasons="One boy.", by=here["manager"], at=now)

    case = open_case(first, by=here["manager"], at=now)

    child = Child.objects.get(case=case)
    assert ("17 Nightjar Close", child.pk, None) in kept_of(case)


def test_the_way_to_the_address_stays_on_the_referral(here, now):
    second = a_referral(here["partnership"], at=now, **WITHHELD)
    case = open_case(second, by=here["manager"], at=now)
    declared(case, here["manager"], at=now)
    page = browser_of(here["manager"]).get(reverse("referral", args=[second.public_id]))
    assert reverse("withheld_address", args=[second.public_id]) in text(page)


# The record of a reading


def test_why_somebody_read_a_withheld_address_is_kept_for_the_unit(here, now):
    referral = a_referral(here["partnership"], at=now, **WITHHELD)
    case = open_case(referral, by=here["manager"], at=now)
    declared(case, here["manager"], here["police"], at=now)
    manager = browser_of(here["manager"])
    manager.post(
        reverse("withheld_address", args=[referral.public_id]),
        {"reason": "A welfare visit."},
    )

    pages = [
        reverse("referral", args=[referral.public_id]),
        reverse("case_history", args=[case.public_id]),
    ]
    for page in pages:
        assert "A welfare visit." in text(manager.get(page))
        assert "A welfare visit." not in text(browser_of(here["police"]).get(page))


def test_opening_a_file_of_a_referral_or_an_email_stands_in_the_record_of_the_case(
    here, now
):
    email = arrived(an_emailed_form(here["partnership"]), here["partnership"], at=now)
    referral = Referral.objects.get(email=email)
    case = open_case(referral, by=here["manager"], at=now)
    declared(case, here["manager"], at=now)
    add_information(
        referral,
        words="",
        files=[SimpleUploadedFile("more.txt", b"More.")],
        by=here["manager"],
        at=now,
    )
    files = Document.objects.filter(owner_id__in=[referral.pk, email.pk])

    for document in files:
        list(open_document(document, by=here["manager"], at=now))

    entries = Entry.objects.filter(what="open_document")
    assert {str(entry.case_id) for entry in entries} == {str(case.pk)}
    assert entries.count() == files.count() == 3


def test_the_title_of_the_page_of_an_email_holds_none_of_its_words(here, now):
    raw = an_email(subject="Tobiah Marchwinter", body="I am worried.")
    email = arrived(raw, here["partnership"], at=now)
    address = reverse("email", args=[email.public_id])

    page = text(browser_of(here["manager"]).get(address))

    assert "Tobiah" in page
    assert "Tobiah" not in re.search("<title>(.*?)</title>", page)[1]


# Names on a referral of a case

SAID = {
    "incident__what": "Tobiah was found hurt at 17 Nightjar Close.",
    "child__1__address": "17 Nightjar Close",
}
WHO_AND_WHERE = ("Tobiah", "Marchwinter", "14 May 2010", "Nightjar")
NO_NAMES_FOR = [
    Role.RAPID_REVIEW_MEMBER,
    Role.SCRUTINEER,
    Role.LOCAL_AUTHORITY_NOTIFIER,
    Role.DESIGNATED_PROFESSIONAL,
]


def on_the_list(case, role, *, here, at):
    person = a_person(role, partnership=here["partnership"], at=at)
    seat = person.roles.get().seat or ""
    grant_access(case, person=person, role=role, seat=seat, by=here["manager"], at=at)
    declared(case, person, at=at)
    return person


def a_case_of_a_referral(here, at):
    referral = a_referral(here["partnership"], at=at, **SAID)
    case = open_case(referral, by=here["manager"], at=at)
    declared(case, here["manager"], here["police"], at=at)
    add_information(referral, words="Tobiah has moved.", by=here["manager"], at=at)
    return referral, case


def reading(what):
    return Entry.objects.filter(what=what).count()


@pytest.mark.parametrize("role", NO_NAMES_FOR)
def test_some_read_what_happened_and_never_who_and_where(here, now, role):
    referral, case = a_case_of_a_referral(here, now)
    browser = browser_of(on_the_list(case, role, here=here, at=now))
    address = reverse("referral", args=[referral.public_id])

    browser.post(address)  # as if names could be turned on
    page = text(browser.get(address))

    assert "was found hurt at" in page
    assert "has moved" in page
    assert [word for word in WHO_AND_WHERE if word in page] == []
    assert reading("read_referral") == 1


def test_names_are_off_until_they_are_turned_on_and_both_readings_are_recorded(
    here, now
):
    referral, case = a_case_of_a_referral(here, now)
    police, address = (
        browser_of(here["police"]),
        reverse("referral", args=[referral.public_id]),
    )

    off = text(police.get(address))
    assert [word for word in WHO_AND_WHERE if word in off] == []
    assert reading("read_identities") == 0
    police.post(address)
    on = text(police.get(address))

    assert [word for word in WHO_AND_WHERE if word not in on] == []
    entries = Entry.objects.filter(what="read_identities", actor_id=here["police"].pk)
    assert {str(entry.case_id) for entry in entries} == {str(case.pk)}
    assert entries.count() == 2  # turned on, and read
    assert reading("read_referral") == 2


def test_without_its_entry_on_the_record_a_referral_is_not_shown(
    here, now, monkeypatch
):
    referral = a_referral(here["partnership"], at=now)
    address = reverse("referral", args=[referral.public_id])
    manager = browser_of(here["manager"])
    manager.get(address)
    entry = Entry.objects.get(what="read_referral")
    assert entry.subject_id == str(referral.pk)

    monkeypatch.setattr(receiving, "record", lambda **more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        manager.get(address)


def test_an_address_that_another_referral_of_the_case_withholds_is_shown_on_none(
    here, now
):
    referral, case = a_case_of_a_referral(here, now)
    second = a_referral(here["partnership"], at=now, **WITHHELD)
    join_to_case(second, case, reasons="One boy.", by=here["manager"], at=now)
    manager = browser_of(here["manager"])
    address = reverse("referral", args=[referral.public_id])

    manager.post(address)

    page = text(manager.get(address))
    assert "Kept apart" in page
    assert "<bdi>17 Nightjar Close" not in page


def test_what_came_by_email_is_marked_by_how_far_its_sender_is_proven(here, now):
    referral = a_referral(here["partnership"], at=now)
    email = arrived(an_email(body="It was an accident."), here["partnership"], at=now)
    join_email(email, referral=referral, by=here["manager"], at=now)

    page = text(
        browser_of(here["manager"]).get(reverse("referral", args=[referral.public_id]))
    )

    assert "By email. Sender not proven: not checked." in page
