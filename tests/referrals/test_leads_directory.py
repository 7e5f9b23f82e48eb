"""The business unit sees at a glance who leads in which organisation, and where nobody
does."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from heed.partnership.models import Organisation
from heed.referrals.queries import directory_of_leads
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, an_organisation, signed_in
from tests.referrals.factories import a_draft_in_the_tray, staff_of
from tests.walked import about_now

pytestmark = pytest.mark.django_db


def test_each_organisation_has_its_leads_deputies_and_drafts():
    partnership = a_partnership(at=NOON)
    here = staff_of(partnership)
    empty = an_organisation(
        partnership, Organisation.Kind.SCHOOL, name="A school", at=NOON
    )
    a_draft_in_the_tray(here["nurse"])

    listed = {
        one.organisation: (
            [held.person for held in one.leads],
            [held.person for held in one.deputies],
            one.drafts,
        )
        for one in directory_of_leads(partnership, at=NOON)
    }

    assert listed[here["organisation"]] == ([here["lead"]], [here["deputy"]], 1)
    assert listed[empty] == ([], [], 0)


def test_another_partnerships_are_not_among_them():
    staff_of(a_partnership(at=NOON), name="Brackenholt Trust")
    mine = a_partnership(at=NOON)

    names = {one.organisation.name for one in directory_of_leads(mine, at=NOON)}
    assert "Brackenholt Trust" not in names


def test_its_page_asks_as_often_for_many_as_for_few(django_assert_max_num_queries):
    partnership = a_partnership(at=(now := about_now()))
    people = the_people(partnership, at=now)
    here = staff_of(partnership, at=now)
    here["organisation"].mail_domains = ["hospitals.quillshire.example"]
    here["organisation"].save(update_fields=["mail_domains"])
    for number in range(20):
        kind = Organisation.Kind.SCHOOL
        an_organisation(partnership, kind, name=f"School {number}", at=now)
    browser = signed_in(Client(), people["coordinator"])
    browser.get(where := reverse("leads"))

    with django_assert_max_num_queries(14):
        page = browser.get(where)

    said = re.sub(r"\s+", " ", page.content.decode())
    for words in ("Oriel Vantongeren", "Hesper Quillfeather", "hospitals.quillshire"):
        assert words in said
    assert said.count("Nobody") >= 20
    assert signed_in(Client(), here["lead"]).get(where).status_code in {403, 404}
