"""The day of the incident: asked, taken from the referral, printed for the Panel; it
says which edition of the guidance governs the case."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.urls import reverse

from heed.cases.actions import record_incident_days
from heed.cases.models import Case, OpenItem
from heed.cases.steps import Refused
from heed.incidents.actions import begin_with_outside_notification
from heed.referrals.actions import join_to_case, open_case
from heed.rulebook.editions import edition_for
from tests.cases.factories import NOON, a_case_with_people, it_is, the_people
from tests.incidents.asking import browser_of, moment, press, text
from tests.partnership.factories import a_partnership
from tests.rapid_reviews.factories import a_rapid_review, the_pack
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db
SAID = {
    "9 March 2026": "9 March 2026",
    "February 2026": "February 2026",
    "2025": "2025",
    "between 3 and 6 March 2026": "between 3 March 2026 and 6 March 2026",
    "not known": "",
    "9 March 2027": "",  # after the referral: a mistake, left to a person
}


def parts(name, day):
    return {
        f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")
    }


@pytest.mark.parametrize(("typed", "understood"), SAID.items())
def test_it_is_taken_from_what_the_referral_says(typed, understood):
    here = a_partnership(at=NOON)
    people = the_people(here)

    case = open_case(
        a_referral(here, incident__date=typed), by=people["coordinator"], at=NOON
    )

    assert Case.objects.get(pk=case.pk).when_it_happened == understood


def test_a_second_referral_fills_what_the_first_left_open_and_changes_nothing_else():
    here = a_partnership(at=NOON)
    people = the_people(here)
    vague = a_referral(here, incident__date="not known")
    case = open_case(vague, by=people["coordinator"], at=NOON)
    for said in ("9 March 2026", "2 March 2026"):
        referral = a_referral(here, incident__date=said)
        same = {"reasons": "The same child.", "by": people["coordinator"], "at": NOON}
        join_to_case(referral, Case.objects.get(pk=case.pk), **same)

    case = Case.objects.get(pk=case.pk)
    assert case.when_it_happened == "9 March 2026"
    open_still = OpenItem.objects.filter(case=case, answered_at=None)
    assert not open_still.filter(kind="referral.when").exists()


def test_the_edition_is_that_of_the_day_of_the_incident():
    april = NOON + timedelta(days=40)
    case, people = a_case_with_people(at=april)
    assert case.working_together == "wt26"

    record_incident_days(
        case, happened_on=date(2026, 2, 3), by=people["manager"], at=april
    )

    case.refresh_from_db()
    assert case.working_together == edition_for(date(2026, 2, 3)).slug == "wt23"


def test_where_two_editions_govern_those_days_that_of_its_arrival_stays():
    april = NOON + timedelta(days=40)
    case, people = a_case_with_people(at=april)

    record_incident_days(
        case,
        happened_on=date(2026, 3, 10),
        happened_until=date(2026, 4, 10),
        by=people["manager"],
        at=april,
    )

    case.refresh_from_db()
    assert case.working_together == "wt26"


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2026, 3, 9), date(2026, 3, 8), "cannot be before the first"),
        (date(2026, 3, 12), None, "in the future"),
    ],
)
def test_days_that_cannot_be_are_refused(first, last, why):
    case, people = a_case_with_people()

    with pytest.raises(Refused, match=why):
        record_incident_days(
            case, happened_on=first, happened_until=last, by=people["manager"], at=NOON
        )


def test_it_is_asked_on_the_case_page_and_can_be_set_right():
    case, people = a_case_with_people()
    client = browser_of(people["coordinator"])
    here = reverse("case", args=[case.public_id])
    address = reverse("incident_days", args=[case.public_id])
    with it_is(NOON):
        assert address in text(client.get(here))
        answer = press(client, address, **parts("happened_on", date(2026, 3, 3)))
        assert answer.url == here
        assert "3 March 2026" in text(client.get(here))
        both = parts("happened_on", date(2026, 3, 3))
        both |= parts("happened_until", date(2026, 3, 6))
        press(client, address, **both)
        page = text(client.get(here))

    assert "between 3 March 2026 and 6 March 2026" in page
    assert address in page


def test_it_is_asked_when_a_case_begins_with_a_notification():
    here = a_partnership(at=NOON)
    people = the_people(here)
    client = browser_of(people["manager"])
    asked = moment("sent_at", NOON - timedelta(hours=2))
    asked |= parts("happened_until", date(2026, 3, 6))
    with it_is(NOON):
        address = reverse("begin_with_notification")
        assert "Say the first day" in text(press(client, address, **asked))
        press(client, address, **asked, **parts("happened_on", date(2026, 3, 2)))

    case = Case.objects.get()
    assert case.when_it_happened == "between 2 March 2026 and 6 March 2026"
    assert not OpenItem.objects.filter(case=case, kind="lacks.when").exists()


def test_what_is_not_known_stays_open_until_somebody_says_it():
    here = a_partnership(at=NOON)
    people = the_people(here)
    kept = begin_with_outside_notification(
        here, sent_at=NOON, national_reference="SIN-7", by=people["manager"], at=NOON
    )
    gap = OpenItem.objects.get(case=kept.case, kind="lacks.when")
    assert gap.answered_at is None


def test_the_submission_prints_it():
    review, people = a_rapid_review()
    record_incident_days(
        review.case,
        happened_on=date(2026, 2, 1),
        happened_until=date(2026, 2, 28),
        by=people["manager"],
        at=NOON,
    )
    review.refresh_from_db()

    tables = docx.Document(io.BytesIO(the_pack(review, at=NOON))).tables
    rows = [row for table in tables for row in table.rows]
    said = [[cell.text for cell in row.cells] for row in rows]
    assert ["Incident", "February 2026"] in said
