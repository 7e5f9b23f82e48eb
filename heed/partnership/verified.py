"""Which mail domains of agencies are verified, whose addresses lie outside them, and
who of an agency signs in with an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heed.partnership.addresses import domain_of
from heed.partnership.models import Organisation, Person, VerifiedDomain
from heed.partnership.queries import roles_in


@dataclass(frozen=True)
class Domain:
    """A mail domain of an agency, and the last word on whether it is theirs."""

    name: str
    said: VerifiedDomain | None = None

    @property
    def is_verified(self) -> bool:
        return bool(self.said) and self.said.how != VerifiedDomain.How.NOT_THEIRS

    @property
    def is_not_theirs(self) -> bool:
        return bool(self.said) and not self.is_verified


def domains_of(organisations: Iterable[Organisation]) -> dict:
    """The mail domains of each of these agencies, by its id; one look for all."""
    every = list(organisations)
    rows = VerifiedDomain.objects.filter(organisation__in=every)
    said = {
        (r.organisation_id, r.domain): r for r in rows.select_related("verified_by")
    }
    return {
        one.pk: [Domain(name, said.get((one.pk, name))) for name in one.mail_domains]
        for one in every
    }


def named_theirs(domains: Iterable[Domain]) -> set[str]:
    """Which of an agency's mail domains are its own: those without the ones of which
    somebody found that they are not."""
    return {each.name for each in domains if not each.is_not_theirs}


def domains_theirs(organisation: Organisation) -> set[str]:
    """The mail domains that are known to be an agency's own."""
    return named_theirs(domains_of([organisation])[organisation.pk])


def is_theirs_alone(domain: str, organisation: Organisation) -> bool:
    """Whether a mail domain is known to be this agency's own and no other's of its
    partnership: behind one that several share stands anybody of any of them."""
    here = Organisation.objects.filter(partnership=organisation.partnership_id)
    every = domains_of(here)
    whose = [key for key, known in every.items() if domain in named_theirs(known)]
    return whose == [organisation.pk]


def lies_outside(address: str, domains: Iterable[Domain]) -> bool:
    """Whether an address lies outside the domains that are known of its agency, where
    any is; one that is said not to be theirs is outside too."""
    known = [*domains]
    return bool(known) and domain_of(address) not in named_theirs(known)


def account_in(organisation: Organisation, address: str, on: date) -> Person | None:
    """Who signs in with this address and holds a role for an organisation on a day;
    None where nobody does."""
    held = roles_in(organisation.partnership, on).filter(organisation=organisation)
    found = held.filter(person__email__iexact=address.strip()).first()
    return found.person if found else None
