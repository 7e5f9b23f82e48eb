"""The register of a case: everybody in it, and all that could give them away.

It is built from the sealed rows each time it is needed, and kept nowhere."""

import hashlib
import re
from collections.abc import Iterator

from heed.cases.kept import has_any, rows_of
from heed.cases.models import (
    Case,
    Child,
    FamilyMember,
    ProtectedAddress,
)
from heed.cases.queries import children_of, family_of, family_record_of
from heed.deidentify import Kind, Register, name_in, register_of
from heed.incidents.queries import notifications_of
from heed.rapid_reviews.models import AgencyAnswer
from heed.rapid_reviews.summaries import told_of_people
from heed.referrals.models import Referral, Referrer
from heed.referrals.queries import said_before_a_split
from heed.referrals.understanding import facts_of_adult, facts_of_child
from heed.reviews.models import Invitation

SEVERAL = re.compile(r"[,;/\n]|\s(?:and|or|&)\s", re.IGNORECASE)
TELEPHONE = re.compile(r"\+?[\d() ]{7,}")
EMAIL = re.compile(r"\S+@\S+")


def register_of_case(case: Case) -> Register:
    """Everybody of a case as the search for identifying words takes them: as the case
    keeps them, as the family calls them, and as each of its referrals names them."""
    children, kin = children_of(case), family_of(case)
    referrals = list(rows_of(Referral, case))
    lines = [
        *(line for child in children for line in _child(child, _who_is(child))),
        *(line for one in kin for line in _kin(one, _who_in_the_family(one))),
        *_called_at_home(case, children),
        *(_protected(kept) for kept in rows_of(ProtectedAddress, case)),
        *(line for lines in _beside_the_family(case) for line in lines),
    ]
    known = {_as_known(line) for line in lines}
    referred = (
        line
        for referral in referrals
        for line in _referred(referral, children, kin)
        if _as_known(line) not in known
    )
    lines = [*lines, *referred]
    if any(line["value"] for line in lines):
        # Numbers alone are nobody: a register without people must still be refused.
        lines += _numbers_of(case, referrals)
    return register_of(line for line in lines if line["value"] or line["pseudonym"])


def mark_of(register: Register) -> str:
    """By which it is seen that the register has changed since a search. To be sealed:
    it is made from names."""
    said = "\n".join(sorted(repr(entry) for entry in register.entries))
    return hashlib.sha256(said.encode()).hexdigest()


def _who_is(child: Child) -> dict:
    role = "Child" if child.role == "subject" else child.role.capitalize()
    return {"person": child.public_id, "role": role, "pseudonym": child.pseudonym}


def _who_in_the_family(member: FamilyMember) -> dict:
    return {
        "person": member.public_id,
        "role": member.relationship.capitalize(),
        "pseudonym": member.pseudonym,
    }


def _child(child: Child, who: dict) -> Iterator[dict]:
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


def _kin(member: FamilyMember, who: dict) -> Iterator[dict]:
    yield _line(who, Kind.NAME, member.name)
    for alias in [*(member.also_known_as or []), *_several(member.name_chosen)]:
        yield _line(who, Kind.ALIAS, alias)
    yield _line(_somebody("Advocate"), Kind.NAME, member.advocate)
    yield _line(who, Kind.DOB, member.born_on)
    for email in EMAIL.findall(member.contact or ""):
        yield _line(who, Kind.EMAIL, email)
    for number in TELEPHONE.findall(member.contact or ""):
        yield _line(who, Kind.PHONE, number)
    rest = TELEPHONE.sub(" ", EMAIL.sub(" ", member.contact or ""))
    yield _line(who, Kind.ADDRESS, rest.strip(" ,;\n"))


def _called_at_home(case: Case, children: list[Child]) -> Iterator[dict]:
    """The names that the family uses. Of several children, each name may be any's."""
    only = _who_is(children[0]) if len(children) == 1 else _somebody("Child")
    for name in _several(family_record_of(case).child_called):
        yield _line(only, Kind.ALIAS, name)


def _several(words: str | None) -> list[str]:
    return [name.strip() for name in SEVERAL.split(words or "") if name.strip()]


def _numbers_of(case: Case, referrals: list[Referral]) -> Iterator[dict]:
    own = {referral.reference for referral in referrals}
    national = {sent.national_reference for sent in notifications_of(case)}
    for number in {case.reference, *own, *national}:
        yield _line(_somebody("The case"), Kind.IDENTIFIER, number)


