"""The register of a case: everybody in it, and all that could give them away.

It is built from the sealed rows each time it is needed, and kept nowhere. Each source
of it is a function of its own, and has a test that plants somebody there."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.queries import children_of, family_of
from heed.deidentify import Register, register_of
from heed.partnership.models import Partnership
from heed.partnership.one_look import at_one_look
from heed.publications.register.agencies import where_they_went, who_answered
from heed.publications.register.area import of_the_area
from heed.publications.register.incident import numbers_of, when_it_happened
from heed.publications.register.lines import Line, as_known
from heed.publications.register.people import (
    called_at_home,
    of_a_child,
    of_kin,
    protected_in,
    who_in_the_family,
    who_is,
)
from heed.publications.register.referred import of_a_referral, who_referred
from heed.publications.register.reviewing import where_reviewers_work, who_was_invited
from heed.publications.register.told import mark_of_what_was_told, told_in
from heed.referrals.models import Referral

Naming = Partnership.Naming

__all__ = ["mark_of", "register_mark", "register_of_case", "whole_register_of"]


@at_one_look
def register_of_case(case: Case) -> Register:
    """Everybody of a case as its own rows have them: as the case keeps them, as the
    family calls them, and as each of its referrals names them."""
    return _of(case, _lines(case))


@at_one_look
def whole_register_of(case: Case) -> Register:
    """The same, with everybody whom the words of chronologies, answers and accounts
    name. A search takes it; it reads all of them."""
    lines = _lines(case)
    known = {as_known(line) for line in lines}
    told = [line for line in told_in(case) if as_known(line) not in known]
    return _of(case, [*lines, *told])


def register_mark(case: Case) -> str:
    """By which it is seen that the whole register has changed since a search, without
    reading all that was told. To be sealed: it is made from names."""
    return mark_of(register_of_case(case), *mark_of_what_was_told(case))


def mark_of(register: Register, *told: tuple) -> str:
    """By which it is seen that a register has changed. To be sealed like it."""
    entries = sorted(repr(entry) for entry in register.entries)
    scheme = [register.scheme] if register.scheme else []
    said = "\n".join([*entries, *map(repr, told), *scheme])
    return hashlib.sha256(said.encode()).hexdigest()


def _of(case: Case, lines: list[Line]) -> Register:
    kept = register_of(line for line in lines if line["value"] or line["pseudonym"])
    naming = case.partnership.naming
    return replace(kept, scheme="" if naming == Naming.CHOSEN else naming)


def _lines(case: Case) -> list[Line]:
    children, kin = children_of(case), family_of(case)
    referrals = list(rows_of(Referral, case))
    lines = [
        *(line for child in children for line in of_a_child(child, who_is(child))),
        *(line for one in kin for line in of_kin(one, who_in_the_family(one))),
        *called_at_home(case, children),
        *protected_in(case),
        *_beside_the_family(case),
    ]
    known = {as_known(line) for line in lines}
    referred = (
        line
        for referral in referrals
        for line in of_a_referral(referral, children, kin)
        if as_known(line) not in known
    )
    lines = [*lines, *referred]
    if any(line["value"] for line in lines):
        # Days and numbers alone are nobody: a register without people must still be
        # refused.
        lines += [*when_it_happened(case), *numbers_of(case, referrals)]
    return [*lines, *of_the_area(case)]


def _beside_the_family(case: Case) -> Iterator[Line]:
    """Who referred, who wrote for an agency, who was invited as a practitioner. One is
    not told from another: who referred is known to few."""
    yield from who_referred(case)
    yield from who_answered(case)
    yield from where_they_went(case)
    yield from who_was_invited(case)
    yield from where_reviewers_work(case)
