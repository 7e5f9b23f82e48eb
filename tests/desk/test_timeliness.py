"""How timely an area was, in figures that name no case."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.deadlines import end_clocks, start_clock
from heed.cases.models import Exclusion
from heed.desk.timeliness import timeliness_of
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.language import Role
from heed.rulebook.roles import READS_THE_FIGURES
from tests.cases.factories import NOON, a_case, a_case_with_people, it_is
from tests.partnership.factories import a_person, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
BEGUN = date(2026, 3, 2)  # a Monday; five working days end on the 9th
LATER = NOON + timedelta(days=30)


@walked_once
def an_area_with_a_past():
    """Five notifications, on the third to the seventh working day; one with a reason;
    a rapid review that is still late."""
    case, people = a_case_with_people()
    met = [date(2026, 3, day) for day in (5, 6, 9, 10, 11)]
    for day in met:
        of_case = a_case(case.partnership)
        start_clock(NOTIFICATION_DUE, of_case, on=BEGUN, at=NOON)
        (ended,) = end_clocks([NOTIFICATION_DUE], of_case, on=day, at=NOON)
    ended.late_reason = "The portal was down."
    ended.save(update_fields=["late_reason"])
    start_clock(RAPID_REVIEW_DUE, case, on=BEGUN, at=NOON)
    return case, people


def figures(case, *, at=LATER):
    return {one.clock: one for one in timeliness_of(case.partnership, at=at)}


def test_the_figures_count_what_was_met_late_and_name_no_case(client):
    case, people = an_area_with_a_past()
    one = figures(case)[NOTIFICATION_DUE]
    assert (one.in_time, one.late, one.with_reason, one.running_late) == (3, 2, 1, 0)
    assert one.took == "5 working days; the longest 7"
    assert one.year == "April 2025 to March 2026"
    with it_is(LATER):
        page = signed_in(client, people["police"]).get("/deadlines/how-timely/").text
    assert "5 working days; the longest 7" in page
    assert case.reference not in page


def test_of_fewer_than_five_no_days_are_given():
    case, _people = an_area_with_a_past()
    one = figures(case)[RAPID_REVIEW_DUE]
    assert (one.running_late, one.in_time, one.took) == (1, 0, "Fewer than five")
    assert RAPID_REVIEW_DUE not in figures(case, at=NOON)  # it is not late yet


def test_somebody_kept_from_a_case_reads_the_same_figures(client):
    case, people = an_area_with_a_past()
    with it_is(LATER):
        browser = signed_in(client, people["icb"])
        before = browser.get("/deadlines/how-timely/").text
        Exclusion.objects.create(
            partnership_id=case.partnership_id,
            data_key_id=case.data_key_id,
            case=case,
            person=people["icb"],
            excluded_at=NOON,
        )
        after = browser.get("/deadlines/how-timely/").text
    assert _table(before) == _table(after)


def _table(page):
    return page[page.index("<tbody>") : page.index("</tbody>")]


def test_another_area_has_another_past():
    an_area_with_a_past()
    elsewhere = a_case()
    assert timeliness_of(elsewhere.partnership, at=LATER) == []


def test_it_is_two_looks_however_long_the_past_is():
    case, _people = an_area_with_a_past()
    with CaptureQueriesContext(connection) as asked:
        timeliness_of(case.partnership, at=LATER)
    assert len(asked) == 2


@pytest.mark.parametrize("role", [Role.MANAGER, Role.SCRUTINEER, Role.PRACTITIONER])
def test_it_opens_to_who_keeps_watch_and_to_nobody_else(client, role):
    with it_is(LATER):
        browser = signed_in(client, a_person(role, at=NOON))
        status = browser.get("/deadlines/how-timely/").status_code
        board = browser.get("/deadlines/").text
    assert status == (200 if role in READS_THE_FIGURES else 404)
    assert ("How timely we were" in board) == (role in READS_THE_FIGURES)
