"""Who referred a child is told, in neutral words, what became of it: by email where
that is safe, and by the secret of the receipt in any case."""

from datetime import timedelta

import pytest

from heed.cases.models import Case
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import (
    begin_other_learning,
    decide_on_notification,
    record_notification,
)
from heed.referrals.actions import note_reading, open_case
from heed.referrals.models import Referral
from heed.referrals.queries import status_of_referral
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db
OPENED = NOON - timedelta(minutes=5)
LATER = NOON + timedelta(days=2)
REASONS = "Two accounts agree: Tobiah slipped."
REFERRER = "neighbour@marrowby.example"


def a_case_of(**answers):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership, **answers)
    note_reading(referral, by=people["coordinator"], at=OPENED)
    case = open_case(referral, by=people["coordinator"], at=NOON)
    declared(case, *people.values())
    return Case.objects.get(pk=case.pk), people


def decided(case, people, outcome, *, at=LATER):
    decide_on_notification(
        case, outcome=outcome, reasons=REASONS, by=people["local_authority"], at=at
    )


def letters_to_referrer():
    sent = OutgoingEmail.objects.exclude(letter="referral_received")
    return [each for each in sent if each.to_address == REFERRER]


@pytest.mark.parametrize(
    ("outcome", "letter"),
    [
        ("do_not_notify", "not_taken_further"),
        ("other_learning", "learned_from_otherwise"),
    ],
)
def test_a_referrer_is_told_that_the_panel_is_not_notified(outcome, letter):
    case, people = a_case_of()

    decided(case, people, outcome)
    decided(case, people, outcome, at=LATER + timedelta(hours=1))

    (sent,) = letters_to_referrer()
    assert sent.letter == letter
    assert "Tobiah" not in str(sent.fields)
    assert "slipped" not in str(sent.fields)


@pytest.mark.parametrize("outcome", ["notify", "notify_looked_after_death"])
def test_a_referrer_is_not_told_that_it_is_notified(outcome):
    case, people = a_case_of()

    decided(case, people, outcome)

    assert letters_to_referrer() == []


def test_nobody_is_told_that_it_goes_no_further_once_the_panel_was_notified():
    case, people = a_case_of()
    record_notification(
        case,
        sent_at=NOON,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )

    decided(case, people, "do_not_notify")

    assert letters_to_referrer() == []


def test_who_must_not_be_written_to_is_not():
    case, people = a_case_of(referrer__contact_note="He reads my email.")

    decided(case, people, "do_not_notify")

    assert letters_to_referrer() == []


def test_the_receipt_follows_the_case_and_names_no_inner_step():
    case, people = a_case_of()
    referral = Referral.objects.get(case=case)
    assert status_of_referral(referral).words == "It is being considered"

    decided(case, people, "do_not_notify")
    told = status_of_referral(Referral.objects.get(case=case))
    assert told.words == "Our consideration has ended"
    assert told.since == LATER

    begin_other_learning(case, reasons="An audit.", by=people["icb"], at=LATER)
    told = status_of_referral(Referral.objects.get(case=case))
    assert told.words == "Our consideration has ended"


def test_moves_that_a_referrer_is_not_told_of_do_not_change_the_day():
    case, people = a_case_of()

    decided(case, people, "notify")

    told = status_of_referral(Referral.objects.get(case=case))
    assert told.words == "It is being considered"
    assert told.since == OPENED
