"""What is set right or noted beside the way of a case stays where all can read it."""

from datetime import date

import pytest

from heed.cases.actions import (
    amend_start,
    note_circumstance,
    note_earliest_awareness,
    transfer_case,
)
from heed.cases.deadlines import running_deadline
from heed.cases.history import history_of
from heed.cases.models import Deadline, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.clocks import NOTIFICATION_DUE
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db
WRONG, RIGHT = date(2026, 3, 2), date(2026, 3, 5)
WHY = "The hospital's note was dated by hand."


@pytest.fixture
def here():
    case, people = a_case_with_people()
    kept = note_earliest_awareness(case, on=WRONG, by=people["manager"], at=NOON)
    return people | {"case": case, "kept": kept}


def amend(here, on=RIGHT, by="manager", deadline=None):
    return amend_start(
        deadline or here["kept"],
        counted_from_on=on,
        reason=WHY,
        by=here[by],
        at=NOON,
    )


def test_a_clock_runs_from_the_day_set_right_and_the_earlier_one_stays(here):
    amend(here)

    running = running_deadline(here["case"], NOTIFICATION_DUE)
    # Five working days from Thursday 5 March.
    assert (running.counted_from_on, running.due_on) == (RIGHT, date(2026, 3, 12))
    assert not running.provisional
    earlier = Deadline.objects.get(pk=here["kept"].pk)
    assert (earlier.counted_from_on, earlier.due_on) == (WRONG, date(2026, 3, 9))
    assert earlier.superseded_at == NOON
    assert StepTaken.objects.get(step="amend_start").reasons == WHY


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2026, 3, 12), "a day that has been"),
        (date(1899, 3, 5), "bank holidays of that year"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_a_sentence(here, on, why):
    with pytest.raises(Refused, match=why):
        amend(here, on=on)
    assert running_deadline(here["case"], NOTIFICATION_DUE).counted_from_on == WRONG


def test_a_clock_that_runs_no_longer_is_not_set_right(here):
    amend(here)
    with pytest.raises(Refused, match="runs no longer"):
        amend(here, on=date(2026, 3, 4))


def test_a_coordinator_does_not_set_a_clock_right(here):
    with pytest.raises(Refused, match="Only"):
        amend(here, by="coordinator")


def test_the_page_of_a_deadline_shows_the_day_before_and_why(here, client):
    with it_is(NOON):
        signed_in(client, here["icb"])
        page = f"/deadlines/{here['kept'].pk}/start/"
        assert "Monday 2 March 2026" in client.get(page).text
        sent = {
            "counted_from_on-day": "5",
            "counted_from_on-month": "3",
            "counted_from_on-year": "2026",
            "reason": WHY,
        }
        assert client.post(page, sent).status_code == 302
        running = running_deadline(here["case"], NOTIFICATION_DUE)
        shown = client.get(f"/deadlines/{running.pk}/").text
    assert "Counted before from Monday 2 March 2026" in shown
    assert "dated by hand" in shown


def note(here, circumstance, *, is_over=False, by="coordinator"):
    return note_circumstance(
        here["case"],
        circumstance=circumstance,
        is_over=is_over,
        since_on=WRONG,
        words="Opened at Ottershaw.",
        by=here[by],
        at=NOON,
    )


def test_an_inquest_stands_beside_the_case_until_it_is_over(here, client):
    note(here, Circumstance.INQUEST)
    note(here, Circumstance.MEDIA_INTEREST)

    here["case"].refresh_from_db()
    assert here["case"].flags == [Circumstance.INQUEST, Circumstance.MEDIA_INTEREST]
    with it_is(NOON):
        signed_in(client, here["icb"])
        page = client.get(f"/cases/{here['case'].public_id}/").text
    assert "Beside it: Inquest; Interest of the press." in page

    note(here, Circumstance.INQUEST, is_over=True)
    here["case"].refresh_from_db()
    assert here["case"].flags == [Circumstance.MEDIA_INTEREST]


def test_what_never_began_is_not_over(here):
    with pytest.raises(Refused, match="Note that first"):
        note(here, Circumstance.INQUEST, is_over=True)


def test_what_is_known_of_it_and_since_when_stands_in_the_history(here):
    note(here, Circumstance.INQUEST)
    past = history_of(here["case"], here["icb"], at=NOON)[-1]
    assert (past.reasons, past.taken.effective_on) == ("Opened at Ottershaw.", WRONG)


def test_the_lead_elsewhere_is_recorded_and_no_clock_changes(here):
    before = here["kept"].due_on
    transfer_case(
        here["case"],
        agreed_on=RIGHT,
        words="Fernshire leads; letters of 5 March.",
        by=here["local_authority"],
        at=NOON,
    )
    here["case"].refresh_from_db()
    assert here["case"].has_flag(Circumstance.CROSS_BORDER)
    assert running_deadline(here["case"], NOTIFICATION_DUE).due_on == before
    letters = OutgoingEmail.objects.filter(letter="lead_elsewhere")
    assert letters.count() == len({here["manager"], *(here[s] for s in SEATS)})


SEATS = ("local_authority", "icb", "police")


@pytest.mark.parametrize(
    ("page", "who"),
    [
        ("circumstances", "coordinator"),
        ("lead", "police"),
    ],
)
def test_each_has_its_page_and_says_what_is_missing(here, client, page, who):
    with it_is(NOON):
        signed_in(client, here[who])
        address = f"/cases/{here['case'].public_id}/{page}/"
        assert client.get(address).status_code == 200
        assert "There is a problem" in client.post(address, {}).text
