"""The agencies and the safeguarding leads that the referrals of a case name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from heed.cases.models import Case
from heed.partnership.models import Organisation
from heed.partnership.queries import organisations_of
from heed.referrals.queries.checked import reading_of
from heed.referrals.queries.one import referrals_of_case
from heed.referrals.said import LEAD


@dataclass(frozen=True)
class NamedAgency:
    """An agency of which a referral says that it knows the family, whom to ask there,
    and the organisation of the directory whose full name it gives."""

    name: str
    contact: str
    still_involved: bool | None
    reference: str
    listed: Organisation | None


@dataclass(frozen=True)
class NamedLead:
    """The safeguarding lead whom a referral names."""

    name: str
    role: str
    reference: str


def agencies_named_in(case: Case, *, on: date) -> list[NamedAgency]:
    """The agencies that the referrals of a case name as they stand, each once."""
    listed = {_plain(one.name): one for one in organisations_of(case.partnership, on)}
    found: dict[str, NamedAgency] = {}
    for reference, reading in _readings(case):
        for said in reading.get("agencies", []):
            name = said.get("name") or ""
            found.setdefault(
                _plain(name),
                NamedAgency(
                    name=name,
                    contact=said.get("contact") or "",
                    still_involved=said.get("still_involved"),
                    reference=reference,
                    listed=listed.get(_plain(name)),
                ),
            )
    return [each for key, each in found.items() if key]


def leads_named_in(case: Case) -> list[NamedLead]:
    """The safeguarding leads that the referrals of a case name, for the business unit:
    a lead may be who referred."""
    said = [(ref, reading.get(LEAD.slug) or {}) for ref, reading in _readings(case)]
    return [
        NamedLead(one["name"], one.get("role") or "", reference)
        for reference, one in said
        if one.get("name")
    ]


def _readings(case: Case) -> Iterator[tuple[str, dict]]:
    for referral in referrals_of_case(case):
        yield referral.reference, reading_of(referral)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
