"""From which agency a referral came is recorded in a code, so that what was set aside can
be looked at by age, ethnic group and agency; a year at a time."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.steps import Refused
from heed.correspondence.models import IncomingEmail, Proof
from heed.partnership.models import Organisation
from heed.referrals.actions import (
    open_case,
    say_where_it_came_from,
    set_aside,
    split_referral,
)
from heed.referrals.models import Referral
from heed.referrals.queries import chosen_as, register_of
from heed.referrals.queries.agencies import as_it_says, meant_by
from heed.referrals.queries.results import HELD_BACK, NOT_RECORDED, year_of
from heed.referrals.splitting import GOES
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, an_organisation, signed_in
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
WARD = {"referrer__capacity": "staff", "referrer__organisation": "quillshire  WARDS"}
NEXT_YEAR = datetime(2026, 4, 1, 9, tzinfo=UTC)


@walked_once
def a_place():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    wards = an_organisation(
        partnership, Organisation.Kind.ACUTE, name="Quillshire Wards", at=NOON
    )
    wards.mail_domains = ["wards.example"]
    wards.save(update_fields=["mail_domains"])
    return partnership, people, wards


def from_the(referral):
    return referral.agency.name if referral.agency else referral.agency_kind


# What it says itself


def test_it_is_coded_as_it_says_until_a_person_says():
    partnership, _, wards = a_place()

    by_name = a_referral(partnership, **WARD)
    neighbour = a_referral(partnership)
    unknown = a_referral(
        partnership, referrer__capacity="staff", referrer__organisation="Some ward"
    )

    said = [from_the(each) for each in (by_name, neighbour, unknown)]
    assert said == [wards.name, "public", ""]
    assert by_name.agency_settled_at is None


@pytest.mark.parametrize(
    ("proof", "sender", "agency"),
    [
        (Proof.PROVEN, "sister@wards.example", "Quillshire Wards"),
        (Proof.FAILED, "sister@wards.example", None),
        (Proof.NOT_KNOWN, "sister@wards.example", None),
        (Proof.PROVEN, "sister@wards.example.org", None),
    ],
)
def test_a_mail_domain_counts_where_the_sender_is_proven(proof, sender, agency):
    partnership, _, _ = a_place()
    email = IncomingEmail(partnership=partnership, sender_proven=proof, sender=sender)
    referral = Referral(partnership=partnership, email=email)

    said = as_it_says(referral, {"capacity": "staff"}, on=NOON.date())

    assert (said.agency and said.agency.name) == agency


def test_a_domain_of_two_agencies_tells_neither():
    partnership, _, wards = a_place()
    other = an_organisation(partnership, Organisation.Kind.GP, name="GPs", at=NOON)
    other.mail_domains = wards.mail_domains
    other.save(update_fields=["mail_domains"])
    email = IncomingEmail(
        partnership=partnership, sender_proven=Proof.PROVEN, sender="x@wards.example"
    )
    referral = Referral(partnership=partnership, email=email)

    assert as_it_says(referral, {}, on=NOON.date()).agency is None


# What a person says


def test_the_business_unit_says_where_an_emailed_form_came_from():
    partnership, people, wards = a_place()
    arrived(an_emailed_form(partnership), partnership)
    referral, by = Referral.objects.get(), {"by": people["coordinator"], "at": NOON}

    listed = f"listed:{wards.public_id}"
    say_where_it_came_from(referral, came_from=listed, **by)
    referral.refresh_from_db()
    assert (referral.came_from, referral.agency_settled_at) == (wards.name, NOON)
    assert chosen_as(referral) == listed

    say_where_it_came_from(referral, came_from="kind:school", **by)
    referral.refresh_from_db()
    assert (referral.came_from, referral.agency) == ("School or college", None)


def test_what_cannot_be_chosen_is_not_kept():
    partnership, _, wards = a_place()
    elsewhere = a_partnership("Brackenholt", at=NOON, reference_prefix="B")
    theirs = an_organisation(elsewhere, Organisation.Kind.GP, name="GPs", at=NOON)

    for chosen in (f"listed:{theirs.public_id}", "kind:astronaut", "Quillshire"):
        with pytest.raises(ValueError, match="No "):
            meant_by(chosen, partnership)
    assert meant_by(f"listed:{wards.public_id}", partnership).agency == wards


def test_what_was_drafted_with_an_account_says_so_already():
    partnership, people, _ = a_place()
    staff = staff_of(partnership)
    draft = a_nurses_draft(staff["nurse"])
    by = {"by": people["coordinator"], "at": NOON}
    with pytest.raises(Refused):
        say_where_it_came_from(draft, came_from="kind:gp", **by)
    assert draft.came_from == staff["organisation"].name


def test_who_sets_aside_is_asked_and_the_taken_half_keeps_the_answer():
    partnership = a_partnership(at=(now := about_now()), reference_prefix="Q")
    people = the_people(partnership, at=now)
    referral = a_referral(partnership, child__2__given="Juno", at=now, **WARD)
    how = {"reasons": "Two.", "by": people["manager"], "at": now}
    taken = split_referral(
        referral, parts={"child-2": GOES}, papers={}, added={}, **how
    )
    browser = signed_in(Client(), people["manager"])
    where = reverse("set_aside_referral", args=[taken.public_id])
    assert "Which agency did it come from?" in browser.get(where).content.decode()

    sent = {"reasons": "An accident.", "came_from": "kind:acute"}
    assert browser.post(where, sent).status_code == 302

    taken.refresh_from_db()
    assert taken.came_from == "Hospital trust"
    page = browser.get(reverse("referral", args=[taken.public_id])).content.decode()
    assert "Hospital trust" in page


def test_the_page_asks_where_it_came_from():
    partnership = a_partnership(at=(now := about_now()), reference_prefix="Q")
    people = the_people(partnership, at=now)
    referral = a_referral(partnership, at=now)
    browser = signed_in(Client(), people["coordinator"])
    page = browser.get(reverse("referral", args=[referral.public_id]))
    where = reverse("came_from", args=[referral.public_id])
    assert where in page.content.decode()
    assert "Member of the public, as it says" in page.content.decode()

    assert browser.post(where, {"came_from": "kind:school"}).status_code == 302

    referral.refresh_from_db()
    assert referral.came_from == "School or college"


@pytest.mark.parametrize("who", ["police", "manager"])
def test_the_school_of_a_child_heads_the_page_for_the_unit_with_names_on_alone(who):
    partnership = a_partnership(at=(now := about_now()), reference_prefix="Q")
    people = the_people(partnership, at=now)
    kind = Organisation.Kind.SCHOOL
    an_organisation(partnership, kind, name="Marrowby Primary", at=now)
    of_school = {"referrer.capacity": "staff"}
    of_school["referrer.organisation"] = "Marrowby Primary"
    form = an_emailed_form(partnership, answers=ABOUT_PIPIT | of_school, at=now)
    arrived(form, partnership, at=now)
    referral, person = Referral.objects.get(), people[who]
    case = open_case(referral, by=people["manager"], at=now)
    declared(case, person, at=now)
    browser = signed_in(Client(), person)
    where = reverse("referral", args=[referral.public_id])

    off = browser.get(where).content.decode()
    began = browser.get(reverse("case", args=[case.public_id])).content.decode()
    browser.post(where)  # names on
    on = browser.get(where).content.decode()

    assert "Marrowby Primary" not in off + began
    assert "Email with a form" in off
    assert "Email with a form" in began
    assert ("Marrowby Primary, as it says" in on) == (who == "manager")
    assert ("Marrowby Primary" in on) == (who == "manager")


# The register


@walked_once
def a_year():
    """Six set aside and five that went on, of two ages, two groups, two agencies."""
    partnership, people, _ = a_place()
    by = {"by": people["manager"], "at": NOON}
    child = {"child__1__ethnicity": "White British"}
    for _ in range(5):
        set_aside(a_referral(partnership, **child, **WARD), reasons="No.", **by)
    unsaid = {"referrer__capacity": "", "referrer__role": ""}
    other = {"child__1__dob": "1 March 2025", **unsaid}
    set_aside(a_referral(partnership, **other), reasons="No.", **by)
    for _ in range(5):
        open_case(a_referral(partnership, **child), **by)
    open_case(a_referral(partnership, at=NEXT_YEAR), **by | {"at": NEXT_YEAR})
    return people


def test_the_three_tables_count_by_age_ethnic_group_and_agency():
    people = a_year()

    register = register_of(people["manager"], year="2025", at=NOON)

    assert (register.year, register.set_aside) == (2025, "6")
    tables = {
        title: {line.group: (line.set_aside, line.went_on) for line in lines}
        for title, lines in register.tables
    }
    held = (HELD_BACK, "5")  # five beside one could be told from the total of six
    assert tables["Age of the children"] == {
        "1 to 5 years": (HELD_BACK, "0"),
        "11 to 15 years": held,
    }
    groups = tables["Ethnic group of the children"]
    assert groups == {"White: British": held, "Not known yet": (HELD_BACK, "0")}
    assert tables["Where they came from"] == {
        "Member of the public": ("0", "5"),
        NOT_RECORDED: (HELD_BACK, "0"),
        "Quillshire Wards": (HELD_BACK, "0"),
    }


def test_a_year_is_looked_at_by_itself_and_years_never_overlap():
    people = a_year()
    manager = people["manager"]

    now = register_of(manager, at=NEXT_YEAR)
    before = register_of(manager, year="2025", at=NEXT_YEAR)
    wrong = register_of(manager, year="all", at=NEXT_YEAR)

    assert now.years == (2026, 2025)
    assert (now.year, now.set_aside, before.set_aside) == (2026, "0", "6")
    assert wrong == now
    for day, year in (("2026-03-31", 2025), ("2026-04-01", 2026)):
        assert year_of(datetime.fromisoformat(day).date()) == year
