"""Practitioners who were invited to be heard, and where the reviewer comes from."""

from collections.abc import Iterator

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.deidentify import Kind
from heed.publications.register.lines import Line, at_work, line, somebody
from heed.reviews.models import Invitation
from heed.reviews.queries import appointments_of


def who_was_invited(case: Case) -> Iterator[Line]:
    """The practitioners at an event, and where they work."""
    for invited in rows_of(Invitation, case):
        yield from at_work(invited.name, employer=invited.organisation)


def where_reviewers_work(case: Case) -> Iterator[Line]:
    """The firms of lead reviewers. Their own names stand on the report."""
    for each in appointments_of(case):
        firm = each.person.organisation
        yield line(somebody("Lead reviewer"), Kind.EMPLOYER, firm and firm.name)
