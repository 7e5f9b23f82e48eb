"""What the words of an answer choose: "Deceased" is died, "F" is female."""

import re
from collections.abc import Mapping

from heed.papers.forms.boxes import chosen
from heed.papers.patterns import later

Choices = Mapping[str, str]
"""Patterns of words by the choice that they mean; the first that matches is meant."""

_UNDENIED = r"(?<!not )(?<!not yet )(?<!n't )(?<!no )(?<!non-)"
_ONLY_FEARED = r"(?<!risk of )(?<!near )(?<!near-)(?<!nearly )(?<!almost )"
_DEAD = rf"{_UNDENIED}{_ONLY_FEARED}\b(died|dead|death|deceas\w*|fatal\w*)\b"
_HARMED = rf"{_UNDENIED}\b(serious|significant|harm|injur)"
_NOT_SUSPECTED = r"\b(not|n't|never|no longer) (\w+ ){0,2}suspect"

YES_NO: Choices = {
    "not_known": r"(not |un)(yet )?(known|sure|clear|certain)|n/?k|don.?t know|tbc|\?",
    "no": r"n|no|none\b.*|nil\b.*|not at (present|this time).*|no\b.*|not met|false|"
    r"n/?a",
    "yes": r"y|yes|yes\b.*|true|x|☒|✓|✗|y\s*[-–].*",
}
INVOLVED: Choices = {
    **YES_NO,
    "no": YES_NO["no"] + r"|(historic|closed|past|previous|ended|former|discharged).*",
    "yes": YES_NO["yes"] + r"|(current|active|open|ongoing|still).*",
}
SEX: Choices = {
    "female": r"f|fem|female|girl|woman|f\b.*|female\b.*|(baby )?girl|"
    r"(both|all) (female|girls)",
    "male": r"m|male|boy|man|male\b.*|(baby )?boy|(both|all) (male|boys)",
}
STATUS: Choices = {
    "unborn": r"unborn.*|not (yet )?born.*|in utero|pregnan.*",
    "died": r"(?!.*\b(alive|surviv\w*)\b)(died.*|deceased.*|fatal.*)|dead|has died|"
    r"death|rip",
    "missing": r"missing.*",
    "alive": rf"(?!.*{_DEAD})(all alive|alive.*|living.*|(safe and )?well.*|surviv.*|"
    r"injured.*|in hospital.*|critical.*|stable.*|recover.*|discharged.*|serious.*)",
    "unknown": r"(not |un)known|n/?k",
}
CAPACITY: Choices = {
    "safeguarding_lead": r".*safeguarding lead.*|.*\bdsl\b.*",
    "public": r".*(member of (the )?public|neighbou?rs?\b|relative|friend|"
    r"family member|grand ?(mother|father|parent|ma|dad)|\bnan\b|\baunt|uncle|"
    r"\bmother\b|\bfather\b|\bparent\b|\bmum\b|\bdad\b|cousin|childminder|"
    r"volunteer).*",
    "elected": r".*(councillor|\bcllr\b|member of parliament|\bmp\b|elected).*",
    "coroner": r".*coroner.*",
    "staff": r".*(work for|staff|professional|practitioner|employ).*",
    "other": r"other.*|something else",
}
ENDORSEMENT: Choices = {
    "none": r"none|no\b.*|not (yet )?(asked|consulted|discussed).*|i have not asked.*",
    "is_referrer": r".*(is_referrer|i am the safeguarding lead|as above|same as).*",
    "signed": r".*\bsigned\b.*",
    "decided": r".*(decided|agree|endorse|approve|support).*",
    "consulted": r"yes\b.*|.*(consulted|advice|discussed|spoken|aware|informed).*",
    "named": r"named",
}
ABUSE: Choices = {
    "unknown": r"(not |un)(yet )?known.*|unclear.*|unsure.*|n/?k|"
    rf"(yes|known|confirmed|(?<!un)suspect\w*)\b.*{_NOT_SUSPECTED}.*|"
    rf".*{_NOT_SUSPECTED}.*\b(but|however|although|now|later|since|suspect\w*|known|"
    r"confirmed)\b.*|no\b.*\b(but|however|although)\b.*",
    "no": rf"no\b.*|none\b.*|neither\b.*|nil\b.*|.*{_NOT_SUSPECTED}.*|"
    r".*\b(no|not any|without) suspicion.*|unsuspected.*|(abuse |neglect )?ruled out.*",
    "known_or_suspected": r".*known (or|/) ?suspected.*",
    "suspected": r".*suspect.*|yes\b.*\b(think|believe|likely|probabl\w*|possibl\w*|"
    r"may|might)\b.*",
    "known": r"yes\b.*|known.*|"
    r"(?:abuse|neglect)\W{1,4}known\b.*|.*(?<!not )(?<!not yet )is known.*|confirmed.*",
}
OUTCOME: Choices = {
    "neither": r"neither.*|no\b(?! longer).*",
    "unknown": r"(not |un)(yet )?known.*|n/?k",
    "died": rf".*{_DEAD} (as a result|from|of|following|after|due|because)\b.*|"
    rf".*\b(later|then|subsequently|but|sadly) died\b.*|"
    rf"(?!.*(\balive\b|surviv|{_HARMED})).*{_DEAD}.*",
    "seriously_harmed": rf"(?!.*{_DEAD}).*{_HARMED}.*",
}
PLACE: Choices = {
    "index": r"index.*|subject.*|the child who.*",
    "sibling": r".*(sibling|brother|sister).*",
    "other": r"another child|other.*",
}
PARALLEL: Choices = {
    "criminal": r".*(\bcrime|criminal|police|crown court|cps|prosecut|trial|murder|"
    r"homicide|manslaughter).*",
    "coroner": r".*(coroner|inquest).*",
    "family_court": r".*(family (court|proceedings)|care proceedings).*",
    "lado": r".*(lado|allegation against).*",
    "child_death_review": r".*(child[ _]death|cdop|\bjar\b|joint agency response).*",
    "dhr": r".*(\bdhr\b|domestic (homicide|abuse related death)).*",
    "sar": r".*(\bsar\b|safeguarding adults? review).*",
    "psii": r".*(psii|patient safety|serious incident investigation).*",
    "other": r"other|something else",
}


