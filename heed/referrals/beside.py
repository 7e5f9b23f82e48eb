"""What the referrals of a case say of proceedings and other reviews beside it."""

from collections.abc import Iterator

from heed.cases.models import Case
from heed.cases.said_beside import SaidBeside
from heed.referrals.queries import reading_of, referrals_of_case
from heed.referrals.said import PART
from heed.rulebook.parallel import Kind

# A form asks more coarsely than the register: of the first, a person says which it is.
MEANT: dict[str, tuple[Kind, ...]] = {
    "criminal": (Kind.POLICE, Kind.PROSECUTION),
    "coroner": (Kind.INQUEST,),
    "family_court": (Kind.FAMILY_COURT,),
    "lado": (Kind.EMPLOYMENT,),
    "child_death_review": (Kind.CHILD_DEATH_REVIEW,),
    "dhr": (Kind.DOMESTIC_ABUSE_DEATH,),
    "sar": (Kind.ADULT_REVIEW,),
    "psii": (Kind.PATIENT_SAFETY,),
    "other": (Kind.OTHER,),
}
WORDS = PART["parallel"].asked[0].choices


def said_in_referrals(case: Case) -> Iterator[SaidBeside]:
    """Each process that a referral of the case names, with the reference beside it."""
    for referral in referrals_of_case(case):
        for row in reading_of(referral).get(PART["parallel"].read_as) or []:
            if (slug := row.get("type")) in MEANT:
                what = f"{WORDS.get(slug, slug)}, in {referral.reference}"
                yield SaidBeside(MEANT[slug], what, row.get("ref") or "")
