"""People as referrals name them, and who referred."""

from collections.abc import Iterator

from heed.cases.kept import has_any
from heed.cases.models import Case, Child, FamilyMember
from heed.deidentify import Kind
from heed.publications.register.lines import Line, line, never_to_print, somebody
from heed.publications.register.people import (
    of_a_child,
    of_kin,
    who_in_the_family,
    who_is,
)
from heed.referrals.models import Referral, Referrer
from heed.referrals.queries import said_before_a_split
from heed.referrals.understanding import facts_of_adult, facts_of_child


def of_a_referral(
    referral: Referral, children: list[Child], kin: list[FamilyMember]
) -> Iterator[Line]:
    """What a referral says of people: one that joined later may call them otherwise,
    know another address, or name somebody whom the case does not. Of one that was split
    off, what stands in both may name the people of the other one too."""
    read = [(referral.reading or {}, referral.withheld or {})]
    for said, withheld in [*read, *said_before_a_split(referral)]:
        yield from _of_people(said, withheld, children, kin)


def _of_people(
    said: dict, withheld: dict, children: list[Child], kin: list[FamilyMember]
) -> Iterator[Line]:
    for each in said.get("children", []):
        facts = {"role": "other"} | facts_of_child(each)
        yield from of_a_child(Child(**facts), _meant(facts, children))
    for each in said.get("adults", []):
        facts = facts_of_adult(each, addresses_are_withheld=False)
        yield from of_kin(FamilyMember(**facts), _met(facts, kin))
    for address in withheld.values():
        yield never_to_print(somebody("Somebody protected"), Kind.ADDRESS, address)


def _meant(facts: dict, children: list[Child]) -> Line:
    """Whom of the case a referral means by a child; else somebody of that role."""
    named = (facts.get("given_name") or "").casefold()
    alike = [one for one in children if (one.given_name or "").casefold() == named]
    return who_is(alike[0]) if named and alike else somebody("Child")


def _met(facts: dict, kin: list[FamilyMember]) -> Line:
    named = (facts.get("name") or "").casefold()
    alike = [one for one in kin if (one.name or "").casefold() == named]
    if named and alike:
        return who_in_the_family(alike[0])
    return somebody(facts["relationship"])


def who_referred(case: Case) -> Iterator[Line]:
    """A neighbour or a nurse: nothing here says that they referred."""
    if not has_any(Referral, case):
        return
    for one in Referrer.objects.filter(referral__case=case):
        said = one.identity
        employer = said.get("organisation")
        who = somebody("Practitioner" if employer else "Somebody")
        yield line(who, Kind.NAME, said.get("name"))
        yield line(who, Kind.EMAIL, said.get("email"))
        yield line(who, Kind.PHONE, said.get("phone"))
        yield line(who, Kind.ADDRESS, said.get("address"))
        yield line(who, Kind.EMPLOYER, employer)
