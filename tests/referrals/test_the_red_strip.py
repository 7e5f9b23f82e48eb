"""Whether a child is at risk now is answered by somebody, and until then it stands on
every page of the referral, in the lists and on the board."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.cases.history import history_of, history_of_spine
from heed.cases.steps import Refused
from heed.documents.queries import documents_of
from heed.referrals.actions import (
    add_paper,
    confirm_child_safe,
    open_case,
    refer,
    return_for_information,
)
from heed.referrals.models import ChildAtRisk
from heed.referrals.queries import page_of_waiting
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.bad_papers import with_macros
from tests.referrals.factories import a_draft, a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
STRIP = 'class="heed-at-risk"'
TOLD = {"told": "The duty social worker.", "told_at": NOON - timedelta(hours=1)}


@walked_once
def one_at_risk():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    return a_referral(partnership, safety__at_risk="yes"), people


def confirmed(people, **more):
    return confirm_child_safe(
        ChildAtRisk.objects.get(),
        outcome="She is with her aunt.",
        by=people["coordinator"],
        at=NOON,
        **(TOLD | more),
    )


@pytest.mark.parametrize(
    "page",
    [
        "referral",
        "check_understood",
        "return_referral",
        "join_referral",
        "open_case",
        "step_back",
        "add_to_referral",
        "new_referral_secret",
    ],
)
def test_it_stands_on_every_page_of_the_referral_until_it_is_answered(page):
    referral, people = one_at_risk()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse(page, args=[referral.public_id])
    assert STRIP in browser.get(where).content.decode()

    confirmed(people)

    assert STRIP not in browser.get(where).content.decode()


def test_it_stands_on_the_referral_and_the_list_of_the_case_that_takes_it_in():
    referral, people = one_at_risk()
    case = open_case(referral, by=people["coordinator"], at=NOON)
    declared(case, people["police"])
    browser = signed_in(Client(), people["police"])

    page = browser.get(reverse("referral", args=[referral.public_id]))
    assert STRIP in page.content.decode()
    assert f"{reverse('case', args=[case.public_id])}#safety" in page.content.decode()
    for name in ("cases", "deadlines"):
        assert "At risk?" in browser.get(reverse(name)).content.decode()


def test_it_stands_on_the_board_before_there_is_a_case():
    _referral, people = one_at_risk()
    browser = signed_in(Client(), people["coordinator"])
    assert STRIP in browser.get(reverse("deadlines")).content.decode()
    confirmed(people)
    assert STRIP not in browser.get(reverse("deadlines")).content.decode()


def test_who_was_told_and_when_is_asked_and_kept():
    referral, people = one_at_risk()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("child_at_risk", args=[ChildAtRisk.objects.get().public_id])

    said = browser.post(where, {"answer": "yes", "outcome": "Seen."}).content.decode()
    assert "Say who was told." in said
    assert "Say when they were told." in said

    confirmed(people)
    page = browser.get(reverse("referral", args=[referral.public_id]))
    assert "The duty social worker." in page.content.decode()


def test_that_no_child_is_at_risk_is_an_answer_with_how_it_is_known():
    _referral, people = one_at_risk()
    kept = confirmed(people, answer="no", told="", told_at=None)
    assert (kept.answer, kept.outcome) == ("no", "She is with her aunt.")


def test_nobody_was_told_on_a_day_to_come():
    _referral, people = one_at_risk()
    with pytest.raises(Refused, match="future"):
        confirmed(people, told_at=NOON + timedelta(hours=1))


def test_those_with_an_open_answer_come_first_in_the_list():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    calm = a_referral(partnership)
    risky = a_referral(partnership, safety__at_risk="yes", at=NOON + timedelta(1))

    def listed():
        at = NOON + timedelta(days=1)
        return [each.pk for each in page_of_waiting(people["manager"], 1, at=at)]

    assert listed() == [risky.pk, calm.pk]
    confirm_child_safe(
        ChildAtRisk.objects.get(),
        outcome="Safe.",
        by=people["manager"],
        at=NOON + timedelta(days=1),
    )
    assert listed() == [calm.pk, risky.pk]


# Beside it: what stands where


def test_a_file_that_is_kept_aside_leads_back_to_its_referral():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    draft = a_draft(partnership)
    by = AnonymousReferrer(str(draft.pk))
    paper = SimpleUploadedFile("letter.docm", with_macros())
    add_paper(draft, file=paper, by=by, at=NOON)
    referral = refer(draft, by=by, at=NOON)
    (kept,) = documents_of(referral)

    page = signed_in(Client(), people["coordinator"]).get(
        reverse("document", args=[kept.public_id])
    )

    assert reverse("referral", args=[referral.public_id]) in page.content.decode()


def test_a_history_begins_with_what_came_first_in_a_referral_and_in_a_case():
    referral, people = one_at_risk()
    later = NOON + timedelta(hours=2)
    return_for_information(referral, reasons="Which?", by=people["manager"], at=later)
    case = open_case(referral, by=people["manager"], at=later + timedelta(hours=1))
    at = later + timedelta(hours=2)
    declared(case, people["manager"], at=at)

    for history in (
        history_of_spine(referral, people["manager"], at=at),
        history_of(case, people["manager"], at=at),
    ):
        days = [past.taken.at for past in history]
        assert days == sorted(days)
        assert len(set(days)) > 1
