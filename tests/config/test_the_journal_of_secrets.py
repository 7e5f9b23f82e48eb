"""A secret that was replaced, a referral that was taken out and a reviewer who was
replaced stay so in a database that is put back from before."""

from dataclasses import replace
from uuid import uuid4

import pytest

from heed.cases.models import AccessGrant
from heed.config.journal import keeping, lines
from heed.referrals.actions import (
    give_new_secret,
    join_to_case,
    open_case,
    separate,
)
from heed.referrals.models import Referral
from heed.reviews.actions import replace_reviewer
from heed.reviews.models import AccountRequest
from heed.rulebook.language import Role
from heed.vault.codes import is_code
from tests.cases.factories import HEED, NOON, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_referral
from tests.reviews.factories import APRIL, a_review_at_work
from tests.reviews.test_practitioners_are_heard import an_account_asked, asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def journal(settings, tmp_path):
    settings.JOURNAL_FOLDER = tmp_path / "journal"


def ended_again(kind):
    """What ends of this kind, in a database that knows none of these entries."""
    keeping.catch_up(by=HEED, at=NOON)
    foreign = [
        replace(each, entry=str(uuid4())) for each in lines.lines() if each.kind == kind
    ]
    assert foreign
    return keeping.carry_out_again(foreign, by=HEED, at=NOON)


def test_a_link_for_an_account_that_was_replaced_opens_nothing():
    _, people, first = an_account_asked()
    asked(first.invitation, people)
    AccountRequest.objects.exclude(pk=first.pk).delete()
    AccountRequest.objects.filter(pk=first.pk).update(closed_at=None)

    assert ended_again("account_link") == {"account_link": 1}

    first.refresh_from_db()
    assert not first.is_open


def test_a_receipt_secret_that_was_replaced_opens_nothing():
    partnership = a_partnership()
    people = the_people(partnership)
    referral = a_referral(partnership)
    old = referral.receipt_to_show
    old_hash = Referral.objects.get(pk=referral.pk).receipt_hash
    give_new_secret(referral, by=people["coordinator"], at=NOON)
    keeping.catch_up(by=HEED, at=NOON)
    Referral.objects.filter(pk=referral.pk).update(receipt_hash=old_hash)
    assert is_code(old, old_hash)

    assert ended_again("receipt") == {"receipt": 1}

    assert not is_code(old, Referral.objects.get(pk=referral.pk).receipt_hash)


def test_a_referral_that_was_taken_out_of_a_case_is_not_read_there():
    partnership = a_partnership()
    people = the_people(partnership)
    first, second = a_referral(partnership), a_referral(partnership)
    by = people["coordinator"]
    case = open_case(first, by=by, at=NOON)
    join_to_case(second, case, reasons="One boy.", by=by, at=NOON)
    separate(Referral.objects.get(pk=second.pk), reasons="Two.", by=by, at=NOON)
    keeping.catch_up(by=HEED, at=NOON)
    again = Referral.objects.get(pk=second.pk)
    join_to_case(again, case, reasons="As before.", by=by, at=NOON)

    assert ended_again("referral") == {"referral": 1}

    assert Referral.objects.get(pk=second.pk).case_id is None


def test_a_reviewer_who_was_replaced_does_not_see_the_case():
    case, people = a_review_at_work()
    first = case.appointments.get()
    replace_reviewer(first, reason="She is ill.", by=people["icb"], at=APRIL)
    hers = AccessGrant.objects.filter(case=case, role=Role.LEAD_REVIEWER)
    keeping.catch_up(by=HEED, at=NOON)
    assert any(
        str(hers.get().pk) in each.facts.get("revoked", ()) for each in lines.lines()
    )
    hers.update(revoked_at=None)

    assert ended_again("access") == {"access": 1}

    assert hers.get().revoked_at
