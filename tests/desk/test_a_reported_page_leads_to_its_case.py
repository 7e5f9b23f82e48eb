"""A problem with a published page comes with its case, and with the way to withdraw it:
for those who may, and for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.cases.actions import exclude_person
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.correspondence.models import OutgoingEmail
from heed.desk import actions
from heed.desk.forms import ProblemForm
from heed.desk.reported import about_reported_page, case_of_page
from heed.library.models import Publication as Shown
from heed.partnership.models import OwnPage
from heed.publications.actions import (
    confirm_withdrawal,
    hand_down_what_is_due,
    withdraw_published,
)
from heed.rulebook.clocks import WITHDRAWAL_CONFIRMED
from heed.rulebook.gone import GoneBecause
from tests.cases.factories import HEED, a_case_with_people
from tests.partnership.factories import a_partnership
from tests.publications.factories import PUBLISHED, a_published_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LATER = PUBLISHED + timedelta(days=3)


def page_of(case, slug="goldcrest-2026"):
    return f"/p/{case.partnership.slug}/publications/{slug}/"


def published():
    found = a_published_report()
    hand_down_what_is_due(by=HEED, at=PUBLISHED)
    return found


def reported(case, page="", at=LATER):
    return actions.report_problem(
        case.partnership,
        page=page or page_of(case),
        words="It names a street.",
        email="neighbour@marrowby.example",
        by=HEED,
        at=at,
    )


def letters_to(person):
    found = OutgoingEmail.objects.filter(letter="page_reported")
    return [each for each in found if each.to_address == person.email]


def test_a_page_in_a_partnerships_own_words_leads_to_where_they_are_taken_away():
    case, people = a_case_with_people()
    ours = case.partnership
    page = f"/p/{ours.slug}/what-is-a-review/"
    email = reported(case, page)
    assert about_reported_page(email, people["manager"], at=LATER) is None

    OwnPage.objects.create(
        partnership=ours, slug="what-is-a-review", words="R", written_at=LATER
    )
    led = about_reported_page(email, people["manager"], at=LATER)
    assert (led.own_page, led.case) == ("What is a review?", None)
    assert led.withdraw_at == reverse("own_page", args=["what-is-a-review"])
    told = about_reported_page(email, people["coordinator"], at=LATER)
    assert (told.own_page, told.withdraw_at) == ("What is a review?", "")


def test_whoever_may_withdraw_it_is_led_to_the_case_and_to_the_button():
    case, people, _ = published()
    email = reported(case)

    about = about_reported_page(email, people["manager"], at=LATER)

    assert about.case == case
    assert about.withdraw_at == reverse("withdraw_published", args=[case.public_id])


def test_whoever_may_not_is_led_to_the_case_alone():
    case, people, _ = published()

    about = about_reported_page(reported(case), people["coordinator"], at=LATER)

    assert (about.case, about.withdraw_at) == (case, "")


def test_who_is_kept_out_of_the_case_is_led_nowhere_and_told_nothing():
    case, people, _ = published()
    exclude_person(
        case,
        person=people["coordinator"],
        reason="She knows the family.",
        by=people["manager"],
        at=PUBLISHED,
    )
    email = reported(case)

    assert about_reported_page(email, people["coordinator"], at=LATER) is None
    assert letters_to(people["coordinator"]) == []


def test_those_who_may_withdraw_it_are_told_at_once_and_once_an_hour():
    case, people, _ = published()
    reported(case)
    reported(case, f"https://public.example{page_of(case)}?q=x")

    for who in ("manager", "icb", "police"):
        assert len(letters_to(people[who])) == 1, who
    assert letters_to(people["coordinator"]) == []

    reported(case, at=LATER + timedelta(hours=2))
    assert len(letters_to(people["manager"])) == 2


@pytest.mark.parametrize("page", ["", "goldcrest", "/p/x/publications/goldcrest-2026/"])
def test_a_page_that_is_of_no_case_leads_to_none(page):
    case, _, _ = published()

    assert case_of_page(page_of(case)) == case
    assert case_of_page(page) is None
    assert case_of_page(page_of(case, "goldcrest-2025")) is None


def test_what_is_written_to_another_partnership_leads_to_no_case_of_this_one():
    case, people, _ = published()
    elsewhere = a_partnership("Marrowby")
    email = actions.report_problem(
        elsewhere, page=page_of(case), words="Wrong.", email="", by=HEED, at=LATER
    )

    assert about_reported_page(email, people["manager"], at=LATER) is None
    assert letters_to(people["manager"]) == []


def test_from_the_report_to_the_second_person():
    case, people, _ = published()
    reported(case)

    withdraw_published(
        case,
        reasons="It names a street.",
        because=GoneBecause.PRIVACY,
        by=people["icb"],
        at=LATER,
    )
    assert running_deadline(Case.objects.get(pk=case.pk), WITHDRAWAL_CONFIRMED)
    hand_down_what_is_due(by=HEED, at=LATER)
    confirm_withdrawal(case, by=people["manager"], at=LATER)

    gone = Shown.objects.get(slug="goldcrest-2026")
    assert (gone.document, gone.points, gone.why_gone) == (
        None,
        [],
        "It was taken down to protect people’s privacy.",
    )
    assert not running_deadline(Case.objects.get(pk=case.pk), WITHDRAWAL_CONFIRMED)


def test_what_somebody_picks_does_not_lead_a_page_away_from_its_own_case():
    case, _, _ = published()
    other = a_partnership("Marrowby")
    said = {"page": page_of(case), "words": "A street.", "whose": str(other.public_id)}

    form = ProblemForm(said)

    assert form.is_valid()
    assert form.cleaned_data["partnership"] == case.partnership
