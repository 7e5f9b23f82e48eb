"""Two people decide at the same moment, press twice, or answer an old page: each ends
in a sentence, nothing is done twice, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.cases.actions import add_child
from heed.cases.deadlines import running_deadline
from heed.cases.models import Deadline, OpenItem, StepTaken
from heed.cases.steps import Refused
from heed.incidents.actions import (
    note_open_item,
    record_care_leaver_death,
    record_looked_after_death,
)
from heed.incidents.models import Notification, NotificationDecision
from heed.rulebook.clocks import CARE_LEAVER_DEATH_TOLD, LOOKED_AFTER_DEATH_TOLD
from heed.rulebook.language import Role, Seat, Stage
from tests.cases.factories import NOON, a_case_with_people, declared
from tests.incidents.asking import browser_of, hidden_in, moment, text
from tests.partnership.factories import a_person
from tests.walked import about_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return about_now()


@pytest.fixture
def here(now):
    case, people = a_case_with_people(at=now)
    return people | {"case": case}


def decision(outcome, why):
    return {"outcome": outcome, "reasons": why}


def test_two_of_the_local_authority_decide_at_once_and_the_second_looks_again(
    here, now
):
    case = here["case"]
    alternate = a_person(
        Role.DELEGATED_PARTNER,
        partnership=case.partnership,
        seat=Seat.LOCAL_AUTHORITY,
        at=now,
    )
    case.accessgrants.filter(person=here["police"]).update(
        person=alternate, seat=Seat.LOCAL_AUTHORITY
    )
    declared(case, alternate, at=now)
    address = reverse("decide_on_notification", args=[case.public_id])
    first, second = browser_of(here["local_authority"]), browser_of(alternate)
    seen_first, seen_second = hidden_in(first, address), hidden_in(second, address)

    first.post(address, seen_first | decision("notify", "Suspected."))
    answer = second.post(
        address, seen_second | decision("do_not_notify", "An accident at the weir.")
    )

    shown = text(answer)
    assert "Somebody else changed this while you were working on it" in shown
    assert "Decided before" in shown
    assert "An accident at the weir." in shown
    assert NotificationDecision.objects.get(case=case).outcome == "notify"


def test_each_partner_may_give_a_view_at_the_same_moment(here):
    case = here["case"]
    address = reverse("view_on_notification", args=[case.public_id])
    seats = ["local_authority", "icb", "police"]
    browsers = [browser_of(here[seat]) for seat in seats]
    pages = [hidden_in(browser, address) for browser in browsers]

    answers = [
        browser.post(address, page | {"view": "notify", "reasons": "Suspected."})
        for browser, page in zip(browsers, pages, strict=True)
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert case.partnerviews.count() == 3


def test_a_notification_recorded_twice_by_one_press_is_one(here, now):
    case = here["case"]
    authority = browser_of(here["local_authority"])
    address = reverse("record_notification", args=[case.public_id])
    fields = hidden_in(authority, address) | moment("sent_at", now - timedelta(hours=2))

    authority.post(address, fields)
    again = authority.post(address, fields)

    assert again.url == reverse("case", args=[case.public_id])
    assert Notification.objects.filter(case=case).count() == 1


def test_an_old_page_shows_what_was_recorded_meanwhile_and_keeps_what_was_typed(
    here, now
):
    case = here["case"]
    authority = browser_of(here["local_authority"])
    address = reverse("record_notification", args=[case.public_id])
    sent = moment("sent_at", now - timedelta(hours=2))
    old, new = hidden_in(authority, address), hidden_in(authority, address)
    authority.post(address, new | sent | {"national_reference": "SIN-40"})

    answer = authority.post(
        address, old | sent | {"late_reason": "The form would not open."}
    )

    shown = text(answer)
    assert "What is recorded now" in shown
    assert "SIN-40" in shown
    assert "The form would not open." in shown
    assert Notification.objects.filter(case=case).count() == 1


# What else is recorded while an incident is considered


@pytest.mark.parametrize(
    ("action", "runs"),
    [
        (record_looked_after_death, LOOKED_AFTER_DEATH_TOLD),
        (record_care_leaver_death, CARE_LEAVER_DEATH_TOLD),
    ],
)
def test_five_working_days_run_from_knowing_of_a_death(action, runs):
    case, people = a_case_with_people()
    child = add_child(case, given_name="Tobiah", by=people["coordinator"], at=NOON)
    aware_on = NOON.date() - timedelta(days=2)

    action(child, aware_on=aware_on, by=people["local_authority"], at=NOON)

    deadline = running_deadline(case, runs)
    assert deadline.counted_from_on == aware_on
    assert (deadline.due_on - aware_on).days == 7
    assert StepTaken.objects.get(step__endswith="_death").subject_id == child.pk
    with pytest.raises(Refused, match="future"):
        action(
            child,
            aware_on=NOON.date() + timedelta(days=1),
            by=people["local_authority"],
            at=NOON,
        )


@pytest.mark.parametrize("page", ["looked_after_death", "care_leaver_death"])
def test_a_death_is_recorded_of_a_child_or_of_somebody_not_recorded_yet(
    here, now, page
):
    case = here["case"]
    child = add_child(case, given_name="Tobiah", by=here["coordinator"], at=now)
    coordinator = browser_of(here["coordinator"])
    address = reverse(page, args=[case.public_id])
    day = now - timedelta(days=1)
    aware = {f"aware_on-{p}": str(getattr(day, p)) for p in ("day", "month", "year")}

    coordinator.post(address, hidden_in(coordinator, address) | aware | {"who": ""})
    coordinator.post(
        address, hidden_in(coordinator, address) | aware | {"who": child.public_id}
    )

    taken = StepTaken.objects.filter(step__endswith="_death")
    assert {step.subject_id for step in taken} == {case.pk, child.pk}
    assert Deadline.objects.filter(case=case, clock=page).count() == 1


def test_what_an_incident_lacks_is_noted_without_a_word_of_the_case(here):
    case = here["case"]
    coordinator = browser_of(here["coordinator"])
    address = reverse("note_open_item", args=[case.public_id])

    for _ in range(2):
        fields = hidden_in(coordinator, address) | {"lacks": "lacks.cause"}
        coordinator.post(address, fields)

    item = OpenItem.objects.get(case=case)
    assert item.label == "What caused the death or the harm is not known."
    shown = text(coordinator.get(reverse("case", args=[case.public_id])))
    assert item.label in shown


def test_something_else_than_what_can_be_lacking_is_not_noted(here, now):
    with pytest.raises(KeyError):
        note_open_item(
            here["case"], lacks="Tobiah was there", by=here["coordinator"], at=now
        )
    assert not OpenItem.objects.filter(case=here["case"]).exists()


def test_partners_learn_from_it_in_another_way_and_say_how(here):
    case = here["case"]
    police = browser_of(here["police"])
    address = reverse("begin_other_learning", args=[case.public_id])

    without = police.post(address, hidden_in(police, address) | {"reasons": ""})
    assert without.status_code == 200
    police.post(
        address, hidden_in(police, address) | {"reasons": "A learning event in May."}
    )

    case.refresh_from_db()
    assert case.stage == Stage.OTHER_LEARNING
    assert StepTaken.objects.get(step="begin_other_learning").reasons == (
        "A learning event in May."
    )
