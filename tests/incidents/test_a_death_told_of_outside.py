"""The notice of a death without abuse or neglect that was sent outside Heed: a case may
begin with it; no rapid review opens, and its copy is kept."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from heed.cases.date_strip import date_strip
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, OpenItem
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.documents.models import Document
from heed.incidents.actions import (
    log_outside_death_notice,
    pass_on_copy,
    record_looked_after_death,
    record_notification_of_death,
    withdraw_notification,
)
from heed.incidents.models import AS_KNOWN, FROM_OUTSIDE, Notification
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.clocks import LOOKED_AFTER_DEATH_TOLD, RAPID_REVIEW_DUE
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people, declared, it_is, the_people
from tests.incidents.asking import browser_of, moment, press, text
from tests.partnership.factories import a_partnership, a_person

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=UTC)
COPY = b"Notice of the death of a child in care, as it was sent."


def open_kinds(case):
    found = OpenItem.objects.filter(case=case, answered_at=None)
    return set(found.values_list("kind", flat=True))


def told_of(case, people, **more):
    facts = {
        "sent_at": FRIDAY,
        "national_reference": "SIN-9",
        "reasons": "She was ill.",
    }
    by = people["coordinator"]
    return log_outside_death_notice(case, **facts | more, by=by, at=NOON)


def test_a_case_begins_with_it_on_its_page_and_keeps_its_copy():
    people = the_people(a_partnership(at=NOON, reference_prefix="Q"))
    with it_is(NOON):
        browser = browser_of(people["coordinator"])
        page = reverse("begin_with_death_notice")
        assert page in text(browser.get(reverse("home")))
        press(
            browser,
            page,
            **moment("sent_at", FRIDAY),
            reasons="She was ill for a long time.",
            copy=SimpleUploadedFile("notice.txt", COPY),
        )
        kept = Notification.objects.get()
        declared(kept.case, people["coordinator"])
        shown = text(browser.get(reverse("notification_sheet", args=[kept.public_id])))
        copy = browser.get(reverse("document", args=[kept.copy.public_id]))

    case = Case.objects.get()
    assert (kept.kind, kept.made_outside) == (Notification.Kind.DEATH, True)
    assert (kept.sent_at, kept.recorded_at.date()) == (FRIDAY, NOON.date())
    assert (case.stage, case.began_with) == (
        Stage.NOTIFIED_WITHOUT_REVIEW,
        "notification",
    )
    assert rapid_review_of(case) is None
    assert running_deadline(case, RAPID_REVIEW_DUE) is None
    assert open_kinds(case) == {"dr_1", "awareness", "lacks.when", "national_reference"}
    assert "Sent, as stated" in shown
    assert copy.content == COPY


def test_it_ends_the_clock_for_telling_of_the_death_which_the_strip_of_dates_shows():
    case, people = a_case_with_people()
    record_looked_after_death(
        case, aware_on=date(2026, 3, 4), by=people["local_authority"], at=NOON
    )
    strip = date_strip(case, at=NOON)
    before = [(mark.what, mark.day) for mark in strip]
    with it_is(NOON):
        browser = browser_of(people["coordinator"])
        page = text(browser.get(reverse("case", args=[case.public_id])))
        why = text(browser.get(strip[-1].url))

    told_of(case, people)

    due = ("Tell of the death by", date(2026, 3, 11))
    assert [("Death known", date(2026, 3, 4)), due] == before
    assert page.count(f'href="{strip[-1].url}"') > 1
    assert "Tell the Secretary of State and Ofsted of a looked-after child" in why
    for day in ("Wednesday 4 March 2026", "Wednesday 11 March 2026"):
        assert day in why
    case = Case.objects.get()
    assert running_deadline(case, LOOKED_AFTER_DEATH_TOLD) is None
    after = [(mark.what, mark.day) for mark in date_strip(case, at=NOON)]
    assert ("Death told of", FRIDAY.date()) in after


@pytest.mark.parametrize("why", ["", "The portal was down."])
def test_why_it_was_late_is_kept_or_stays_open(why):
    case, people = a_case_with_people()
    record_looked_after_death(
        case, aware_on=date(2026, 2, 20), by=people["local_authority"], at=NOON
    )

    kept = told_of(case, people, late_reason=why)

    late = {kind for kind in open_kinds(case) if kind.startswith("late.")}
    assert kept.late_reason == (why or None)
    assert late == (set() if why else {"late.looked_after_death"})


def test_a_copy_that_comes_later_is_added_and_the_partners_are_told():
    case, people = a_case_with_people()
    kept = told_of(case, people)
    with it_is(NOON):
        browser = browser_of(people["coordinator"])
        page = reverse("notification_sheet", args=[kept.public_id])
        add = reverse("pass_on_copy", args=[kept.public_id])
        assert add in text(browser.get(page))
        assert "outside_copy" in open_kinds(case)
        press(browser, add, copy=SimpleUploadedFile("notice.txt", COPY))
        assert add not in text(browser.get(page))

    assert "outside_copy" not in open_kinds(case)
    assert Document.objects.get(purpose=FROM_OUTSIDE)
    assert OutgoingEmail.objects.filter(letter="something_to_see").exists()


def test_of_one_that_is_recorded_here_what_was_known_is_kept():
    case, people = a_case_with_people()

    kept = record_notification_of_death(
        case,
        sent_at=FRIDAY,
        national_reference="SIN-2",
        reasons="She was ill for a long time.",
        by=people["local_authority"],
        at=NOON,
    )

    assert kept.copy.purpose == AS_KNOWN


def test_it_may_be_withdrawn_and_takes_no_copy_then():
    case, people = a_case_with_people()
    kept = withdraw_notification(
        told_of(case, people),
        reasons="She was not in care.",
        panel_told_on=None,
        by=people["local_authority"],
        at=NOON,
    )

    with pytest.raises(Refused, match="withdrawn"):
        pass_on_copy(
            kept,
            copy=SimpleUploadedFile("notice.txt", COPY),
            by=people["coordinator"],
            at=NOON,
        )


def test_to_others_its_page_is_missing():
    partnership = a_partnership(at=NOON)
    with it_is(NOON):
        scrutineer = browser_of(a_person(Role.SCRUTINEER, partnership=partnership))
        answer = scrutineer.get(reverse("begin_with_death_notice"))

    assert answer.status_code == 404
