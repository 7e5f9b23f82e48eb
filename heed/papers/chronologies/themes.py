"""On which themes an entry may touch: by words that say so, each shown. A person
confirms; nothing is a theme because a list of words has it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heed.papers.chronologies.entries import Entry
from heed.papers.patterns import later


@dataclass(frozen=True, slots=True)
class Suggested:
    """A theme by its code, and the words of the entry that suggest it."""

    code: str
    words: str


def _cues(*cues: str) -> re.Pattern[str]:
    return later(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE)


# Words so precise that one of them is enough (data on published reviews, section 5.2).
# A theme without such words is chosen by a person alone.
_CUES: Mapping[str, re.Pattern[str]] = {
    "A06": _cues(
        "was not brought",
        "were not brought",
        "wnb",
        "did not attend",
        r"dna['’]?d?",
        r"missed (?:\w+ ){0,2}appointments?",
    ),
    "B01": _cues(
        r"domestic (?:abuse|violence)",
        r"coercive(?:\W+and\W+controlling)?(?: control| behaviour)?",
        "marac",
        "dash",
        "clare[’']s law",
    ),
    "B05": _cues(
        r"(?:her|mother[’']s|mum[’']s) (?:new )?partner",
        r"new (?:boyfriend|partner)",
        r"unknown (?:man|men|male|males)",
        r"father (?:was )?not (?:seen|spoken to|recorded|known|present|asked)",
        r"significant males?",
    ),
    "B07": _cues(
        r"conceal(?:ed|s|ing) (?:the |her )?pregnancy",
        "denied (?:the |her )?pregnancy",
        r"late book(?:ing|ed)",
        r"pre-?birth (?:assessment|plan)",
        "unborn",
    ),
    "B11": _cues(
        r"overcrowd(?:ed|ing)",
        r"evict(?:ed|ion)",
        "temporary accommodation",
        "no recourse to public funds",
        "food ?banks?",
        "rent arrears",
        "homeless(?:ness)?",
    ),
    "C01": _cues(
        r"seen alone",
        r"spoken to alone",
        r"wishes and feelings",
        r"lived experience",
        r"voice of the child",
    ),
    "C02": _cues(
        r"accepted (?:the |her |his |their )?(?:account|explanation)",
        r"(?:did not|not) question(?:ed)?",
        "at face value",
        r"self-?report(?:ed|s)?",
    ),
    "C03": _cues(
        r"(?:was |were )?not shared",
        r"information[ -]sharing",
        r"(?:were |was )?unaware (?:of|that)",
        r"(?:was |were )?not (?:told|informed) (?:of|that|about)",
    ),
    "C05": _cues(
        r"thresholds?",
        r"stepp?ed (?:down|up)",
        "no further action",
        "nfa",
        r"closed the case|case (?:was )?closed",
        "early help",
    ),
    "C06": _cues(
        r"strategy (?:discussion|meeting)",
        r"(?:section|s\.?) ?47",
        "icpc",
        "child protection (?:conference|plan|medical)",
        "core group",
    ),
    "C07": _cues(
        r"escalat(?:ed|es|ion|ing)", r"professional disagreement", r"challenged"
    ),
    "C08": _cues(r"supervision", r"management oversight", r"caseloads?"),
    "C09": _cues(
        r"not recorded",
        r"no record (?:of|was|is)",
        r"copied forward",
        r"minutes (?:were )?not",
    ),
    "C10": _cues(r"drift(?:ed)?", r"pre-?proceedings", "plo"),
    "C12": _cues(
        r"rac(?:ism|ist)", r"interpreters?", r"ethnicity", r"cultur(?:e|al)", "religion"
    ),
    "C13": _cues(r"adultif\w+", "streetwise", r"lifestyle choices?", r"promiscu\w+"),
    "C14": _cues(r"affluent", "middle[ -]class", r"unconscious bias"),
    "C15": _cues(
        r"change of social worker", r"new social worker", r"trusted adult", "trauma"
    ),
    "C16": _cues(
        r"written agreement", r"safety plan", r"protective (?:parent|factor)s?"
    ),
    "C17": _cues(
        r"skeletal survey", r"paediatric (?:opinion|assessment)", "medical opinion"
    ),
    "C18": _cues(r"arrest(?:ed)?", r"a ?(?:&|and) ?e", r"emergency department"),
    "D01": _cues(
        r"moved (?:to|from) (?:another|a different) (?:area|authority|borough|county)",
        r"transfer(?:red)?[ -]in",
        r"out of area",
        "another local authority",
    ),
    "D02": _cues(r"18th birthday", r"transition to adult\w*"),
    "D03": _cues(
        r"placement (?:broke down|breakdown|ended|move)",
        r"foster (?:carer|placement|home)s?",
        r"residential (?:home|placement)",
        r"unregistered",
        "iro",
    ),
    "D04": _cues(
        r"exclu(?:ded|sion)",
        r"part-?time timetable",
        r"electively home educated|elective home education|ehe",
        "alternative provision",
        r"absent from school|school attendance|not in school",
    ),
    "D05": _cues(r"peer group", r"extra-?familial", r"contextual safeguarding"),
    "D06": _cues(r"vacanc(?:y|ies)", r"agency staff", r"waiting list", "unallocated"),
    "D08": _cues(
        r"cp-?is", r"(?:no |an? )?alert (?:on|was)", r"access to (?:the )?records"
    ),
    "D11": _cues(r"bail", "mappa", r"sex offenders?[’']? register", "probation"),
    "D12": _cues("lado", r"position of trust", r"allegation against (?:a |the )?staff"),
}
_DENIES = later(
    r"\b(no|nil|without|denie[sd]|denying|never|not)\b(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_ENDS = later(r"[.;:!?\n]")


def themes_suggested(entry: Entry) -> tuple[Suggested, ...]:
    """The themes that words of this entry suggest, in the order of the list; none by
    words that deny it: "no domestic abuse was known"."""
    said = f"{entry.event}\n{entry.outcome}\n{entry.comment}\n{entry.child_voice}"
    return tuple(_suggested(said))


def _suggested(said: str) -> Iterator[Suggested]:
    for code, cues in _CUES.items():
        found = (
            each for each in cues.finditer(said) if not _denied(said, each.start())
        )
        if (first := next(found, None)) is not None:
            yield Suggested(code, first[0])


def _denied(said: str, at: int) -> bool:
    before = _ENDS.split(said[max(0, at - 60) : at])[-1]
    return bool(_DENIES.search(before))
