"""A professional without an account hears why their referral was set aside through a
safeguarding lead whom the business unit chooses."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import exclude_person
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.partnership.models import RoleHeld
from heed.referrals.actions import (
    look_again,
    open_case,
    set_aside,
    step_back,
)
from heed.referrals.models import Channel, Referral, Referrer, SetAside
from heed.referrals.queries import leads_to_tell
from heed.rulebook.language import Role
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_nurses_draft,
    a_referral,
    an_emailed_form,
    arrived,
    staff_of,
)
from tests.walked import about_now, walked_once

pytestmark = pytest.mark.django_db
WHY = "Two accounts agree, and the ward has none of the doubts."
TOLD = "Please thank Wilhelmina Ashgrove. Two accounts of the accident agree."
OF_THE_WARD = {"referrer.capacity": "staff", "referrer.role": "Ward sister"}


@walked_once
def an_emailed_referral(at=NOON):
    partnership = a_partnership(at=at, reference_prefix="Q")
    people, staff = the_people(partnership, at=at), staff_of(partnership, at=at)
    raw = an_emailed_form(partnership, answers=ABOUT_PIPIT | OF_THE_WARD, at=at)
    arrived(raw, partnership, at=at)
    return Referral.objects.get(), people, staff


def of_the_lead(staff):
    return str(staff["lead"].roles.get(role=Role.SAFEGUARDING_LEAD).pk)


def told_through(referral, people, staff, *, at=NOON):
    how = {"reasons": WHY, "for_lead": TOLD, "by": people["manager"], "at": at}
    set_aside(referral, lead=of_the_lead(staff), **how)
    return SetAside.objects.get()


def page_of(told):
    return reverse("reasons_for_lead", args=[told.public_id])


def test_the_chosen_lead_is_written_to_without_a_word_and_reads_it_recorded():
    referral, people, staff = an_emailed_referral(at=(now := about_now()))
    told = told_through(referral, people, staff, at=now)

    sent = OutgoingEmail.objects.get(letter="reasons_for_lead")
    assert sent.to_address == staff["lead"].email
    assert "accident" not in str(sent.fields)
    assert page_of(told) in sent.fields["link"]
    browser = signed_in(Client(), staff["lead"])
    page = browser.get(page_of(told)).content.decode()
    assert TOLD in page
    assert WHY not in page
    assert "Tobiah" not in page
    assert Entry.objects.get(what="read_reasons_for_lead").subject_id == str(told.pk)
    listed = browser.get(reverse("organisation_referrals")).content.decode()
    assert page_of(told) in listed


def test_who_steps_in_reads_it_and_nobody_else_does():
    referral, people, staff = an_emailed_referral(at=(now := about_now()))
    told = told_through(referral, people, staff, at=now)
    others = staff_of(referral.partnership, name="Quillshire Schools", at=now)

    assert status(staff["deputy"], told) == 200
    for person in (staff["nurse"], others["lead"], people["manager"], people["police"]):
        assert status(person, told) in {403, 404}, person.name
    nobody = Client().get(page_of(told))
    assert nobody.status_code == 302
    elsewhere = a_partnership("Brackenholt", at=now, reference_prefix="B")
    stranger = staff_of(elsewhere, at=now)["lead"]
    assert status(stranger, told) == 404


def status(person, told):
    return signed_in(Client(), person).get(page_of(told)).status_code


def test_a_conflict_of_interest_closes_it_and_no_such_lead_is_offered():
    referral, people, staff = an_emailed_referral(at=(now := about_now()))
    both = a_person(
        Role.COORDINATOR, partnership=referral.partnership, name="Two Hats", at=now
    )
    role = staff["lead"].roles.get(role=Role.SAFEGUARDING_LEAD)
    RoleHeld.objects.filter(pk=role.pk).update(person=both)
    offered = leads_to_tell(referral, on=now.date())
    assert both in [held.person for held in offered]
    told = told_through(referral, people, {"lead": both}, at=now)
    look_again(referral, reasons="More.", by=people["coordinator"], at=now)
    step_back(referral, details="My niece.", by=both, at=now)

    assert not SetAside.objects.told_to(both, at=now).exists()
    assert status(both, told) == 404
    offered = leads_to_tell(referral, on=now.date())
    assert both not in [held.person for held in offered]


def test_an_exclusion_from_the_case_that_was_opened_after_all_closes_it():
    referral, people, staff = an_emailed_referral()
    told_through(referral, people, staff)
    case = open_case(referral, by=people["manager"], at=NOON)
    seen = SetAside.objects.told_to(staff["lead"], at=NOON)
    assert seen.exists()

    out = {"reason": "Kin.", "by": people["manager"], "at": NOON}
    exclude_person(case, person=staff["lead"], **out)

    assert not seen.all().exists()


def test_looked_at_again_the_words_are_shown_no_longer():
    referral, people, staff = an_emailed_referral(at=(now := about_now()))
    told = told_through(referral, people, staff, at=now)
    look_again(referral, reasons="More.", by=people["coordinator"], at=now)

    browser = signed_in(Client(), staff["lead"])
    page = browser.get(page_of(told)).content.decode()
    assert TOLD not in page
    assert "looked at again" in page
    listed = browser.get(reverse("organisation_referrals")).content.decode()
    assert page_of(told) not in listed


@pytest.mark.parametrize("lead", ["theirs", "nobody's"])
def test_a_member_of_the_public_is_told_through_no_lead(lead):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people, staff = the_people(partnership), staff_of(partnership)
    referral = a_referral(partnership)
    assert leads_to_tell(referral, on=NOON.date()) == []

    chosen = of_the_lead(staff) if lead == "theirs" else "0"
    how = {"reasons": WHY, "for_lead": TOLD, "by": people["manager"], "at": NOON}
    with pytest.raises(Refused, match="Choose another lead"):
        set_aside(referral, lead=chosen, **how)
    assert not OutgoingEmail.objects.filter(letter="reasons_for_lead").exists()


@pytest.mark.parametrize(
    ("said", "channel", "offered"),
    [
        ({"capacity": "public"}, Channel.PORTAL, False),
        ({"capacity": "public", "organisation": "None"}, Channel.EMAIL, False),
        ({"capacity": "coroner"}, Channel.POST, False),
        ({"capacity": ""}, Channel.PORTAL, False),
        ({"capacity": "other"}, Channel.TELEPHONE, False),
        ({}, Channel.EMAIL, False),
        ({"capacity": "staff"}, Channel.PORTAL, True),
        ({"capacity": "safeguarding_lead"}, Channel.WORD_FORM, True),
        ({"organisation": "Some ward"}, Channel.EMAIL, True),
        ({}, Channel.NOTIFICATION_COPY, True),
    ],
)
def test_where_nothing_is_coded_the_referral_says_whether_there_is_a_lead(
    said, channel, offered
):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    staff_of(partnership)
    referral = a_referral(partnership)
    kept = Referrer.objects.get(referral=referral)
    kept.identity = said
    kept.save(update_fields=["identity"])
    referral.agency_kind, referral.channel = "", channel  # as it was before the codes

    assert bool(leads_to_tell(referral, on=NOON.date())) is offered


def test_a_lead_who_is_chosen_is_told_something():
    referral, people, staff = an_emailed_referral()
    how = {"reasons": WHY, "for_lead": " ", "by": people["manager"], "at": NOON}
    with pytest.raises(Refused, match="Write what"):
        set_aside(referral, lead=of_the_lead(staff), **how)


def test_the_agency_that_referred_comes_first_and_who_is_away_tells_nobody():
    referral, _, staff = an_emailed_referral()
    others = staff_of(referral.partnership, name="Aldercote School")
    referral.agency = staff["organisation"]
    offered = leads_to_tell(referral, on=NOON.date())
    names = [held.organisation.name for held in offered]
    assert names == ["Quillshire Hospitals"] * 2 + ["Aldercote School"] * 2
    assert offered[0].person == staff["lead"]

    away = others["lead"].roles.get(role=Role.SAFEGUARDING_LEAD)
    away.back_on = NOON.date() + timedelta(days=3)
    away.save(update_fields=["back_on"])
    offered = leads_to_tell(referral, on=NOON.date())
    assert others["lead"] not in [held.person for held in offered]


def test_what_was_drafted_with_an_account_is_told_on_its_own_page():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    draft = a_nurses_draft(staff_of(partnership)["nurse"])
    assert leads_to_tell(draft, on=NOON.date()) == []


def test_the_page_asks_for_both_or_neither_and_keeps_what_was_typed():
    referral, people, staff = an_emailed_referral(at=about_now())
    browser = signed_in(Client(), people["manager"])
    where = reverse("set_aside_referral", args=[referral.public_id])
    said = {"reasons": WHY, "for_lead": TOLD}

    page = browser.post(where, said)
    assert "Choose the safeguarding lead" in page.content.decode()
    assert TOLD in page.content.decode()

    sent = browser.post(where, said | {"lead": of_the_lead(staff)})
    assert sent.status_code == 302
    assert SetAside.objects.get().told == staff["organisation"]
