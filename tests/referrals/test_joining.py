"""Two referrals about the same child and incident: found, compared, joined by a person,
and taken apart again by a person. Both keep their receipts and their histories."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.audit.models import Entry
from heed.cases.actions import answer_open_item
from heed.cases.deadlines import running_deadline
from heed.cases.history import history_of, history_of_spine
from heed.cases.models import Deadline, OpenItem, SafetyAction, SpineOfCase, StepTaken
from heed.cases.steps import Refused
from heed.referrals.actions import (
    acknowledge,
    add_information,
    join_to_case,
    join_to_referral,
    open_case,
    separate,
    set_aside,
)
from heed.referrals.models import ChildAtRisk, Referral
from heed.referrals.queries import (
    children_at_risk,
    page_of_waiting,
    referrals_of_case,
    status_of_referral,
    to_join,
)
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.language import Stage
from heed.vault.models import KeyWrap
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral
from tests.walked import about_now

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=2)
NO_WHERE = {"referrer__email": ""}


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return the_people(partnership) | {"partnership": partnership}


def two(here, at=NOON, **more):
    return a_referral(here["partnership"], at=at), a_referral(
        here["partnership"], child__1__given="Tobias", at=at, **more
    )


def fresh(referral):
    return Referral.objects.get(pk=referral.pk)


def joined(here, first, second, *, at=NOON):
    join_to_referral(second, first, reasons="One boy.", by=here["coordinator"], at=at)
    return fresh(second)


def apart(here, referral, *, at=LATER):
    return separate(referral, reasons="Two boys.", by=here["coordinator"], at=at)


def test_two_referrals_are_joined_before_there_is_a_case(here):
    first, second = two(here)

    second = joined(here, first, second)

    assert (second.stage, second.joined_to) == (Stage.MERGED, first)
    assert list(page_of_waiting(here["coordinator"], 1, at=NOON)) == [fresh(first)]
    assert status_of_referral(second).words == status_of_referral(fresh(first)).words


def test_a_case_that_takes_in_the_one_takes_in_both(here):
    first, second = two(here)
    joined(here, first, second)

    case = open_case(fresh(first), by=here["coordinator"], at=NOON)

    assert referrals_of_case(case) == [fresh(first), fresh(second)]
    assert fresh(second).stage == Stage.MERGED


def test_who_opens_a_case_is_told_whom_the_joined_ones_name_too():
    partnership = a_partnership(at=(now := about_now()), reference_prefix="Q")
    desk = the_people(partnership, at=now) | {"partnership": partnership}
    first, second = two(desk, at=now, adult__1__name="Piet Marchwinter")
    page = reverse("open_case", args=[first.public_id])
    browser = signed_in(Client(), desk["coordinator"])
    assert browser.get(page).context["beside"] == []

    joined(desk, first, second, at=now)

    names = ["Tobias Marchwinter", "Piet Marchwinter"]
    assert browser.get(page).context["beside"] == [(second.reference, names)]
    assert "Piet Marchwinter" in text(browser.get(page))


def test_joined_ones_follow_when_theirs_is_joined_again(here):
    first, second = two(here)
    third = a_referral(here["partnership"])
    joined(here, second, third)

    joined(here, first, fresh(second))

    assert fresh(third).joined_to == first


@pytest.mark.parametrize("other", ["itself", "merged", "in a case", "elsewhere"])
def test_what_cannot_take_a_referral_says_why(here, other):
    first, second = two(here)
    third = a_referral(here["partnership"])
    if other == "merged":
        joined(here, first, third)
    if other == "in a case":
        open_case(third, by=here["coordinator"], at=NOON)
    others = {
        "itself": second,
        "elsewhere": a_referral(a_partnership(at=NOON, reference_prefix="B")),
    }

    with pytest.raises(Refused, match=r"partnership|joined|holds"):
        joined(here, others.get(other, third), second)
    assert fresh(second).stage == Stage.REFERRAL_RECEIVED


def test_nothing_is_joined_to_what_was_set_aside(here):
    first, second = two(here)
    assert [other for other, _ in to_join(second, here["coordinator"], at=NOON)]
    set_aside(first, reasons="An accident.", by=here["manager"], at=NOON)

    with pytest.raises(Refused, match=r"look at .* again first"):
        joined(here, first, second)
    assert to_join(second, here["coordinator"], at=NOON) == []


def test_two_that_lack_the_same_are_joined_all_the_same(here):
    lacking = {"child__1__dob": "", "incident__date": ""}
    first = a_referral(here["partnership"], **lacking)
    second = a_referral(here["partnership"], **lacking)
    shared = set(OpenItem.objects.filter(spine_id=first.pk).values_list("kind"))
    assert shared & set(OpenItem.objects.filter(spine_id=second.pk).values_list("kind"))
    case = open_case(first, by=here["coordinator"], at=NOON)

    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)

    kept = OpenItem.objects.filter(case=case, answered_at=None)
    assert {item.kind for item in kept} == {kind for (kind,) in shared}
    declared(case, here["coordinator"])
    answer_open_item(
        kept[0], answer="2010", not_known=False, by=here["coordinator"], at=NOON
    )


def test_the_referrer_of_a_joined_one_still_adds_and_follows(here):
    first, second = two(here)
    second = joined(here, first, second)

    add_information(
        second,
        words="He goes to Thistlemere.",
        by=AnonymousReferrer(str(second.pk)),
        at=LATER,
    )

    assert second.added.get().words == "He goes to Thistlemere."
    assert fresh(second).stage == Stage.MERGED


def test_who_was_not_answered_is_still_to_be_answered(here):
    first, second = two(here, **NO_WHERE)
    Deadline.objects.filter(clock="acknowledgement").update(met_on=None)
    case = open_case(first, by=here["coordinator"], at=NOON)
    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)

    acknowledge(fresh(second), by=here["coordinator"], at=LATER)

    open_ones = Deadline.objects.filter(clock="acknowledgement", met_on=None)
    assert [deadline.data_key_id for deadline in open_ones] == [first.data_key_id]


# Taken apart again


def test_taken_out_of_a_referral_it_waits_again_with_its_own_clock(here):
    first, second = two(here)
    triage = Deadline.objects.get(spine_id=second.pk, clock="triage")
    second = joined(here, first, second)
    triage.refresh_from_db()
    assert triage.met_on

    apart(here, second)

    second, before = fresh(second), triage.due_on
    triage.refresh_from_db()
    assert (second.stage, second.joined_to) == (Stage.REFERRAL_RECEIVED, None)
    assert (triage.met_on, triage.due_on) == (None, before)
    past = history_of_spine(second, here["coordinator"], at=NOON)
    steps = [each.taken.step for each in past]
    assert "merge_case" in steps
    assert steps[-1] == "separate_referral"


def test_taken_out_of_a_case_it_leaves_with_all_that_came_with_it(here):
    first = a_referral(here["partnership"])
    case = open_case(first, by=here["coordinator"], at=NOON)
    declared(case, here["coordinator"])
    earliest = running_deadline(case, NOTIFICATION_DUE).counted_from_on
    second = a_referral(here["partnership"], incident__date="2 March 2026", at=LATER)
    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=LATER)
    assert running_deadline(case, NOTIFICATION_DUE).counted_from_on == date(2026, 3, 2)

    apart(here, fresh(second), at=LATER + timedelta(hours=1))

    assert referrals_of_case(case) == [fresh(first)]
    assert fresh(second).case is None
    assert running_deadline(case, NOTIFICATION_DUE).counted_from_on == earliest
    assert not SpineOfCase.objects.filter(spine_id=second.pk).exists()
    assert not Deadline.objects.filter(case=case, data_key_id=second.data_key_id)
    past = history_of(case, here["coordinator"], at=LATER)
    assert "separate_referral" in {each.taken.step for each in past}
    assert fresh(second).reading["children"]


def test_its_key_lies_under_the_case_no_longer(here):
    case = open_case(a_referral(here["partnership"]), by=here["manager"], at=NOON)
    declared(case, here["coordinator"])
    second = a_referral(here["partnership"])
    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)
    own = KeyWrap.objects.filter(data_key=second.data_key)
    assert own.get().parent == case.data_key

    apart(here, fresh(second))

    assert own.get().parent is None


def test_a_risk_that_went_into_the_case_stands_on_both(here):
    case = open_case(a_referral(here["partnership"]), by=here["manager"], at=NOON)
    declared(case, here["coordinator"])
    second = a_referral(here["partnership"], safety__at_risk="yes")
    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)
    assert children_at_risk(here["coordinator"], at=NOON) == []

    apart(here, fresh(second))

    assert children_at_risk(here["coordinator"], at=LATER) == [
        ChildAtRisk.objects.get(referral=second)
    ]
    assert SafetyAction.objects.filter(case=case, confirmed_at=None).exists()


def test_only_the_business_unit_takes_it_out_and_says_why(here):
    first, second = two(here)
    second = joined(here, first, second)

    with pytest.raises(Refused, match="Only"):
        separate(second, reasons="Two boys.", by=here["police"], at=NOON)
    with pytest.raises(Refused, match="reasons"):
        separate(second, reasons=" ", by=here["coordinator"], at=NOON)
    assert fresh(second).stage == Stage.MERGED


# The pages


@pytest.fixture
def now():
    return about_now()


@pytest.fixture
def desk(now):
    partnership = a_partnership(at=now, reference_prefix="Q")
    return the_people(partnership, at=now) | {"partnership": partnership}


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def press(client, address, **answers):
    page = client.get(address).content.decode()
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post(address, fields | answers)


def test_it_is_picked_compared_joined_and_taken_out_on_its_pages(desk, now):
    first, second = two(desk, at=now)
    coordinator = signed_in(Client(), desk["coordinator"])
    assert [each for each, _ in to_join(second, desk["coordinator"], at=now)] == [first]
    pick = reverse("join_referral", args=[second.public_id])
    compare = reverse("compare_referral", args=[second.public_id, first.public_id])

    assert compare in text(coordinator.get(pick))
    chosen = coordinator.post(pick, {"reference": first.reference.lower()})
    assert chosen.url == compare
    page = text(coordinator.get(compare))
    for said in ("Tobiah Marchwinter", "Tobias Marchwinter", "The same", "boathouse"):
        assert said in page
    press(coordinator, compare, reasons="One boy.")
    assert fresh(second).joined_to == first
    shown = text(coordinator.get(reverse("referral", args=[second.public_id])))
    assert "Take a referral out of what it was joined to" in shown
    press(
        coordinator,
        reverse("separate_referral", args=[second.public_id]),
        reasons="Two boys.",
    )
    assert fresh(second).joined_to is None


def test_a_case_is_compared_by_who_may_open_it_and_that_is_recorded(desk, now):
    first, second = two(desk, at=now)
    case = open_case(first, by=desk["manager"], at=now)
    coordinator = signed_in(Client(), desk["coordinator"])
    pick = reverse("join_referral", args=[second.public_id])
    compare = reverse("compare_referral", args=[second.public_id, case.public_id])

    refused = coordinator.post(pick, {"reference": case.reference})
    assert "You may open no case with this reference" in text(refused)
    assert coordinator.get(compare).status_code == 404
    declared(case, desk["coordinator"], at=now)
    assert "Tobiah Marchwinter" in text(coordinator.get(compare))
    assert Entry.objects.filter(what="read_identities", case_id=case.pk).exists()
    press(coordinator, compare, reasons="One boy.")
    press(coordinator, compare, reasons="One boy.")

    assert fresh(second).case == case
    assert StepTaken.objects.filter(step="merge_case").count() == 1


def test_what_is_joined_to_nothing_cannot_be_taken_out(desk, now):
    first, _ = two(desk, at=now)
    coordinator = signed_in(Client(), desk["coordinator"])

    answer = coordinator.get(reverse("separate_referral", args=[first.public_id]))
    assert answer.status_code == 404
