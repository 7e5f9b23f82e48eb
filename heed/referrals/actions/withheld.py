"""Where somebody lives who must not be found: out of a referral, into what a case keeps
apart."""

import re

from heed.cases.belonging import belonging_to
from heed.cases.models import Case, Child, FamilyMember, ProtectedAddress
from heed.referrals.models import Referral
from heed.referrals.queries.checked import reading_of
from heed.vault.actions import index

WAYS = re.compile(r"\S+@\S+|\+?[\d() ]{7,}")  # emails and telephones tell no place


def protect(case: Case, address: str | None, *, by, at, **of_whom) -> None:
    """Keep an address apart, of a child or of an adult, or of nobody whom Heed could
    tell; once for each of them. Inside a step."""
    if not address:
        return
    kept = ProtectedAddress.objects.filter(case=case, **of_whom)
    if address not in {each.address for each in kept}:
        ProtectedAddress.objects.create(
            **belonging_to(case), address=address, recorded_at=at, **of_whom
        )


def keep_apart(case: Case, it: Referral, *, by, at) -> None:
    """Protect in a case what a referral that it takes in withholds. Where one address
    is withheld all of them are, also those that the case was told openly before."""
    for ref, address in (it.withheld or {}).items():
        protect(case, address, by=by, at=at, **_of_whom(case, reading_of(it), ref))
    if it.withheld:
        _take_away_from_view(case, by=by, at=at)


def _take_away_from_view(case: Case, *, by, at) -> None:
    for child in Child.objects.filter(case=case):
        if child.address:
            protect(case, child.address, by=by, at=at, of_child=child)
            child.address, child.version = None, child.version + 1
            child.save(update_fields=["address", "version"])
            _cannot_be_found_by_it(child, by=by, at=at)
    for member in FamilyMember.objects.filter(case=case):
        said = member.contact or ""
        where = WAYS.sub(" ", said).strip(" ,;\n")
        protect(case, where, by=by, at=at, of_member=member)
        member.contact = ", ".join(way.strip() for way in WAYS.findall(said)) or None
        member.must_not_be_told_address = True
        member.version += 1
        member.save(update_fields=["contact", "must_not_be_told_address", "version"])


def _cannot_be_found_by_it(child: Child, *, by, at) -> None:
    here = child.partnership_id
    index(row_id=child.pk, partnership_id=here, kind="address", values=[], by=by, at=at)


def _of_whom(case: Case, reading: dict, ref: str) -> dict:
    """The child or adult of a case whom a referral means, as far as names tell."""
    children = {child["ref"]: child for child in reading.get("children", [])}
    adults = {f"adult-{n}": said for n, said in enumerate(reading.get("adults", []), 1)}
    if ref in children:
        for child in Child.objects.filter(case=case):
            if _names(child.given_name, child.family_name) == _names(
                children[ref].get("given"), children[ref].get("family")
            ):
                return {"of_child": child}
    if ref in adults:
        for member in FamilyMember.objects.filter(case=case):
            if _names(member.name) == _names(adults[ref].get("name")):
                return {"of_member": member}
    return {}


def _names(*said: str | None) -> list[str]:
    return " ".join(filter(None, said)).casefold().split()
