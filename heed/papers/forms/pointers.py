"""Answers that only point: "as above", "see letter". By themselves no answer."""

import re

AS_ABOVE = re.compile(
    r"(?:the )?(?:same )?as (?:above|before|child|subject|index(?: child)?|mother|mum|"
    r"first child|referrer|overleaf)|ditto|same(?: (?:address|person))?(?: as "
    r"(?:above|child|mother|subject|referrer))?|see above|above|\"|''|〃|do\.",
    re.IGNORECASE,
)
_PAPER = (
    r"letter|e-?mail|form|report|referral|attach(?:ed|ment)s?|enclos(?:ed|ure)s?|"
    r"overleaf|below|previous|earlier|separate|chronology|summary|narrative|notes?|"
    r"appendix|annex|documents?|sheet|file|message|section|part|page|box|question|q|"
    r"para(?:graph)?|header|heading|end|system|records?|text|main|cover(?:ing)?|body"
)
_ELSEWHERE = re.compile(
    r"(?:please )?(?:(?:all )?as|see|per|cf\.?|refer to|referred to|in|as in|as per|"
    r"same as|given in|stated in|contained in|set out in|on|with|found in|provided in|"
    r"detailed in|covered in|already (?:given|provided|sent)(?: in)?)"
    rf"(?: (?:per|in|on|the|my|our|this|that|your|his|her|their|attached|enclosed))*"
    rf" (?:{_PAPER})\b[\w ,.()-]{{0,40}}|(?:please )?see (?:attached|overleaf|below|"
    rf"mother|"
    r"father|mum|dad|child|sibling|referrer|parents?)|"
    r"attached|enclosed|overleaf|to follow|will follow|as discussed|already (?:given|"
    r"provided|sent)",
    re.IGNORECASE,
)


def is_as_above(words: str) -> bool:
    """Whether words only repeat what stands above them on the same paper."""
    return AS_ABOVE.fullmatch(words.strip(" .()")) is not None


def points_elsewhere(words: str) -> bool:
    """Whether words only point to another place or paper: nobody's name, no date."""
    bare = " ".join(words.split()).strip(" .()*")
    return len(bare) < _LONGEST and _ELSEWHERE.fullmatch(bare) is not None


_LONGEST = 60
"""Letters: what is longer says something besides."""
