"""Where somebody lives who must not be found is kept out of what leaves. What is
written to an agency or a lead is refused with it. The paper for the Panel is never held
back: what was taken out of it is named as missing."""

from dataclasses import replace

from heed.cases.apart import KeptApart
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.papers.submission import Gap, RapidReviewPack
from heed.referrals.kept_apart import addresses_kept_apart

TAKEN_OUT = (
    "An address that is kept apart in Heed stood here and was taken out. Tell it to "
    "the Panel by telephone, if it is needed."
)
TELLS_AN_ADDRESS = (
    "Where somebody lives is kept apart in this case, and it stands in what you wrote. "
    "Take the address out; if it is needed, tell it by telephone."
)
# Where the parts stand that are not among the sections.
OTHERS = {
    "facts": "notification",
    "annex": "facts",
    "decisions": "decision",
    "sign_offs": "sign_off",
}


def must_tell_no_address(words: str, case: Case) -> None:
    """Raises Refused where an address that is kept apart stands in words that leave."""
    if KeptApart(addresses_kept_apart(case)).stands_in(words):
        raise Refused(TELLS_AN_ADDRESS)


def without_addresses(pack: RapidReviewPack, case: Case) -> RapidReviewPack:
    """The same paper without any address that is kept apart, wherever it was typed;
    each part that held one says so among what is missing."""
    apart = KeptApart(addresses_kept_apart(case))
    cleaned = apart.without(pack)
    changed = [
        slug for slug in pack.sections if cleaned.sections[slug] != pack.sections[slug]
    ]
    changed += [
        part
        for name, part in OTHERS.items()
        if getattr(cleaned, name) != getattr(pack, name)
    ]
    gaps = tuple(Gap(part, TAKEN_OUT) for part in dict.fromkeys(changed))
    return replace(cleaned, gaps=(*cleaned.gaps, *gaps))
