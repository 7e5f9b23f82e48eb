"""How a child is described: THE choices of every form that asks, and the facts that a
submission to the Panel owes of each child.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

PLACES: Mapping[str, str] = {
    "subject": "The child who died or was harmed",
    "sibling": "A brother or sister",
    "other": "Another child",
}
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
SEXES: Mapping[str, str] = {
    "female": "Female",
    "male": "Male",
    "other": "Another word is right: say it under “Anything else”",
    "not_known": "Not known",
}
DISABLED: Mapping[str, str] = {"yes": "Yes", "no": "No", "not_known": "Not known"}
LEGAL_STATUSES: Mapping[str, str] = {
    "not_in_care": "Not in care",
    "by_agreement": "In care by agreement (section 20)",
    "interim_care_order": "In care under an interim care order",
    "care_order": "In care under a care order (section 31)",
    "placement_order": "Under a placement order",
    "emergency": "Emergency protection order or police protection",
    "remand": "Remanded to care or to youth detention",
    "other_order": "With somebody else under an order of a court",
    "was_in_care": "Was in care before, and is not now",
    "not_known": "Not known",
}
# Where it happened and where a child in care lives, by the kinds that the Department
# for Education counts incidents by; the wording is ours.
KINDS_OF_PLACE: Mapping[str, str] = {
    "home": "At home",
    "childrens_home": "Children’s home, or residential school",
    "foster": "Foster placement",
    "hospital": "Hospital, or mother and baby unit",
    "secure": "Secure unit, or young offender institution",
    "supported": "Supported lodging or supported accommodation",
    "school": "School, college or nursery",
    "public": "Public place",
    "online": "Online",
    "other": "Somewhere else",
    "not_known": "Not known",
}
PLACEMENTS: Mapping[str, str] = {
    "not_placed": "Not placed: not in care",
    "with_parents": "With a parent, or somebody with parental responsibility",
    "kin": "Foster placement with relatives or friends",
    "foster": "Foster placement with somebody else",
    "childrens_home": KINDS_OF_PLACE["childrens_home"],
    "hospital": KINDS_OF_PLACE["hospital"],
    "secure": KINDS_OF_PLACE["secure"],
    "supported": KINDS_OF_PLACE["supported"],
    "adoption": "Placed for adoption",
    "alone": "Living independently",
    "other": "Another placement",
    "not_known": "Not known",
}
IMMIGRATION: Mapping[str, str] = {
    "no_control": "British, or not subject to immigration control",
    "settled": "Settled, or indefinite leave",
    "leave": "Leave for a time",
    "asylum": "Seeks asylum, with family",
    "unaccompanied": "Seeks asylum, unaccompanied",
    "refused": "Without leave, or refused",
    "other": "Another status",
    "not_known": "Not known",
}
PLANS: Mapping[str, str] = {
    "child_protection_now": "Child protection plan now",
    "child_protection_before": "Child protection plan before",
    "child_in_need_now": "Child in need plan now",
    "child_in_need_before": "Child in need plan before",
    "early_help": "Early or family help",
    "education_health_care": "Education, health and care plan",
    "pathway": "Pathway plan",
    "none": "No plan, now or before",
}
EDUCATION: Mapping[str, str] = {
    "attends": "At school, college or nursery",
    "home": "Educated at home",
    "alternative": "Alternative provision",
    "excluded": "Excluded or suspended",
    "missing": "Missing education",
    "not_in_work": "16 or older, not in education, work or training",
    "none_yet": "Too young, and at no nursery",
    "not_known": "Not known",
}
HARM: Mapping[str, str] = {
    "physical_abuse": "Physical abuse",
    "neglect": "Neglect",
    "emotional_abuse": "Emotional abuse",
    "sexual_abuse": "Sexual abuse in the family",
    "sexual_exploitation": "Sexual abuse or exploitation outside the family",
    "criminal_exploitation": "Criminal exploitation",
    "violence_by_others": "Violence by others outside the family",
    "killed_in_the_family": "Killed by somebody of the family",
    "infant_death": "Sudden unexpected death of a baby",
    "suicide": "Died by suicide",
    "self_harm": "Self-harm",
    "near_miss": "Came close to harm, and was not harmed",
    "fabricated_illness": "Fabricated or induced illness",
    "other": "Something else",
    "not_known": "Not known",
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
