"""Somebody makes sure of each mail domain of an agency, in another way than by email; a
lead whose address lies outside is marked, and who chooses them is warned."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.partnership.actions import amend_organisation, verify_domain
from heed.partnership.models import VerifiedDomain
from heed.partnership.refusals import Refused
from heed.partnership.verified import Domain, lies_outside
from heed.rapid_reviews.forms import AskForm
from heed.referrals.queries import (
    directory_of_leads,
    leads_to_tell,
    outside_their_domains,
)
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral, staff_of
from tests.walked import about_now, walked_once

pytestmark = pytest.mark.django_db
THEIRS, OTHER = "hospitals.quillshire.example", "quillshire-hospital.example"


@walked_once
def a_directory(at=NOON):
    partnership = a_partnership(at=at, reference_prefix="Q")
    people, staff = the_people(partnership, at=at), staff_of(partnership, at=at)
    lines = {"mail_domains": [THEIRS, OTHER]}
    by = {"by": people["coordinator"], "at": at}
    amend_organisation(staff["organisation"], lines=lines, domains_confirmed=True, **by)
    for name in ("lead", "deputy"):
        staff[name].email = f"{name}@{THEIRS}"
        staff[name].save(update_fields=["email"])
    return partnership, people, staff


def listed(partnership, staff, *, at=NOON):
    every = directory_of_leads(partnership, at=at)
    return next(one for one in every if one.organisation == staff["organisation"])


def test_who_verified_a_domain_when_and_how_stands_in_the_directory():
    _, people, staff = a_directory(at=(now := about_now()))
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("organisation_domains", args=[staff["organisation"].public_id])
    before = browser.get(reverse("leads")).content.decode()

    assert browser.post(where, {"domain": THEIRS, "how": "rang"}).status_code == 302

    kept = VerifiedDomain.objects.get()
    assert (kept.domain, kept.verified_by) == (THEIRS, people["coordinator"])
    assert kept.verified_at >= now
    page = browser.get(reverse("leads")).content.decode()
    assert f"{people['coordinator'].name}" in page
    assert "I rang them on a number" in page
    assert before.count("Not verified") - page.count("Not verified") == 1


def test_the_later_word_on_a_domain_counts_and_the_earlier_stays():
    partnership, people, staff = a_directory()
    how = {"domain": OTHER, "by": people["manager"]}
    verify_domain(staff["organisation"], how="listed", at=NOON, **how)
    later = NOON + timedelta(days=1)
    verify_domain(staff["organisation"], how="not_theirs", at=later, **how)

    (theirs, other) = listed(partnership, staff).domains
    assert (theirs.is_verified, other.is_verified) == (False, False)
    assert other.is_not_theirs
    assert VerifiedDomain.objects.count() == 2


def test_one_that_is_not_theirs_is_confirmed_anew_before_anybody_is_asked_there():
    _, people, staff = a_directory()
    given = {
        "organisations": [str(staff["organisation"].pk)],
        "to_address": f"a@{OTHER}",
    }

    def refused():
        return AskForm(given, organisations=[staff["organisation"]]).errors

    assert "to_address" not in refused()
    how = {"domain": OTHER, "how": "not_theirs", "by": people["manager"], "at": NOON}
    verify_domain(staff["organisation"], **how)
    assert "is not a mail domain that we know of" in str(refused()["to_address"])


def test_only_a_person_of_the_business_unit_verifies_what_is_listed():
    _, people, staff = a_directory()
    how = {"domain": THEIRS, "how": "rang", "at": NOON}
    for by in (staff["lead"], people["police"]):
        with pytest.raises(Refused, match="Only the business unit"):
            verify_domain(staff["organisation"], by=by, **how)
    with pytest.raises(Refused, match="not among its mail domains"):
        verify_domain(
            staff["organisation"],
            by=people["manager"],
            **how | {"domain": "elsewhere.example"},
        )
    assert not VerifiedDomain.objects.exists()


def test_another_partnerships_domains_are_not_found():
    _, people, _ = a_directory(at=(now := about_now()))
    elsewhere = a_partnership("Brackenholt", at=now, reference_prefix="B")
    theirs = staff_of(elsewhere, at=now)["organisation"]
    where = reverse("organisation_domains", args=[theirs.public_id])
    browser = signed_in(Client(), people["manager"])
    assert browser.get(where).status_code == 404
    assert browser.post(where, {"domain": "x", "how": "rang"}).status_code == 404


def test_a_lead_whose_address_lies_outside_is_marked_and_who_chooses_is_warned():
    partnership, people, staff = a_directory(at=(now := about_now()))
    assert listed(partnership, staff, at=now).outside == []
    staff["lead"].email = "lead@hospitals.quilshire.example"
    staff["lead"].save(update_fields=["email"])

    assert [h.person for h in listed(partnership, staff, at=now).outside] == [
        staff["lead"]
    ]
    browser = signed_in(Client(), people["manager"])
    page = browser.get(reverse("leads")).content.decode()
    assert "outside the organisation’s domains" in page
    assert staff["lead"].email in page
    role = {"referrer__capacity": "staff", "referrer__role": "Ward sister"}
    referral = a_referral(partnership, at=now, **role)
    leads = leads_to_tell(referral, on=now.date())
    assert [h.person for h in outside_their_domains(leads)] == [staff["lead"]]
    where = reverse("set_aside_referral", args=[referral.public_id])
    assert "ring first" in browser.get(where).content.decode()


def test_a_domain_that_is_not_theirs_makes_its_addresses_lie_outside():
    not_theirs = VerifiedDomain(how=VerifiedDomain.How.NOT_THEIRS)
    known = [Domain(THEIRS), Domain(OTHER, not_theirs)]
    assert not lies_outside(f"a@{THEIRS}", known)
    assert lies_outside(f"a@{OTHER}", known)
    assert lies_outside(f"a@sub.{THEIRS}", known)
    assert not lies_outside("a@anywhere.example", [])
