"""The partners consider, the local authority decides, the Panel is notified."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.cases.actions import add_child
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, Deadline, OpenItem
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import (
    begin_with_outside_notification,
    decide_on_notification,
    give_view_on_notification,
    log_outside_notification,
    record_notification,
    settle_awareness,
    weigh_notification,
    withdraw_notification,
)
from heed.incidents.pages import panel
from heed.incidents.queries import conclusion_for, views_on_notification
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import a_partnership, a_person

pytestmark = pytest.mark.django_db
EASTER = datetime(2026, 3, 30, 9, 0, tzinfo=UTC)


def test_five_working_days_run_from_awareness_over_easter():
    case, people = a_case_with_people(at=EASTER)

    settle_awareness(
        case,
        aware_at=EASTER,
        basis="The hospital told the front door.",
        by=people["local_authority"],
        at=EASTER,
    )

    assert running_deadline(case, NOTIFICATION_DUE).due_on == date(2026, 4, 8)


def test_awareness_confirmed_after_sending_shows_the_clock_as_met():
    case, people = a_case_with_people(at=EASTER)
    record_notification(
        case,
        sent_at=EASTER,
        national_reference="SIN-3",
        late_reason="",
        by=people["local_authority"],
        at=EASTER,
    )

    settle_awareness(
        case,
        aware_at=EASTER - timedelta(days=3),
        basis="The front door's log.",
        by=people["local_authority"],
        at=EASTER + timedelta(days=30),
    )

    kept = Deadline.objects.get(case=case, clock=NOTIFICATION_DUE.slug)
    assert kept.met_on == EASTER.date()


def test_only_the_local_authority_says_when_it_became_aware():
    case, people = a_case_with_people()

    with pytest.raises(Refused, match="Only the local authority"):
        settle_awareness(
            case, aware_at=NOON, basis="Police log.", by=people["police"], at=NOON
        )


def test_each_partner_speaks_for_its_own_body():
    case, people = a_case_with_people()

    for seat in ("local_authority", "icb", "police"):
        give_view_on_notification(
            case,
            view="notify",
            reasons="Neglect is suspected.",
            by=people[seat],
            at=NOON,
        )

    given = {row["seat"]: row["view"].person for row in views_on_notification(case)}
    assert given == {seat: people[seat] for seat in given}


def test_what_is_not_known_never_becomes_a_no():
    case, people = a_case_with_people()
    child = add_child(case, by=people["coordinator"], at=NOON, given_name="Tobiah")

    weigh_notification(
        child,
        answers={
            "is_child": {"answer": "yes", "why": ""},
            "abuse_or_neglect": {"answer": "not_known", "why": "Unexplained."},
            "died": {"answer": "yes", "why": ""},
            "place": {"answer": "this_area", "why": ""},
        },
        by=people["coordinator"],
        at=NOON,
    )

    assert conclusion_for(case).duty == "treat_as_suspected"


def test_a_partner_who_disagrees_is_recorded_and_the_scrutineer_is_told():
    case, people = a_case_with_people()
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    give_view_on_notification(
        case, view="do_not_notify", reasons="An accident.", by=people["icb"], at=NOON
    )

    decision = decide_on_notification(
        case,
        outcome="notify",
        reasons="It cannot be ruled out.",
        by=people["local_authority"],
        at=NOON,
    )

    assert decision.dissenting == ["icb"]
    assert panel(case, people["icb"], NOON)["dissenting"] == ["Integrated care board"]
    assert OutgoingEmail.objects.get(letter="partners_disagree").to_address == (
        scrutineer.email
    )
    case.refresh_from_db()
    assert case.stage == Stage.NOTIFICATION_DECIDED


def view(case, person, said):
    give_view_on_notification(case, view=said, reasons="Why.", by=person, at=NOON)


def scrutineer_of(case):
    return a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)


def told_that_they_disagree():
    return OutgoingEmail.objects.filter(letter="partners_disagree").count()


def test_who_disagrees_after_the_decision_is_shown_and_the_scrutineer_told_once():
    case, people = a_case_with_people()
    scrutineer_of(case)
    decide_on_notification(
        case, outcome="notify", reasons="Why.", by=people["local_authority"], at=NOON
    )
    view(case, people["icb"], "notify")
    assert told_that_they_disagree() == 0

    view(case, people["police"], "do_not_notify")
    view(case, people["police"], "do_not_notify")

    case.refresh_from_db()
    assert panel(case, people["icb"], NOON)["dissenting"] == ["Police"]
    assert told_that_they_disagree() == 1


def test_who_disagrees_with_a_notification_made_outside_is_shown_too():
    case, people = a_case_with_people()
    scrutineer_of(case)
    log_outside_notification(
        case, sent_at=NOON, national_reference="S-1", by=people["manager"], at=NOON
    )
    case.refresh_from_db()

    view(case, people["icb"], "do_not_notify")

    assert panel(case, people["icb"], NOON)["dissenting"] == ["Integrated care board"]
    assert told_that_they_disagree() == 1


def test_nobody_disagrees_with_what_is_not_decided_or_stands_no_more():
    case, people = a_case_with_people()
    scrutineer_of(case)
    view(case, people["icb"], "do_not_notify")
    view(case, people["police"], "notify")
    assert panel(case, people["icb"], NOON)["dissenting"] == []

    withdrawn(case, people, panel_told_on=NOON.date())
    case.refresh_from_db()
    view(case, people["police"], "do_not_notify")

    assert told_that_they_disagree() == 0


@pytest.mark.parametrize("seat", ["icb", "police"])
def test_no_other_partner_decides_for_the_local_authority(seat):
    case, people = a_case_with_people()

    with pytest.raises(Refused, match="Only the local authority"):
        decide_on_notification(
            case, outcome="do_not_notify", reasons="No.", by=people[seat], at=NOON
        )


def test_fifteen_working_days_run_from_sending():
    sent = datetime(2026, 4, 2, 15, 0, tzinfo=UTC)
    case, people = a_case_with_people(at=EASTER)

    record_notification(
        case,
        sent_at=sent,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=sent + timedelta(hours=1),
    )

    case.refresh_from_db()
    assert case.stage == Stage.RAPID_REVIEW
    assert running_deadline(case, RAPID_REVIEW_DUE).due_on == date(2026, 4, 27)


def test_a_late_notification_without_a_reason_is_taken_and_leaves_a_gap():
    case, people = a_case_with_people(at=EASTER)
    settle_awareness(
        case,
        aware_at=EASTER,
        basis="Front door.",
        by=people["local_authority"],
        at=EASTER,
    )
    late = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)

    record_notification(
        case,
        sent_at=late,
        national_reference="",
        late_reason="",
        by=people["local_authority"],
        at=late,
    )

    kinds = set(OpenItem.objects.filter(case=case).values_list("kind", flat=True))
    assert kinds == {"reasons.record_notification", "national_reference"}
    assert Deadline.objects.get(case=case, clock="notification").met_on == late.date()


def test_a_case_may_begin_with_a_notification_made_outside():
    partnership = a_partnership(at=EASTER)
    manager = a_person(Role.MANAGER, partnership=partnership, at=EASTER)

    kept = begin_with_outside_notification(
        partnership,
        sent_at=EASTER - timedelta(days=3),
        national_reference="SIN-7",
        by=manager,
        at=EASTER,
    )

    case = Case.objects.get(pk=kept.case_id)
    assert case.stage == Stage.RAPID_REVIEW
    deadline = running_deadline(case, RAPID_REVIEW_DUE)
    assert deadline.counted_from_on == date(2026, 3, 27)
    kinds = set(OpenItem.objects.filter(case=case).values_list("kind", flat=True))
    still_open = {"dr_1", "partner_views", "awareness", "lacks.when"}
    assert kinds == still_open | {"outside_copy", "partners_copy"}


def test_a_notification_is_withdrawn_when_the_criteria_prove_unmet():
    case, people = a_case_with_people()
    notification = record_notification(
        case,
        sent_at=NOON,
        national_reference="SIN-2",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )

    withdraw_notification(
        notification,
        reasons="The injury proved to be a birth mark.",
        panel_told_on=NOON.date(),
        by=people["local_authority"],
        at=NOON,
    )

    case.refresh_from_db()
    assert case.stage == Stage.NOTIFICATION_WITHDRAWN
    assert running_deadline(case, RAPID_REVIEW_DUE) is None


def withdrawn(case, people, *, panel_told_on):
    by = {"by": people["local_authority"], "at": NOON}
    sent = {"sent_at": NOON, "national_reference": "SIN-2", "late_reason": ""}
    notification = record_notification(case, **sent, **by)
    withdraw_notification(
        notification, reasons="A birth mark.", panel_told_on=panel_told_on, **by
    )


@pytest.mark.parametrize(("day", "gaps"), [(None, 1), (NOON.date(), 0)])
def test_that_the_panel_was_not_told_of_a_withdrawal_stays_open(day, gaps):
    case, people = a_case_with_people()

    withdrawn(case, people, panel_told_on=day)

    open_ = OpenItem.objects.filter(case=case, answered_at=None)
    assert open_.filter(kind="withdrawal_told").count() == gaps


@pytest.mark.parametrize(
    "role", [Role.MANAGER, Role.COORDINATOR, Role.SCRUTINEER, Role.LEGAL_ADVISER]
)
def test_nobody_else_records_a_notification_as_sent(role):
    assert role not in process.RECORD_NOTIFICATION.by
    case, _ = a_case_with_people()
    other = a_person(role, partnership=case.partnership, at=NOON)

    with pytest.raises(Refused, match="Only"):
        record_notification(
            case,
            sent_at=NOON,
            national_reference="",
            late_reason="",
            by=other,
            at=NOON,
        )


def weighed(child, people, **answers):
    weigh_notification(
        child,
        answers={slug: {"answer": said, "why": ""} for slug, said in answers.items()},
        by=people["coordinator"],
        at=NOON,
    )


def open_sheets(case):
    gaps = OpenItem.objects.filter(case=case, answered_at=None)
    return {each.label for each in gaps.filter(kind__startswith="dr_1")}


def test_each_child_without_a_sheet_is_named_and_counted():
    case, people = a_case_with_people()
    by = {"by": people["coordinator"], "at": NOON}
    first, second = (add_child(case, **by) for _ in range(2))
    add_child(case, **by)

    weighed(first, people, is_child="yes", abuse_or_neglect="known", died="yes")
    decide_on_notification(
        case,
        outcome="notify",
        reasons="Neglect is known.",
        by=people["local_authority"],
        at=NOON,
    )

    assert open_sheets(case) == {
        "The working sheet (DR-1) of Child 2 is not filled in.",
        "The working sheet (DR-1) of Child 3 is not filled in.",
    }
    assert conclusion_for(case).why[-2:] == (
        "3 children, one incident: one notification names them all.",
        "Not tested yet: 2 of 3 children. Test each by itself.",
    )

    weighed(second, people, is_child="yes", abuse_or_neglect="no")

    assert open_sheets(case) == {
        "The working sheet (DR-1) of Child 3 is not filled in."
    }
