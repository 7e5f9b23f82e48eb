"""How a child is described to the Panel: the codes that are counted, in words, and the
facts that a submission owes of each child.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

STATUS: Mapping[str, str] = {
    "alive": "Alive",
    "died": "Has died",
    "unborn": "Not born yet",
    "missing": "Missing",
    "unknown": "Not known",
}
AGE_BANDS: Mapping[str, str] = {
    "unborn": "Not born yet",
    "under 1": "Under 1 year",
    "1-5": "1 to 5 years",
    "6-10": "6 to 10 years",
    "11-15": "11 to 15 years",
    "16-17": "16 or 17 years",
    "18+": "18 years or older",
}
# The codes of the school census, which the national system uses too.
ETHNICITIES: Mapping[str, str] = {
    "WBRI": "White: British",
    "WIRI": "White: Irish",
    "WIRT": "White: Traveller of Irish heritage",
    "WROM": "White: Gypsy or Roma",
    "WOTH": "White: any other background",
    "MWBC": "Mixed: White and Black Caribbean",
    "MWBA": "Mixed: White and Black African",
    "MWAS": "Mixed: White and Asian",
    "MOTH": "Mixed: any other background",
    "AIND": "Asian: Indian",
    "APKN": "Asian: Pakistani",
    "ABAN": "Asian: Bangladeshi",
    "CHNE": "Asian: Chinese",
    "AOTH": "Asian: any other background",
    "BCRB": "Black: Caribbean",
    "BAFR": "Black: African",
    "BOTH": "Black: any other background",
    "OOTH": "Any other ethnic group",
    "REFU": "Asked, and not said",
    "NOBT": "Not known yet",
}
_UPPER = ((1, "under 1"), (6, "1-5"), (11, "6-10"), (16, "11-15"), (18, "16-17"))


@dataclass(frozen=True, kw_only=True)
class ChildFact:
    """A fact that a submission owes of each child. `lacks` is the kind of the open item
    by which somebody says that it is not known, and why.
    """

    slug: str
    label: str
    lacks: str


CHILD_FACTS: Sequence[ChildFact] = (
    ChildFact(slug="age", label="Age", lacks="lacks.birth"),
    ChildFact(slug="sex", label="Sex or gender", lacks="lacks.sex"),
    ChildFact(slug="ethnicity", label="Ethnicity", lacks="lacks.ethnicity"),
    ChildFact(slug="disability", label="Disability", lacks="lacks.disability"),
    ChildFact(slug="religion", label="Religion", lacks="lacks.ethnicity"),
    ChildFact(slug="language", label="Language", lacks="lacks.ethnicity"),
    ChildFact(slug="legal_status", label="Legal status", lacks="lacks.plans"),
    ChildFact(slug="plans", label="Plans", lacks="lacks.plans"),
    ChildFact(slug="education", label="Education", lacks="lacks.education"),
)


def age_band(born_on: date, on: date) -> str:
    """The band of a child's age on a day: by whole years, as the statistics count."""
    if on < born_on:
        return "unborn"
    had_birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    years = on.year - born_on.year - (not had_birthday)
    return next((band for upper, band in _UPPER if years < upper), "18+")
