"""The copy of a notification is with the partners on the day of sending, or it is said
why not; one that was missing is added later by a page."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from heed.cases.actions import exclude_person
from heed.cases.date_strip import date_strip
from heed.cases.deadlines import latest_deadline, running_deadline
from heed.cases.models import OpenItem
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import (
    log_outside_notification,
    pass_on_copy,
    record_notification,
    withdraw_notification,
)
from heed.rulebook.clocks import COPY_WITH_PARTNERS, NOTIFICATION_DUE
from heed.rulebook.lateness import gap_of
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.incidents.asking import browser_of, text

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=UTC)


def a_copy():
    return SimpleUploadedFile("SIN-1.txt", b"As it was sent to the Panel.")


def gaps(case):
    return set(
        OpenItem.objects.filter(case=case, answered_at=None).values_list(
            "kind", flat=True
        )
    )


def logged(case, people, **more):
    return log_outside_notification(
        case,
        sent_at=FRIDAY,
        national_reference="S-1",
        by=people["coordinator"],
        at=NOON,
        **more,
    )


def notified(case, people, *, sent_at, **more):
    record_notification(
        case,
        sent_at=sent_at,
        national_reference="S-1",
        late_reason=more.pop("late_reason", ""),
        by=people["local_authority"],
        at=NOON,
        **more,
    )
    return latest_deadline(case, COPY_WITH_PARTNERS)


def test_recorded_on_its_day_it_is_with_the_partners_in_time():
    case, people = a_case_with_people()

    kept = notified(case, people, sent_at=NOON)

    assert (kept.due_on, kept.met_on) == (NOON.date(), NOON.date())
    assert gap_of(COPY_WITH_PARTNERS) not in gaps(case)
    assert "Partners have the copy" in [m.what for m in date_strip(case, at=NOON)]


def test_recorded_later_it_is_late_for_a_reason_of_its_own():
    case, people = a_case_with_people()

    kept = notified(case, people, sent_at=FRIDAY, late_reason="The portal was down.")

    assert (kept.due_on, kept.met_on) == (FRIDAY.date(), NOON.date())
    assert kept.late_reason is None  # why the Panel heard late is another reason
    assert gap_of(COPY_WITH_PARTNERS) in gaps(case)


def test_partners_who_had_it_by_email_that_day_were_not_late():
    case, people = a_case_with_people()

    kept = notified(case, people, sent_at=FRIDAY, copied_on=FRIDAY.date())

    assert kept.met_on == FRIDAY.date()
    assert gap_of(COPY_WITH_PARTNERS) not in gaps(case)
    with pytest.raises(Refused, match="before the notification was sent"):
        logged(case, people, copied_on=date(2026, 3, 5))


def test_a_copy_that_was_missing_is_added_on_a_page_and_ends_the_clock():
    case, people = a_case_with_people()
    kept = logged(case, people)
    with it_is(NOON):
        waiting = [m for m in date_strip(case, at=NOON) if m.is_late]
        desk = browser_of(people["coordinator"])
        sheet = reverse("notification_sheet", args=[kept.public_id])
        page = reverse("pass_on_copy", args=[kept.public_id])
        offered = page in desk.get(sheet).content.decode()
        nothing = text(desk.post(page, {}))
        done = desk.post(page, {"copy": a_copy()})
        after = desk.get(sheet).content.decode()

    assert [mark.what for mark in waiting] == ["Copy to the partners by"]
    assert offered
    assert "Choose the copy, or say since which day" in nothing
    assert done.status_code == 302
    assert "SIN-1.txt" in after
    assert page not in after
    assert "outside_copy" not in gaps(case)
    assert running_deadline(case, COPY_WITH_PARTNERS) is None
    assert gap_of(COPY_WITH_PARTNERS) in gaps(case)  # it was due on Friday
    told = OutgoingEmail.objects.filter(letter="something_to_see")
    assert told.count() == 6  # each partner: of the notification, and of its copy


def test_what_was_known_stays_beside_the_copy_that_comes_later():
    case, people = a_case_with_people()
    notified(case, people, sent_at=NOON)
    kept = case.notifications.get()
    known = kept.copy

    pass_on_copy(kept, copy=a_copy(), by=people["coordinator"], at=NOON)

    kept.refresh_from_db()
    assert kept.copy.purpose == "copy_from_outside"
    with it_is(NOON):
        page = browser_of(people["coordinator"]).get(
            reverse("notification_sheet", args=[kept.public_id])
        )
    assert reverse("document", args=[known.public_id]) in page.content.decode()
    with pytest.raises(Refused, match="here already"):
        pass_on_copy(kept, copy=a_copy(), by=people["coordinator"], at=NOON)


def test_with_nobody_to_read_it_the_copy_is_kept_and_the_clock_runs_on():
    case, people = a_case_with_people()
    for seat in ("local_authority", "icb", "police"):
        exclude_person(
            case, person=people[seat], reason="Kin", by=people["manager"], at=NOON
        )
    kept = logged(case, people)

    pass_on_copy(kept, copy=a_copy(), by=people["coordinator"], at=NOON)

    assert running_deadline(case, COPY_WITH_PARTNERS) is not None
    with pytest.raises(Refused, match="No safeguarding partner"):
        pass_on_copy(kept, by=people["coordinator"], at=NOON)
    pass_on_copy(kept, since=FRIDAY.date(), by=people["coordinator"], at=NOON)
    assert latest_deadline(case, COPY_WITH_PARTNERS).met_on == FRIDAY.date()
    assert "partners_copy" not in gaps(case)


def test_a_withdrawn_notification_is_copied_to_nobody():
    case, people = a_case_with_people()
    kept = logged(case, people)

    withdraw_notification(
        kept,
        reasons="No abuse after all.",
        panel_told_on=NOON.date(),
        by=people["local_authority"],
        at=NOON,
    )

    assert running_deadline(case, COPY_WITH_PARTNERS) is None
    assert running_deadline(case, NOTIFICATION_DUE) is None
    assert gap_of(COPY_WITH_PARTNERS) not in gaps(case)
    with pytest.raises(Refused, match="was withdrawn"):
        pass_on_copy(kept, copy=a_copy(), by=people["coordinator"], at=NOON)
