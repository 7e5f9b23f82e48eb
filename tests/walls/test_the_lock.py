"""While cases are closed to an account whose second factor was reset, nothing that was
said of a child opens: not in a case, and not in an email or a referral before one."""

import pytest

from heed.correspondence.models import IncomingEmail
from heed.referrals.models import ChildAtRisk, Referral
from tests.walls.addresses import every_address
from tests.walls.asking import all_held, answer

pytestmark = pytest.mark.django_db(databases=["default", "library"])
BEFORE_A_CASE = (ChildAtRisk, IncomingEmail, Referral)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_email_and_no_referral_opens_to_an_account_that_is_closed(world, method):
    said = [
        each
        for address in every_address()
        for each in all_held(address, world)
        if isinstance(each.row, BEFORE_A_CASE)
    ]
    assert {type(each.row) for each in said} == set(BEFORE_A_CASE)
    closed = world.browsers["locked"]
    opened = {
        each.address.route
        for each in said
        if answer(closed, method, each.path).status_code == 200
    }
    assert opened == set()


def test_the_queue_of_emails_is_closed_too(world):
    got = answer(world.browsers["locked"], "GET", "/emails/")
    assert got.status_code == 302
    assert answer(world.browsers["manager"], "GET", "/emails/").status_code == 200
