"""What the words of an answer choose: "Deceased" is died, "F" is female."""

import re
from collections.abc import Mapping

from heed.papers.forms.boxes import chosen

Choices = Mapping[str, str]
"""Patterns of words by the choice that they mean; the first that matches is meant."""

YES_NO: Choices = {
    "not_known": r"(not |un)(yet )?(known|sure|clear|certain)|n/?k|don.?t know|tbc|\?",
    "no": r"n|no|none\b.*|nil\b.*|not at (present|this time).*|no\b.*|not met|false|"
    r"n/?a",
    "yes": r"y|yes|yes\b.*|true|x|☒|✓|✗|y\s*[-–].*",
}
SEX: Choices = {
    "female": r"f|fem|female|girl|woman|f\b.*|female\b.*|(baby )?girl",
    "male": r"m|male|boy|man|male\b.*|(baby )?boy",
}
STATUS: Choices = {
    "unborn": r"unborn.*|not (yet )?born.*|in utero|pregnan.*",
    "died": r"died.*|dead|deceased.*|has died|death|fatal.*|rip",
    "missing": r"missing.*",
    "alive": r"alive.*|living.*|(safe and )?well.*|surviv.*|injured.*|in hospital.*|"
    r"critical.*|stable.*|recover.*|discharged.*|serious.*",
    "unknown": r"(not |un)known|n/?k",
}
CAPACITY: Choices = {
    "safeguarding_lead": r".*safeguarding lead.*|.*\bdsl\b.*",
    "public": r".*(member of (the )?public|neighbou?r|relative|friend|family member|"
    r"grand ?(mother|father|parent|ma|dad)|\bnan\b|\baunt|uncle|\bmother\b|\bfather\b|"
    r"\bparent\b|\bmum\b|\bdad\b|cousin|childminder|volunteer).*",
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
    "known_or_suspected": r".*known (or|/) ?suspected.*",
    "suspected": r".*suspect.*",
    "unknown": r"(not |un)(yet )?known.*|unclear.*|unsure.*|n/?k",
    "no": r"no\b.*|none",
    "known": r"yes\b.*|known.*|.*is known.*|confirmed.*",
}
OUTCOME: Choices = {
    "neither": r"neither.*|no\b.*",
    "unknown": r"(not |un)(yet )?known.*|n/?k",
    "seriously_harmed": r".*(serious|harm|injur).*",
    "died": r".*(died|dead|death|deceas|fatal).*",
}
PLACE: Choices = {
    "index": r"index.*|subject.*|the child who.*",
    "sibling": r".*(sibling|brother|sister).*",
    "other": r"another child|other.*",
}
PARALLEL: Choices = {
    "criminal": r".*(criminal|police|crown court|cps|prosecut|trial).*",
    "coroner": r".*(coroner|inquest).*",
    "family_court": r".*(family (court|proceedings)|care proceedings).*",
    "lado": r".*(lado|allegation against).*",
    "child_death_review": r".*(child[ _]death|cdop).*",
    "dhr": r".*(\bdhr\b|domestic (homicide|abuse related death)).*",
    "sar": r".*(\bsar\b|safeguarding adults? review).*",
    "psii": r".*(psii|patient safety|serious incident investigation).*",
    "other": r"other|something else",
}


def choice(choices: Choices, words: str) -> str | None:
    """The one choice that these words mean; None when they say nothing."""
    said = re.sub(r"\s+", " ", chosen(words)).strip(" .:;").lower()
    if not said:
        return None
    if said in choices:
        return said
    meant = (name for name, p in choices.items() if re.fullmatch(p, said, re.DOTALL))
    return next(meant, None)


def some(choices: Choices, words: str) -> list[str]:
    """Every choice that these words mean, in the order in which they stand."""
    parts = re.split(r"[;\n]|,\s", chosen(words))
    found = (choice(choices, part) for part in parts)
    return list(dict.fromkeys(each for each in found if each))
