"""Answers that only point: "as above", "as child 1", "see letter". By themselves no
answer, and nobody's name.
"""

import re
from functools import cache

_SAME = (
    r"(?:the )?(?:(?:same|all) )?(?:(?:address|details?|surname|school|information|"
    r"answer) )?(?:as|see|same|per|cf\.?)(?: (?:for|per|with|that of|those of|given "
    r"for))?(?: (?:the|his|her|their))?"
)
_KIN = (
    r"(?:birth )?(?:mother|mum|mam|father|dad|parents?|carers?|grandmother|gran|nan|"
    r"grandfather|grandparents?|aunt|uncle|partner|sibling|brother|sister)"
)
_CHILD = r"(?:child|yp|young person|subject|sibling|baby|twin)"
_ABOVE = (
    r"(?:the )?(?:same )?as (?:above|before|overleaf|previous(?:ly)?|stated above|"
    r"already (?:given|stated))|ditto|(?:the )?same(?: (?:address|person|as above|"
    r"again))?|see above|above|\"|''|〃|do\."
)
_PAPER = (
    r"letter|e-?mail|form|report|referral|attach(?:ed|ment)s?|enclos(?:ed|ure)s?|"
    r"overleaf|below|previous|earlier|separate|chronology|summary|narrative|notes?|"
    r"appendix|annex|documents?|sheet|file|message|section|part|page|box|question|q|"
    r"para(?:graph)?|header|heading|end|system|records?|text|main|cover(?:ing)?|body"
)
_ELSEWHERE = (
    r"(?:please )?(?:(?:all )?as|see|per|cf\.?|refer to|referred to|in|as in|as per|"
    r"same as|given in|stated in|contained in|set out in|on|with|found in|provided in|"
    r"detailed in|covered in|already (?:given|provided|sent)(?: in)?)"
    rf"(?: (?:per|in|on|the|my|our|this|that|your|his|her|their|attached|enclosed))*"
    rf" (?:{_PAPER})\b[\w ,.()-]{{0,40}}|(?:please )?see (?:attached|overleaf|below)|"
    r"attached|enclosed|overleaf|to follow|will follow|as discussed|already (?:given|"
    r"provided|sent)"
)
_NUMBERS = {
    **dict(zip("abcdefgh", range(1, 9), strict=True)),
    **dict(zip(("one", "two", "three", "four", "five"), range(1, 6), strict=True)),
    **dict(zip(("first", "second", "third", "fourth"), range(1, 5), strict=True)),
    "index": 1,
}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _bare(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).strip(" .()*")


def is_as_above(words: str) -> bool:
    """Whether words only repeat what stands above them on the same paper."""
    return _pattern(_ABOVE).fullmatch(words.strip(" .()")) is not None


def pointed_at(words: str) -> str:
    """Whom an answer points to: "above", "child 2", "mother", "referrer", or a name in
    small letters; "" when it is an answer by itself.
    """
    said = _bare(re.sub(r"\s\([^)]*\)\s*$", "", words[: 4 * _LONGEST]))
    first = said.partition(" ")[0].lower()
    if len(said) > _LONGEST or not first.startswith(_POINTS):
        return ""
    return "above" if is_as_above(said) else _somebody(said)


def _somebody(said: str) -> str:
    to = _pattern(
        rf"{_SAME} (?:(?P<order>first|second|third|fourth|index) {_CHILD}|"
        rf"{_CHILD} ?(?:no\.? ?|number |#)?(?P<number>[1-9]|[A-H]|one|two|three|four|"
        rf"five)|(?P<kin>{_KIN})|(?P<child>{_CHILD})|(?P<self>referr?er|me|myself)"
        r")(?:'s)?(?: (?:above|address|details|home|\(above\)))*"
    ).fullmatch(said)
    if to is None:
        named = re.fullmatch(rf"(?i:{_SAME}) (?P<name>[A-Z][\w'-]+)(?:'s)?", said)
        return named["name"].lower() if named else ""
    number = to["order"] or to["number"]
    if number:
        return f"child {_NUMBERS.get(number.lower()) or number}"
    if to["child"]:
        return "child 1"
    return to["kin"].lower() if to["kin"] else "referrer"


def points_elsewhere(words: str) -> bool:
    """Whether words only point to another place or paper: nobody's name, no date."""
    said = _bare(words[: 4 * _LONGEST])
    leads = said.lower().startswith(_LEADS)
    return leads and len(said) < _LONGEST and bool(_pattern(_ELSEWHERE).fullmatch(said))


_POINTS = (
    *("as", "see", "same", "the", "all", "per", "cf", "ditto", "do", "above", '"', "'"),
    *("〃", "address", "detail", "surname", "school", "information", "answer"),
)
_LEADS = (
    *("please", "all", "as", "see", "per", "cf", "refer", "in", "same", "given", "on"),
    *("stated", "contained", "set", "with", "found", "provided", "detailed", "to "),
    *("covered", "already", "attached", "enclosed", "overleaf", "will "),
)
"""How words begin that point: most do not, and need no closer look."""
_LONGEST = 60
"""Letters: what is longer says something besides."""
