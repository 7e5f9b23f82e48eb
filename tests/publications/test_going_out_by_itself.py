"""What was arranged goes out by itself: at its moment, to the second, once, and only
through an open gate."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed import clock
from heed.cases.actions import note_circumstance
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.config.backup.restoring import made_current
from heed.correspondence.models import OutgoingEmail
from heed.library.models import Publication as Shown
from heed.publications import actions
from heed.publications.facts import Facts
from heed.publications.gate import checklist
from heed.publications.models import HandOver, Publication, Release
from heed.publications.releases import GRACE, is_too_late
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Stage
from tests.cases.factories import HEED
from tests.publications.factories import (
    PUBLISHED,
    SENT,
    THE_DAY,
    approved,
    decided,
    family_was,
    looked_up,
    planned,
    ready_to_publish,
    searched,
    sent_ahead,
    tried,
)
from tests.reviews.factories import APRIL, a_signed_report

database = pytest.mark.django_db(databases=["default", "library"])
HALF_PAST_TEN = datetime(2026, 5, 29, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
moments = st.datetimes(
    min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 31)
).map(lambda moment: moment.replace(tzinfo=UTC))


@given(moment=moments, away=st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_the_gate_never_opens_before_the_planned_moment(moment, away):
    now = moment + away
    facts = Facts(
        today=clock.london_date(now),
        now=now,
        planned_on=clock.london_date(moment),
        planned_for=moment,
    )
    day = next(item for item in checklist(facts) if item.slug == "day")
    assert day.passed == (away >= timedelta())


@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    hour=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_a_moment_in_england_is_never_before_its_hour_there(day, hour):
    moment = clock.moment_in_london(day, hour)
    there = moment.astimezone(clock.LONDON)
    assert (there.date(), there.time()) >= (day, hour)
    skipped = (there.date(), there.time()) != (day, hour)
    assert not skipped or (day.month, day.weekday(), hour.hour) == (3, 6, 1)


def arranged(*, but=(), hour=time(10, 30)):
    """Everything passed, and the manager lets it go out at half past ten."""
    case, people = ready_to_publish(but={"day", *but})
    actions.plan_publication(
        case, publish_on=THE_DAY, publish_at=hour, by=people["coordinator"], at=SENT
    )
    if "told" not in but:
        family_was(case, people, "publication_date", at=SENT)
    actions.arrange_release(case, by=people["manager"], at=SENT)
    return case, people


def released(at):
    return actions.release_what_is_due(by=HEED, at=at)


@database
def test_it_goes_out_by_itself_at_its_moment_and_once():
    case, people = arranged()
    assert released(HALF_PAST_TEN - SECOND) == 0
    with pytest.raises(Refused, match="not yet that hour"):
        actions.publish(case, by=people["manager"], at=HALF_PAST_TEN - SECOND)
    assert not HandOver.objects.exists()

    assert released(HALF_PAST_TEN) == 1
    assert released(HALF_PAST_TEN) == released(HALF_PAST_TEN + SECOND) == 0

    actions.hand_down_what_is_due(by=HEED, at=HALF_PAST_TEN)
    assert Shown.objects.get().published_on == THE_DAY
    assert HandOver.objects.count() == 1
    assert Case.objects.get(pk=case.pk).stage == Stage.PUBLISHED
    taken = StepTaken.objects.get(step="release_publication")
    assert (taken.by_kind, taken.role) == ("system", "system")
    assert OutgoingEmail.objects.filter(letter="report_published").count() == 4


@given(away=st.timedeltas(timedelta(minutes=-20), timedelta(minutes=20)))
def test_a_quarter_of_an_hour_after_its_moment_it_is_too_late(away):
    assert is_too_late(HALF_PAST_TEN, HALF_PAST_TEN + away) == (away > GRACE)


@database
def test_a_worker_that_starts_anew_lets_it_go_out():
    arranged()
    assert released(HALF_PAST_TEN + timedelta(minutes=10)) == 1


@database
@pytest.mark.parametrize("failing", [False, True], ids=["slept", "failed"])
def test_what_could_not_go_out_at_its_moment_does_not_days_later(failing, monkeypatch):
    _, people = arranged()
    if failing:
        printer = "heed.publications.actions.releasing.printed_of"
        monkeypatch.setattr(printer, _runs_out_of_room)
        assert released(HALF_PAST_TEN) == 0
        assert Release.objects.get().waits

    assert released(HALF_PAST_TEN + timedelta(days=2)) == 0

    assert "so much later" in Release.objects.get().barred_by
    told = OutgoingEmail.objects.filter(letter="did_not_go_out")
    assert people["manager"].email in {each.to_address for each in told}
    monkeypatch.undo()
    assert released(HALF_PAST_TEN + timedelta(days=2)) == 0
    assert not HandOver.objects.exists()


@database
def test_what_was_arranged_before_a_backup_was_restored_is_arranged_again():
    """It may have been taken back since the backup was made; nothing here knows it."""
    _, people = arranged()
    OutgoingEmail.objects.all().delete()

    made_current([], by=HEED, at=SENT + timedelta(hours=9))

    lapsed = Release.objects.get()
    assert "restored from a backup" in lapsed.barred_by
    told = OutgoingEmail.objects.filter(letter="did_not_go_out")
    assert people["manager"].email in {each.to_address for each in told}
    assert released(HALF_PAST_TEN) == 0
    assert not HandOver.objects.exists()


def _runs_out_of_room(case, *, at):
    raise OSError


@database
def test_what_was_arranged_for_one_decision_never_goes_out_under_another():
    case, people = arranged()
    OutgoingEmail.objects.all().delete()
    decided(case, people, "publish_anonymously", at=SENT)

    taken_back = Release.objects.get()
    assert (taken_back.decision, taken_back.waits) == ("publish", False)
    told = OutgoingEmail.objects.filter(letter="please_look")
    assert people["manager"].email in {each.to_address for each in told}
    assert released(HALF_PAST_TEN) == 0

    actions.arrange_release(case, by=people["manager"], at=SENT)
    Publication.objects.update(decision="publish")
    assert released(HALF_PAST_TEN) == 0
    lapsed = Release.objects.get(lapsed_at=HALF_PAST_TEN)
    assert "decided otherwise" in lapsed.barred_by
    assert not HandOver.objects.exists()


@database
def test_nothing_is_arranged_before_the_partners_have_decided():
    case, people = a_signed_report()
    planned(case, people)
    with pytest.raises(Refused, match="decide first"):
        actions.arrange_release(case, by=people["manager"], at=APRIL)


@database
def test_with_the_gate_shut_at_its_moment_nothing_goes_out_then_or_later():
    case, people = arranged(but={"told"})

    assert released(HALF_PAST_TEN) == 0

    lapsed = Release.objects.get()
    assert lapsed.lapsed_at == HALF_PAST_TEN
    assert "told the planned day" in lapsed.barred_by
    told = OutgoingEmail.objects.filter(letter="did_not_go_out")
    names = ("manager", "coordinator", "icb")
    assert {people[who].email for who in names} <= {each.to_address for each in told}
    family_was(case, people, "publication_date", at=HALF_PAST_TEN)
    assert released(HALF_PAST_TEN + timedelta(days=1)) == 0
    assert not HandOver.objects.exists()
    assert actions.publish(case, by=people["manager"], at=HALF_PAST_TEN + SECOND)


@database
def test_what_is_put_on_hold_meanwhile_does_not_go_out():
    case, people = arranged()
    note_circumstance(
        case,
        circumstance=Circumstance.PUBLICATION_ON_HOLD,
        is_over=False,
        since_on=SENT.date(),
        words="An appeal.",
        by=people["manager"],
        at=SENT,
    )
    assert released(HALF_PAST_TEN) == 0
    assert not Publication.objects.get().is_public


@database
def test_another_moment_or_a_word_of_a_partner_ends_what_was_arranged():
    case, people = arranged()
    with pytest.raises(Refused, match="already"):
        actions.arrange_release(case, by=people["manager"], at=SENT)
    actions.plan_publication(
        case, publish_on=THE_DAY, publish_at=time(9), by=people["coordinator"], at=SENT
    )
    assert released(HALF_PAST_TEN) == 0

    actions.arrange_release(case, by=people["manager"], at=SENT)
    actions.take_back_release(case, reasons="Wait.", by=people["icb"], at=SENT)
    assert released(HALF_PAST_TEN) == 0
    assert not HandOver.objects.exists()


@database
def test_the_manager_alone_arranges_it_and_only_for_a_moment_to_come():
    case, people = arranged()
    actions.take_back_release(case, reasons="Wait.", by=people["icb"], at=SENT)
    with pytest.raises(Refused, match="Only a manager"):
        actions.arrange_release(case, by=people["coordinator"], at=SENT)
    with pytest.raises(Refused, match="has passed"):
        actions.arrange_release(
            case, by=people["manager"], at=PUBLISHED + SECOND * 1800
        )


@database
def test_a_change_of_the_hour_alone_does_not_ask_the_family_again():
    case, people = ready_to_publish()
    actions.plan_publication(
        case, publish_on=THE_DAY, publish_at=time(9), by=people["coordinator"], at=SENT
    )
    assert actions.publish(case, by=people["manager"], at=PUBLISHED)


@database
def test_on_the_last_working_day_before_easter_it_goes_out_at_its_hour():
    """Copies of 15 March 2027 allow 24 March; Thursday 25 March is the last working day
    before Good Friday, and summer time begins on Easter Sunday."""
    case, people = ready_to_publish(
        but={"day", "search", "sheet", "attempt", "approvals", "told", "copies"}
    )
    sent = datetime(2027, 3, 15, 10, 0, tzinfo=UTC)
    maundy_thursday = date(2027, 3, 25)
    actions.plan_publication(
        case,
        publish_on=maundy_thursday,
        publish_at=time(10, 30),
        by=people["coordinator"],
        at=sent,
    )
    family_was(case, people, "publication_date", at=sent)
    searched(case, people, at=sent)  # the year of its title is that of the day
    looked_up(case, people, at=sent)
    tried(case, people, at=sent)
    approved(case, people["manager"], people["police"], at=sent)
    sent_ahead(case, people, at=sent)
    actions.arrange_release(case, by=people["manager"], at=sent)
    moment = datetime(2027, 3, 25, 10, 30, tzinfo=UTC)

    assert released(moment - SECOND) == 0
    assert released(moment) == 1
