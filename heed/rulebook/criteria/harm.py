"""What serious harm may be: limbs and degrees. The list is open, and a child who
recovers may have been seriously harmed all the same.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from heed.rulebook.criteria.notifiable import Answer


class Degree(StrEnum):
    """How an impairment is serious."""

    SERIOUS = "serious"
    LONG_TERM = "long_term"
    LIKELY_LONG_TERM = "likely_long_term"


DEGREES: Mapping[str, str] = {
    Degree.SERIOUS: "Serious",
    Degree.LONG_TERM: "Long-term",
    Degree.LIKELY_LONG_TERM: "Likely to be long-term, though not certain",
}
HARM_LIMBS: Mapping[str, str] = {
    "mental_health": "Mental health",
    "intellectual": "Intellectual development",
    "emotional": "Emotional development",
    "social": "Social development",
    "behavioural": "Behavioural development",
    "physical_health": "Physical health",
    "other": "Something else: the list is not complete",
}


def suggests_serious_harm(
    limbs: Mapping[str, Sequence[Degree]], *, life_threatening: Answer
) -> Answer:
    """Whether what was ticked speaks for serious harm: yes, or not known. It never
    says no, because the list is open; KeyError for a limb that is not in it.
    """
    ticked = any(degrees for limb, degrees in limbs.items() if HARM_LIMBS[limb])
    serious = ticked or life_threatening == Answer.YES
    return Answer.YES if serious else Answer.NOT_KNOWN


ABUSE_KINDS: Mapping[str, str] = {
    "physical": "Physical abuse",
    "emotional": "Emotional abuse",
    "sexual": "Sexual abuse",
    "neglect": "Neglect",
    "exploitation": "Sexual or criminal exploitation",
    "extra_familial": "Harm outside the family",
    "fabricated_illness": "Fabricated or induced illness",
    "honour_or_faith": "Abuse linked to honour or faith",
    "domestic_abuse": "Living with domestic abuse",
}
