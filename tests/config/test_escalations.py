"""What stays late goes up, a rung at a time, by the outbox."""

from datetime import UTC, date, datetime

import pytest

from heed import clock
from heed.cases.actions import extend_deadline
from heed.cases.deadlines import end_clocks, running_deadline, start_clock
from heed.cases.models import Exclusion
from heed.config.ticks import TICKS
from heed.correspondence.models import OutgoingEmail
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.escalation import RUNGS, rungs_reached
from heed.rulebook.language import Role, Seat, Stage
from tests.cases.factories import a_case_with_people, it_is
from tests.partnership.factories import a_person
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
SENT = datetime(2026, 3, 11, 9, tzinfo=UTC)
DUE = date(2026, 4, 1)


@walked_once
def a_late_review():
    """Due on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th."""
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW, at=SENT)
    start_clock(RAPID_REVIEW_DUE, case, on=SENT.date(), at=SENT)
    where = {"partnership": case.partnership, "at": SENT}
    people["lead"] = a_person(Role.LEAD_PARTNER, seat=Seat.POLICE, **where)
    people["scrutineer"] = a_person(Role.SCRUTINEER, **where)
    return case, people


def the_worker_looks_on(*days):
    for day in days:
        with it_is(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
            for tick in TICKS:
                if tick.name == "escalations":
                    tick.carry_out(at=clock.now())


def told(people):
    names = {person.email: name for name, person in people.items()}
    letters = OutgoingEmail.objects.filter(letter="what_is_due")
    return sorted(names[each.to_address] for each in letters)


THE_THREE = ["icb", "local_authority", "police"]


def test_what_stays_late_goes_up_one_rung_after_another_and_each_once():
    _case, people = a_late_review()
    the_worker_looks_on(date(2026, 3, 31), DUE)
    assert told(people) == []

    the_worker_looks_on(date(2026, 4, 2), date(2026, 4, 2), date(2026, 4, 3))
    assert told(people) == THE_THREE

    the_worker_looks_on(date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9))
    assert told(people) == sorted([*THE_THREE, "lead", "scrutineer"])


def test_days_that_nobody_looked_are_made_up_for():
    _case, people = a_late_review()
    the_worker_looks_on(date(2026, 5, 20))
    assert told(people) == sorted([*THE_THREE, "lead", "scrutineer"])


def test_the_letter_says_a_reference_and_a_day():
    case, _people = a_late_review()
    the_worker_looks_on(date(2026, 4, 2))
    fields = OutgoingEmail.objects.filter(letter="what_is_due").first().fields
    assert fields["reference"] == case.reference
    assert "Wednesday 1 April 2026" in fields["is_due"]
    assert "rapid review" not in " ".join(map(str, fields.values())).lower()


def test_nobody_is_told_from_whom_the_case_is_kept():
    case, people = a_late_review()
    for name in ("police", "scrutineer"):
        Exclusion.objects.create(
            partnership_id=case.partnership_id,
            data_key_id=case.data_key_id,
            case=case,
            person=people[name],
            excluded_at=SENT,
        )
    the_worker_looks_on(date(2026, 5, 20))
    assert not {"police", "scrutineer"} & set(told(people))


def test_what_was_met_or_put_off_goes_nowhere():
    case, people = a_late_review()
    extend_deadline(
        running_deadline(case, RAPID_REVIEW_DUE),
        new_target_on=date(2026, 6, 1),
        reason="The inquest.",
        told="The Panel",
        by=people["police"],
        at=SENT,
    )
    OutgoingEmail.objects.all().delete()
    the_worker_looks_on(date(2026, 5, 20))
    assert told(people) == []
    end_clocks([RAPID_REVIEW_DUE], case, on=date(2026, 5, 21), at=SENT)
    the_worker_looks_on(date(2026, 7, 20))
    assert told(people) == []


def test_a_late_notification_reaches_the_authority_alone():
    case, people = a_case_with_people(at=SENT)
    start_clock(NOTIFICATION_DUE, case, on=SENT.date(), at=SENT)
    lead = a_person(
        Role.LEAD_PARTNER, seat=Seat.POLICE, partnership=case.partnership, at=SENT
    )
    the_worker_looks_on(date(2026, 5, 20))
    assert told(people | {"lead": lead}) == ["local_authority"]


@pytest.mark.parametrize("clock_", RUNGS, ids=lambda each: each.slug)
def test_each_rung_is_reached_in_its_turn_and_none_before_it_is_late(clock_):
    afters = [rung.after for rung in RUNGS[clock_]]
    assert afters == sorted(set(afters))
    assert all(after > 0 for after in afters)
    assert rungs_reached(clock_, DUE, DUE) == ()
    assert list(rungs_reached(clock_, DUE, date(2026, 6, 1))) == list(RUNGS[clock_])
