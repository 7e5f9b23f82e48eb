"""From which agency a referral came, as far as anybody can say."""

from dataclasses import dataclass

from heed.correspondence.models import Proof
from heed.partnership.addresses import domain_of
from heed.partnership.models import Organisation
from heed.partnership.queries import organisations_of
from heed.partnership.verified import domains_of, named_theirs
from heed.referrals.models import Referral
from heed.referrals.models.referral import SENDER_KINDS

LISTED, KIND = "listed:", "kind:"


@dataclass(frozen=True)
class CameFrom:
    """An agency of the directory, or what sort of sender it is; or neither."""

    agency: Organisation | None = None
    kind: str = ""


def may_have_sent(referral: Referral, *, on) -> list:
    """What can be chosen as where a referral came from: the directory, then sorts of
    sender that are in no directory."""
    listed = list(organisations_of(referral.partnership, on))
    if referral.agency and referral.agency not in listed:
        listed.append(referral.agency)  # it belonged to the partnership then
    return [
        ("", "Not known"),
        (
            "In the directory",
            [(f"{LISTED}{one.public_id}", one.name) for one in listed],
        ),
        (
            "Not in the directory",
            [(f"{KIND}{kind}", label) for kind, label in SENDER_KINDS],
        ),
    ]


def chosen_as(referral: Referral) -> str:
    """How what is recorded stands among what can be chosen."""
    if referral.agency:
        return f"{LISTED}{referral.agency.public_id}"
    return f"{KIND}{referral.agency_kind}" if referral.agency_kind else ""


def meant_by(chosen: str, partnership) -> CameFrom:
    """What somebody chose; ValueError for what cannot be chosen."""
    if chosen.startswith(LISTED):
        listed = organisations_of(partnership)
        wanted = chosen.removeprefix(LISTED)
        found = next((one for one in listed if str(one.public_id) == wanted), None)
        if found is None:
            raise ValueError("No organisation of this partnership.")
        return CameFrom(agency=found)
    kind = chosen.removeprefix(KIND)
    if kind and kind not in dict(SENDER_KINDS):
        raise ValueError("No sort of sender.")
    return CameFrom(kind=kind)


def as_it_says(referral: Referral, identity: dict, *, on) -> CameFrom:
    """Where a referral came from by what stands in it: somebody who says that they are
    of no organisation; one organisation of the directory, by its full name or, for an
    email whose sender is proven, by its mail domain. Anything else is for a person."""
    if (capacity := identity.get("capacity")) in STANDS_ALONE:
        return CameFrom(kind=capacity)
    listed = list(organisations_of(referral.partnership, on))
    name = _plain(identity.get("organisation") or "")
    found = [one for one in listed if name and _plain(one.name) == name]
    if not found and (domain := _proven_domain(referral)):
        theirs = domains_of(listed)
        found = [one for one in listed if domain in named_theirs(theirs[one.pk])]
    return CameFrom(agency=found[0]) if len(found) == 1 else CameFrom()


STANDS_ALONE = frozenset({"public", "elected", "coroner"})


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _proven_domain(referral: Referral) -> str:
    email = referral.email
    if email is None or email.sender_proven != Proof.PROVEN or not email.sender:
        return ""
    return domain_of(email.sender)
