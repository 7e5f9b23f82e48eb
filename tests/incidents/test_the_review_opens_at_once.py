"""A notification that is recorded, or one made outside Heed that is logged, opens the
rapid review in the same moment: nobody presses anything for it to begin."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import (
    begin_with_outside_notification,
    log_outside_notification,
    record_notification,
    record_notification_of_death,
    withdraw_notification,
)
from heed.incidents.opening import ON_NOTIFIED
from heed.incidents.queries import notifications_of
from heed.rapid_reviews.actions import open_local_rapid_review, open_rapid_review
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import a_partnership, a_person

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=UTC)


def notified(case, people, *, sent_at=FRIDAY):
    kept = record_notification(
        case,
        sent_at=sent_at,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )
    case.refresh_from_db()
    return kept


def test_a_notification_opens_the_rapid_review_in_the_same_moment():
    case, people = a_case_with_people(stage=Stage.NOTIFICATION_DECIDED)

    notified(case, people)

    review = rapid_review_of(case)
    assert (case.stage, review.opened_at) == (Stage.RAPID_REVIEW, NOON)
    assert running_deadline(case, RAPID_REVIEW_DUE).due_on == date(2026, 3, 27)
    steps = StepTaken.objects.filter(case=case, stage_after=Stage.RAPID_REVIEW)
    assert [step.step for step in steps] == ["record_notification"]


def test_one_logged_late_opens_it_too_and_skips_nothing_silently():
    partnership = a_partnership(at=NOON)
    coordinator = a_person(Role.COORDINATOR, partnership=partnership, at=NOON)

    kept = begin_with_outside_notification(
        partnership,
        sent_at=FRIDAY,
        national_reference="SIN-7",
        by=coordinator,
        at=NOON,
    )

    case = Case.objects.get(pk=kept.case_id)
    assert (case.stage, rapid_review_of(case).opened_at) == (Stage.RAPID_REVIEW, NOON)
    named = set(case.openitems.values_list("kind", flat=True))
    assert named == {
        "dr_1",
        "partner_views",
        "awareness",
        "lacks.when",
        "outside_copy",
        "partners_copy",
    }


def test_a_notice_of_a_death_opens_none():
    case, people = a_case_with_people()

    record_notification_of_death(
        case,
        sent_at=FRIDAY,
        national_reference="SIN-2",
        reasons="She was ill for a long time.",
        by=people["local_authority"],
        at=NOON,
    )

    case.refresh_from_db()
    assert case.stage == Stage.NOTIFIED_WITHOUT_REVIEW
    assert rapid_review_of(case) is None


def test_a_case_that_is_further_on_stays_there_and_has_its_review():
    case, people = a_case_with_people(stage=Stage.IN_REVIEW)

    notified(case, people)

    assert case.stage == Stage.IN_REVIEW
    assert rapid_review_of(case) is not None


def test_a_review_that_nothing_asked_for_is_owed_once_the_panel_is_notified():
    case, people = a_case_with_people(stage=Stage.OTHER_LEARNING)
    begun = open_local_rapid_review(
        case, reason="The partners want to know.", by=people["manager"], at=NOON
    )
    assert begun.without_statute

    notified(case, people)

    review = RapidReview.objects.get()
    assert (review.pk, review.without_statute) == (begun.pk, False)


def test_partners_of_a_case_that_begins_so_are_told_with_the_reference_alone():
    partnership = a_partnership(at=NOON)
    coordinator = a_person(Role.COORDINATOR, partnership=partnership, at=NOON)
    partner = a_person(Role.DELEGATED_PARTNER, partnership=partnership, at=NOON)

    begin_with_outside_notification(
        partnership, sent_at=FRIDAY, national_reference="", by=coordinator, at=NOON
    )

    sent = OutgoingEmail.objects.get(letter="something_to_see")
    assert sent.to_address == partner.email


def test_one_of_two_is_withdrawn_and_the_review_opens_again_for_the_other():
    case, people = a_case_with_people()
    notified(case, people)
    log_outside_notification(
        case,
        sent_at=FRIDAY + timedelta(hours=1),
        national_reference="SIN-1b",
        by=people["coordinator"],
        at=NOON,
    )
    withdraw_notification(
        notifications_of(case)[-1],
        reasons="It was sent twice.",
        panel_told_on=NOON.date(),
        by=people["local_authority"],
        at=NOON,
    )
    assert running_deadline(case, RAPID_REVIEW_DUE) is None

    open_rapid_review(case, by=people["coordinator"], at=NOON + timedelta(hours=1))

    case.refresh_from_db()
    assert case.stage == Stage.RAPID_REVIEW
    assert running_deadline(case, RAPID_REVIEW_DUE).counted_from_on == FRIDAY.date()


def test_where_no_notification_stands_none_is_opened_by_hand():
    case, people = a_case_with_people(stage=Stage.NOTIFICATION_WITHDRAWN)

    with pytest.raises(Refused, match="opens by itself"):
        open_rapid_review(case, by=people["coordinator"], at=NOON)

    assert rapid_review_of(case) is None


def test_what_opens_it_is_wired():
    assert [begin.__name__ for begin in ON_NOTIFIED] == ["open_as_owed"]
