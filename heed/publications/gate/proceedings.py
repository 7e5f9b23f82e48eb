"""The gate: proceedings and orders of courts."""

from heed.publications.facts import Facts
from heed.publications.gate.items import Item
from heed.rulebook.language import Role
from heed.rulebook.roles import PARTNERS


def proceedings(facts: Facts) -> Item:
    passed = Role.LEGAL_ADVISER in facts.cleared_by or (
        Role.MANAGER in facts.cleared_by and bool(facts.cleared_by & PARTNERS)
    )
    return Item(
        check="PG13",
        slug="proceedings",
        label="Proceedings and orders do not stand against it",
        passed=passed,
        sentence="Proceedings and orders of courts were looked at."
        if passed
        else "Nobody has confirmed that proceedings and orders allow it.",
        to_do="The legal adviser confirms it, or the manager and a partner.",
        page="clear_proceedings",
    )
