"""The day of the incident, and the numbers by which a case is known."""

from collections.abc import Iterator

from heed.cases.models import Case
from heed.deidentify import Kind
from heed.incidents.queries import notifications_of
from heed.publications.register.lines import Line, line, somebody
from heed.referrals.models import Referral


def when_it_happened(case: Case) -> Iterator[Line]:
    """The day of the incident, or the days between which it was."""
    for day in (case.happened_on, case.happened_until):
        yield line(somebody("The incident"), Kind.DATE, day)


def numbers_of(case: Case, referrals: list[Referral]) -> Iterator[Line]:
    """What the case, its referrals and the national body call it."""
    own = {referral.reference for referral in referrals}
    national = {sent.national_reference for sent in notifications_of(case)}
    for number in {case.reference, *own, *national}:
        yield line(somebody("The case"), Kind.IDENTIFIER, number)
