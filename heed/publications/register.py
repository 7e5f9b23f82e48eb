"""The register of a case: everybody in it, and all that could give them away.

It is built from the sealed rows each time it is needed, and kept nowhere."""

import hashlib
import re

from heed.cases.models import Case, Child, FamilyMember, ProtectedAddress
from heed.deidentify import Kind, Register, register_of
from heed.reviews.models import Invitation

TELEPHONE = re.compile(r"\+?[\d() ]{7,}")
EMAIL = re.compile(r"\S+@\S+")


def register_of_case(case: Case) -> Register:
    """Everybody of a case as the search for identifying words takes them."""
    lines = [
        *(line for child in Child.objects.filter(case=case) for line in _child(child)),
        *(line for one in FamilyMember.objects.filter(case=case) for line in _kin(one)),
        *(_protected(kept) for kept in ProtectedAddress.objects.filter(case=case)),
        *(_practitioner(one) for one in Invitation.objects.filter(case=case)),
    ]
    return register_of(line for line in lines if line["value"] or line["pseudonym"])


def mark_of(register: Register) -> str:
    """By which it is seen that the register has changed since a search. To be sealed:
    it is made from names."""
    said = "\n".join(sorted(repr(entry) for entry in register.entries))
    return hashlib.sha256(said.encode()).hexdigest()


def _child(child: Child):
    role = "Child" if child.role == "subject" else child.role.capitalize()
    who = {"person": child.public_id, "role": role, "pseudonym": child.pseudonym}
    names = " ".join(name for name in (child.given_name, child.family_name) if name)
    yield _line(who, Kind.NAME, names)
    for alias in child.also_known_as or []:
        yield _line(who, Kind.ALIAS, alias)
    yield _line(who, Kind.DOB, child.born_on or child.born_as_typed)
    for day in (child.due_on, child.died_on):
        yield _line(who, Kind.DATE, day)
    yield _line(who, Kind.ADDRESS, child.address)
    yield _line(who, Kind.SCHOOL, child.school)
    for name, value in (child.identifiers or {}).items():
        if not name.endswith("_check"):
            yield _line(who, Kind.IDENTIFIER, value)


def _kin(member: FamilyMember):
    who = {
        "person": member.public_id,
        "role": member.relationship.capitalize(),
        "pseudonym": member.pseudonym,
    }
    yield _line(who, Kind.NAME, member.name)
    for alias in member.also_known_as or []:
        yield _line(who, Kind.ALIAS, alias)
    yield _line(who, Kind.DOB, member.born_on)
    for email in EMAIL.findall(member.contact or ""):
        yield _line(who, Kind.EMAIL, email)
    for number in TELEPHONE.findall(member.contact or ""):
        yield _line(who, Kind.PHONE, number)
    rest = TELEPHONE.sub(" ", EMAIL.sub(" ", member.contact or ""))
    yield _line(who, Kind.ADDRESS, rest.strip(" ,;\n"))


def _protected(kept: ProtectedAddress) -> dict:
    lives = kept.of_child or kept.of_member
    who = {
        "person": lives.public_id if lives else "",
        "role": "Somebody protected",
        "pseudonym": "",
    }
    return _line(who, Kind.ADDRESS, kept.address) | {"critical": "yes"}


def _practitioner(invited: Invitation) -> dict:
    who = {"person": "", "role": "Practitioner", "pseudonym": ""}
    return _line(who, Kind.NAME, invited.name)


def _line(who: dict, kind: Kind, value) -> dict:
    return who | {"kind": kind.value, "value": str(value or ""), "critical": ""}