_DELETED_BY_HAND = (YES_NO, SEX, STATUS, ABUSE, OUTCOME, ENDORSEMENT)
"""Whose choices a form prints beside one another, for all but one to be deleted."""
_NEXT = r"(?:\s*[/|]\s*|\s+or\s+|\s+)"
_OFFERED = later(
    rf"(?:(?:yes|y){_NEXT}(?:no|n)|(?:no|n){_NEXT}(?:yes|y))"
    rf"(?:{_NEXT}(?:not (?:yet )?known|not (?:sure|applicable)|unknown|unsure|"
    r"don.?t know|n/?k|n/?a|d/?k|tbc))*(?![\w/])[ .:;*]*"
)
_GUIDANCE = later(
    r"\(?\*?\s*(please )?(delete|circle|tick|select|choose|highlight|strike|"
    r"underline)\b.{0,60}"
)


def is_unanswered(words: str) -> bool:
    """Whether words are nothing but the printed choices: "Yes / No", none deleted."""
    said = _plainly(words)
    offered = _OFFERED.match(said)
    rest = said[offered.end() :].strip(" .:;-–") if offered else said
    return offered is not None and (not rest or bool(_GUIDANCE.fullmatch(rest)))


def _plainly(words: str) -> str:
    return re.sub(r"\s+", " ", chosen(words)).strip(" .:;").lower()


def choice(choices: Choices, words: str) -> str | None:
    """The one choice that these words mean; None when they say nothing, or two things
    that cannot both be.
    """
    said = _plainly(words)
    if said in choices:
        return said
    if choices in _DELETED_BY_HAND:
        offered = _OFFERED.match(said)
        # What was written behind the printed choices answers; a tick there does not
        # say which of them it ticks.
        said = said[offered.end() :].strip(" .:;-–") if offered else said
        if (offered and len(said) < 2) or _says_two_things(choices, said):  # noqa: PLR2004
            return None
    return _meant(choices, said) if said else None


def _meant(choices: Choices, said: str) -> str | None:
    meant = (name for name, p in choices.items() if re.fullmatch(p, said, re.DOTALL))
    return next(meant, None)


def _says_two_things(choices: Choices, said: str) -> bool:
    """Whether a stroke, or "or", parts two choices of which one ought to be deleted."""
    parts = re.split(r"\s*[/|]\s*|\s+or\s+", said)
    if len(parts) < 2 or re.fullmatch(r"n/[ak]\b.*", said):  # noqa: PLR2004
        return False
    if choices is ABUSE and re.match(r"no\b|not\b|neither\b|none\b", said):
        return False
    meanings = {_meant(choices, part) for part in parts if part} - {None}
    return len(meanings) > 1 and meanings != {"known", "suspected"}


def some(choices: Choices, words: str) -> list[str]:
    """Every choice that these words mean, in the order in which they stand."""
    parts = re.split(r"[;\n]|,\s", chosen(words))
    found = (choice(choices, part) for part in parts)
    return list(dict.fromkeys(each for each in found if each))
