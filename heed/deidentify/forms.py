"""One way in which one line of the register may be written."""

from dataclasses import dataclass
from enum import StrEnum

from heed.deidentify.entries import Entry
from heed.deidentify.findings import Tier


class Care(StrEnum):
    """What must hold before a form counts."""

    NONE = "none"
    CAPITALISED = "capitalised"  # each word begins with a capital
    UPPER_CASE = "upper_case"  # initials: "EM" but not "em"
    DOTTED = "dotted"  # initials that are an abbreviation too: "D.A." but not "DA"
    EVERYDAY = "everyday"  # an everyday word: the sentence around it decides


@dataclass(frozen=True, slots=True)
class Form:
    """`words` are folded. A form that others share is only to be checked."""

    words: tuple[str, ...]
    class_: str
    entry: Entry
    care: Care = Care.NONE
    tier: Tier = Tier.CONFIRMED