def _referred(
    referral: Referral, children: list[Child], kin: list[FamilyMember]
) -> Iterator[dict]:
    """What a referral says of people: one that joined later may call them otherwise,
    know another address, or name somebody whom the case does not. Of one that was split
    off, what stands in both may name the people of the other one too."""
    read = [(referral.reading or {}, referral.withheld or {})]
    for said, withheld in [*read, *said_before_a_split(referral)]:
        yield from _said_of_people(said, withheld, children, kin)


def _said_of_people(
    said: dict, withheld: dict, children: list[Child], kin: list[FamilyMember]
) -> Iterator[dict]:
    for each in said.get("children", []):
        facts = {"role": "other"} | facts_of_child(each)
        yield from _child(Child(**facts), _meant(facts, children))
    for each in said.get("adults", []):
        facts = facts_of_adult(each, addresses_are_withheld=False)
        yield from _kin(FamilyMember(**facts), _met(facts, kin))
    for address in withheld.values():
        yield _kept_apart(_somebody("Somebody protected"), address)


def _meant(facts: dict, children: list[Child]) -> dict:
    """Whom of the case a referral means by a child; else somebody of that role."""
    named = (facts.get("given_name") or "").casefold()
    alike = [one for one in children if (one.given_name or "").casefold() == named]
    return _who_is(alike[0]) if named and alike else _somebody("Child")


def _met(facts: dict, kin: list[FamilyMember]) -> dict:
    named = (facts.get("name") or "").casefold()
    alike = [one for one in kin if (one.name or "").casefold() == named]
    if named and alike:
        return _who_in_the_family(alike[0])
    return _somebody(facts["relationship"])


def _somebody(role: str) -> dict:
    return {"person": "", "role": role, "pseudonym": ""}


def _as_known(line: dict) -> tuple:
    return line["kind"], line["value"].casefold(), line["critical"]


def _protected(kept: ProtectedAddress) -> dict:
    lives = kept.of_child or kept.of_member
    who = {
        "person": lives.public_id if lives else "",
        "role": "Somebody protected",
        "pseudonym": "",
    }
    return _kept_apart(who, kept.address)


def _kept_apart(who: dict, address: str) -> dict:
    return _line(who, Kind.ADDRESS, address) | {"critical": "yes"}


def _beside_the_family(case: Case) -> Iterator[Iterator[dict]]:
    """Who referred, who wrote for an agency, who was invited as a practitioner. One is
    not told from another: who referred is known to few."""
    if has_any(Referral, case):
        for one in Referrer.objects.filter(referral__case=case):
            yield _referrer(one.identity)
    answers = rows_of(AgencyAnswer, case)
    for answer in answers.select_related("request__organisation"):
        employer = answer.request.organisation.name
        yield _named_by(answer)
        yield _at_work(name_in(answer.author), employer=employer)
        yield _at_work(name_in(answer.checked_by or ""))
    for invited in rows_of(Invitation, case):
        yield _at_work(invited.name, employer=invited.organisation)


def _named_by(answer: AgencyAnswer) -> Iterator[dict]:
    """People as an agency's own records have them: another spelling tells as much."""
    for told in told_of_people("", answer.facts or {}):
        who = _somebody(told.relationship or "Somebody")
        yield _line(who, Kind.NAME, told.name)
        yield _line(who, Kind.DOB, told.born)


def _referrer(said: dict) -> Iterator[dict]:
    """A neighbour or a nurse: nothing here says that they referred."""
    employer = said.get("organisation")
    who = _somebody("Practitioner" if employer else "Somebody")
    yield _line(who, Kind.NAME, said.get("name"))
    yield _line(who, Kind.EMAIL, said.get("email"))
    yield _line(who, Kind.PHONE, said.get("phone"))
    yield _line(who, Kind.ADDRESS, said.get("address"))
    yield _line(who, Kind.EMPLOYER, employer)


def _at_work(name: str, *, employer: str = "") -> Iterator[dict]:
    who = _somebody("Practitioner")
    yield _line(who, Kind.NAME, name)
    yield _line(who, Kind.EMPLOYER, employer)


def _line(who: dict, kind: Kind, value) -> dict:
    return who | {"kind": kind.value, "value": str(value or ""), "critical": ""}
