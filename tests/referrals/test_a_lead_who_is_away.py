"""While a safeguarding lead is away drafts go to who steps in, and wait for nobody."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.audit.models import Entry
from heed.correspondence.models import OutgoingEmail
from heed.partnership.actions import say_away
from heed.partnership.refusals import Refused
from heed.referrals.actions import draft_for_lead, offer_waiting_drafts
from heed.referrals.models import Referral
from heed.referrals.queries import directory_of_leads, drafts_the_business_unit_sees
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import HEED, a_partnership, signed_in
from tests.referrals.factories import a_draft_in_the_tray, a_nurses_draft, staff_of
from tests.walked import about_now, walked_once

pytestmark = pytest.mark.django_db
BACK = date(2026, 3, 23)
HOUR = timedelta(hours=1)


@walked_once
def a_trust(*, deputy=True, at=NOON):
    partnership = a_partnership(at=at)
    return staff_of(partnership, deputy=deputy, at=at) | the_people(partnership, at=at)


def role_of(person):
    return person.roles.get(role=Role.SAFEGUARDING_LEAD)


def goes_away(person, *, back_on=BACK, by=None, at=NOON):
    say_away(role_of(person), back_on=back_on, by=by or person, at=at)


def fresh(draft):
    return Referral.objects.get(pk=draft.pk)


def test_a_draft_goes_to_the_deputy_at_once():
    here = a_trust()
    goes_away(here["lead"])

    draft = a_draft_in_the_tray(here["nurse"])
    assert (draft.lead, draft.to_deputy_at) == (here["deputy"], NOON)
    (seen,) = drafts_the_business_unit_sees(here["coordinator"], at=NOON)
    assert seen.offered_to_deputy  # after them it comes to the business unit
    offer_waiting_drafts(by=HEED, at=NOON + timedelta(days=5))
    assert fresh(draft).stage == Stage.REFERRAL_RECEIVED


def test_it_goes_to_the_lead_again_on_the_day_they_are_back():
    here = a_trust()
    goes_away(here["lead"], back_on=date(2026, 3, 12))
    draft = a_nurses_draft(here["nurse"])

    sent = draft_for_lead(draft, by=here["nurse"], at=NOON + timedelta(days=1))
    assert sent.lead == here["lead"]


def test_what_waits_already_is_passed_on():
    here = a_trust()
    draft = a_draft_in_the_tray(here["nurse"])
    goes_away(here["lead"], at=NOON + HOUR)

    offer_waiting_drafts(by=HEED, at=NOON + HOUR)
    assert fresh(draft).lead == here["deputy"]
    told = OutgoingEmail.objects.get(letter="draft_passed_on")
    assert told.to_address == here["nurse"].email
    offer_waiting_drafts(by=HEED, at=NOON + HOUR)  # and waits there, as it should
    assert fresh(draft).stage == Stage.CONCERN


@pytest.mark.parametrize("deputy", [True, False])
def test_where_nobody_is_there_the_business_unit_has_it(deputy):
    here = a_trust(deputy=deputy)
    waiting = a_draft_in_the_tray(here["nurse"])
    for each in ("lead", "deputy")[: 1 + deputy]:
        goes_away(here[each])

    assert a_draft_in_the_tray(here["nurse"]).stage == Stage.REFERRAL_RECEIVED
    offer_waiting_drafts(by=HEED, at=NOON + HOUR)
    assert fresh(waiting).stage == Stage.REFERRAL_RECEIVED


def test_the_lead_or_the_manager_says_so_and_it_is_on_the_record():
    here = a_trust()
    goes_away(here["lead"], by=here["manager"])
    assert Entry.objects.filter(what="say_away", result="done").count() == 1

    for who in ("nurse", "coordinator", "deputy"):
        with pytest.raises(Refused, match="Only"):
            goes_away(here["lead"], by=here[who])
    with pytest.raises(Refused, match="a day to come"):
        goes_away(here["lead"], back_on=NOON.date())
    held = here["manager"].roles.get()
    with pytest.raises(Refused, match="safeguarding lead"):
        say_away(held, back_on=BACK, by=here["manager"], at=NOON)
    goes_away(here["lead"], back_on=None)
    assert role_of(here["lead"]).back_on is None


def test_the_page_says_it_and_the_directory_shows_it():
    now = about_now()
    here = a_trust(at=now)
    lead = signed_in(Client(), here["lead"])
    where = reverse("away", args=[role_of(here["lead"]).public_id])
    assert where in lead.get(reverse("account")).content.decode()
    day = clock.london_date(now) + timedelta(days=9)
    typed = {"back_on-day": day.day, "back_on-month": day.month}

    done = lead.post(where, typed | {"back_on-year": day.year})

    assert done.url == reverse("account")
    assert role_of(here["lead"]).back_on == day
    assert "You are away, and back on" in lead.get(done.url).content.decode()
    (one,) = [
        one
        for one in directory_of_leads(here["lead"].partnership, at=now)
        if one.organisation == here["organisation"]
    ]
    assert one.leads[0].back_on == day
    unit = signed_in(Client(), here["coordinator"])
    assert "away, back on" in unit.get(reverse("leads")).content.decode()
    assert signed_in(Client(), here["nurse"]).get(where).status_code == 404


@pytest.mark.parametrize(
    ("deputy", "words"),
    [
        (True, "2 drafts that wait go to Hesper Quillfeather, who then decides."),
        (False, "2 drafts that wait become referrals"),
    ],
)
def test_the_page_says_what_becomes_of_what_waits_and_that_it_stays_so(deputy, words):
    now = about_now()
    here = a_trust(deputy=deputy, at=now)
    lead = signed_in(Client(), here["lead"])
    where = reverse("away", args=[role_of(here["lead"]).public_id])
    assert "No draft waits" in lead.get(where).content.decode()
    for _ in range(2):
        a_draft_in_the_tray(here["nurse"], at=now)

    page = lead.get(where).content.decode()

    assert words in page
    assert "cannot be undone" in page
    assert "sends nothing" not in page
