"""What is kept out of the paper for the Panel: where somebody lives who must not be
found. It never holds the paper back: what was taken out is named as missing."""

from dataclasses import replace

from heed.cases.apart import KeptApart
from heed.cases.models import Case
from heed.papers.submission import Gap, RapidReviewPack
from heed.referrals.kept_apart import addresses_kept_apart

TAKEN_OUT = (
    "An address that is kept apart in Heed stood here and was taken out. Tell it to "
    "the Panel by telephone, if it is needed."
)
# Where the parts stand that are not among the sections.
OTHERS = {"facts": "notification", "decisions": "decision", "sign_offs": "sign_off"}


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
