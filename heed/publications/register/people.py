"""The children of a case and their family, as the case keeps them."""

import re
from collections.abc import Iterator

from heed.cases.kept import rows_of
from heed.cases.models import Case, Child, FamilyMember, ProtectedAddress
from heed.cases.queries import family_record_of
from heed.deidentify import Kind
from heed.publications.register.lines import (
    Line,
    line,
    never_to_print,
    several,
    somebody,
)

TELEPHONE = re.compile(r"\+?[\d() ]{7,}")
EMAIL = re.compile(r"\S+@\S+")


def who_is(child: Child) -> Line:
    """A child, and what the report calls them."""
    role = "Child" if child.role == "subject" else child.role.capitalize()
    return {"person": child.public_id, "role": role, "pseudonym": child.pseudonym}


def who_in_the_family(member: FamilyMember) -> Line:
    """Somebody of the family, and what the report calls them."""
    return {
        "person": member.public_id,
        "role": member.relationship.capitalize(),
        "pseudonym": member.pseudonym,
    }


def of_a_child(child: Child, who: Line) -> Iterator[Line]:
    """All that is known of a child and could give them away."""
    names = " ".join(name for name in (child.given_name, child.family_name) if name)
    yield line(who, Kind.NAME, names)
    for alias in child.also_known_as or []:
        yield line(who, Kind.ALIAS, alias)
    for former in child.former_names or []:
        yield never_to_print(who, Kind.NAME, former)
    yield line(who, Kind.DOB, child.born_on or child.born_as_typed)
    for day in (child.due_on, child.died_on):
        yield line(who, Kind.DATE, day)
    yield line(who, Kind.ADDRESS, child.address)
    yield line(who, Kind.SCHOOL, child.school)
    for name, value in (child.identifiers or {}).items():
        if not name.endswith("_check"):
            yield line(who, Kind.IDENTIFIER, value)


def of_kin(member: FamilyMember, who: Line) -> Iterator[Line]:
    """All that is known of somebody of the family and could give them away."""
    yield line(who, Kind.NAME, member.name)
    for alias in [*(member.also_known_as or []), *several(member.name_chosen)]:
        yield line(who, Kind.ALIAS, alias)
    for former in member.former_names or []:
        yield never_to_print(who, Kind.NAME, former)
    yield line(somebody("Advocate"), Kind.NAME, member.advocate)
    yield line(who, Kind.DOB, member.born_on)
    for email in EMAIL.findall(member.contact or ""):
        yield line(who, Kind.EMAIL, email)
    for number in TELEPHONE.findall(member.contact or ""):
        yield line(who, Kind.PHONE, number)
    rest = TELEPHONE.sub(" ", EMAIL.sub(" ", member.contact or ""))
    yield line(who, Kind.ADDRESS, rest.strip(" ,;\n"))


def called_at_home(case: Case, children: list[Child]) -> Iterator[Line]:
    """The names that the family uses. Of several children, each name may be any's."""
    only = who_is(children[0]) if len(children) == 1 else somebody("Child")
    for name in several(family_record_of(case).child_called):
        yield line(only, Kind.ALIAS, name)


def protected_in(case: Case) -> Iterator[Line]:
    """Where somebody lives who must not be found."""
    for kept in rows_of(ProtectedAddress, case):
        lives = kept.of_child or kept.of_member
        who = somebody("Somebody protected")
        who["person"] = lives.public_id if lives else ""
        yield never_to_print(who, Kind.ADDRESS, kept.address)
