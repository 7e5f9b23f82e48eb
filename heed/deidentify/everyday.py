"""Names that are also everyday words: May, Grace, Will.

A register with a Grace in it must not flag the grace period, and must not miss Grace.
The words beside it decide; where they do not, a person does.
"""

import re
from collections.abc import Sequence

from heed.deidentify.findings import Tier
from heed.deidentify.word_lists import word_list

_COMMONEST = word_list("commonest")
_WORDS = word_list("everyday") | _COMMONEST
_RARE_WORDS = word_list("names_first")
_PLACES = word_list("places")
_MONTHS = frozenset({"april", "august", "june", "may", "march", "july"})
_WINDOW = 60


def is_everyday(word: str) -> bool:
    """Whether a folded word is also written without meaning anybody."""
    return word in _WORDS or word in _PLACES or word in _RARE_WORDS


def is_first_a_name(word: str) -> bool:
    """Whether a folded word is a name first, and a word hardly ever: "jasmine"."""
    return word in _RARE_WORDS


def may_be_somebody(word: str) -> bool:
    """Whether a folded everyday word is a name as well, which "but" hardly is."""
    return is_everyday(word) and word not in _COMMONEST


def may_be_a_service(word: str) -> bool:
    """Whether a folded everyday word may also be what a service is called by."""
    return (word in _WORDS or word in _PLACES) and word not in _RARE_WORDS


def what_the_sentence_says(text: str, start: int, end: int, plain: str) -> Tier | None:
    """Whether the everyday word at [start, end), folded `plain`, is a name there:
    confirmed, to be checked where it might be, or None where it is just a word."""
    if text[start].islower():
        return None if plain in _WORDS else Tier.CHECK
    if plain in _RARE_WORDS:
        return Tier.CONFIRMED
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    if _is_a_word(plain, before, after):
        return None
    if _SURNAMED.match(after) or not _is_somebody(before, after):
        return Tier.CHECK
    return Tier.CHECK if _names_a_service(text, text[start:end]) else Tier.CONFIRMED


def speaks_of_somebody(text: str, start: int, end: int) -> bool:
    """Whether the sentence around [start, end) speaks of it as of a person, whether or
    not it is written with a capital."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    return _is_somebody(before, after)


def is_in_a_date(text: str, start: int, end: int, words: Sequence[str]) -> bool:
    """Whether a folded name is the month of a date written at [start, end): "4 May",
    "May 2024" are nobody."""
    if not _MONTHS.issuperset(words):
        return False
    before = text[max(0, start - _WINDOW) : start]
    return bool(_DAY_BEFORE.search(before) or _YEAR_AFTER.match(text, end))


_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]$")
_YEAR_AFTER = re.compile(r",?\s(?:19|20)\d\d\b")


# What shows a person. "Grace told", "Grace's", "her sister Grace", "called Grace".

_DEEDS = (
    "said|says|told|tells|asked|asks|felt|feels|cried|cries|lived|lives|attended|attends"
    "|disclosed|disclosing|described|describes|explained|reported|replied|answered"
    "|thought|wanted|liked|loved|loves|hated|wrote|drew|spoke|speaks|died|slept|ate|went"
    "|came|returned|moved|stayed|joined|left|ran|played|plays|enjoyed|refused|denied"
    "|alleged|self-harmed|witnessed|suffered|sustained|presented|visited|met|knew"
    "|herself|himself|and (?:her|his|their) (?:\\w+ )?"
    "(?:mother|father|siblings?|sister|brother|family)"
)
_DOES = re.compile(rf"\s+(?:also |then |later |often |never |first )?(?:{_DEEDS})\b")
_OWNS = re.compile(
    r"['\u2019\u02bc]s?\s+(?!end\b|start\b|figures\b|meeting\b|report\b|data\b)[a-z]"
)
_INTRODUCED = re.compile(
    r"\b(?:called|named|mum|mother|dad|father|sister|brother|sibling|twin|son|daughter"
    r"|baby|little|cousin|aunt|auntie|uncle|nan|nana|gran|grandma|grandad|partner|wife"
    r"|husband|friend|boyfriend|girlfriend|mr|mrs|ms|miss|dr|pc|sgt|nurse|child"
    r"|named as|known as|nickname|name is|name was)\.?,?\s+$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[A-Z]\.\s?$")
_ADDRESSED = re.compile(
    r"\b(?:with|told|asked|saw|visited|met|that|when|while|because|if|whether|seen|said"
    r"|heard|gave)\s+$"
)
_GOES_ON = re.compile(
    r"(?:[.,;:?!)\u201d\u2019\"]|\s*$|\s+(?:was|were|is|had|has|would|did|could|and|who"
    r"|that|whom|at|on|from|with|when|as|after|before|again|alone|home|to|in|for"
    r"|does)\b)"
)


def _is_somebody(before: str, after: str) -> bool:
    if _DOES.match(after) or _OWNS.match(after):
        return True
    if _INTRODUCED.search(before) or _INITIAL.search(before):
        return True
    return bool(_ADDRESSED.search(before) and _GOES_ON.match(after))


def _names_a_service(text: str, word: str) -> bool:
    """Whether the paper speaks of Project Hope, which it may then call Hope."""
    return any(
        f"{kind} {word}" in text for kind in ("Project", "Operation", "Programme")
    )


# What shows a word. "in May", "Will the", "Project Hope", "Warwick-Edinburgh".

_OPENING = r"\s\"\u201c\u2018'(*\u2022-"
_BEGINS = re.compile(rf"(?:^|[.!?:;|\n\t\u2022\"\u201c(])[{_OPENING}]*$")
_ALONE = re.compile(r"[^\S\n\t]*(?:$|[\n\t])")
_WORD_USE = re.compile(
    r"[ \u00a0]+(?:the|a|an|this|that|these|those|each|every|any|all|no|some|your|our"
    r"|his|her|their|its|one|both|to|of|in|up|out|by|for|from|on|off|as|not|whether|how"
    r"|be|have|need|also|it|he|she|they|we|you|i|there|then|include|require)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[ \u00a0]+(?:to|by|from)[ \u00a0]+(?:\w+ )?[\d£]")
_SERVICE = re.compile(
    r"\b(?:Project|Operation|Programme|Service|Team|Charity|Saint|St\.?|Lake"
    r"|Mount|Queen"
    r"|Princess|Prince|King|Lady|Lord|Sir|Bishop|University of|City of|Port|Great|New)"
    r" +$"
)
_NAMED_THING = re.compile(
    r"[ \u00a0]+(?:[A-Z]\w+ +)?(?:Council|University|Hospital|Infirmary|Station|Line"
    r"|Scale|Road|Street|Avenue|House|Centre|Ward|Park|Police|Constabulary"
    r"|College|Inquiry"
    r"|scale|period|scheme|project|service|worker|programme|team|unit|hospital|ward"
    r"|centre)\b"
)
_HYPHENATED = re.compile(r"[-\u2010-\u2014](\w)")
_SURNAMED = re.compile(r"[ \u00a0]+[A-Z\u00c0-\u00de][\w\u2019'-]+")
_CITED = re.compile(
    r"[ \u00a0]+Climbi[e\u00e9]\b|(?:[ \u00a0]+[A-Z][\w\u2019'-]+){1,2}\W+"
    r"(?:[Ii]nquiry|[Rr]eport|[Rr]eview|(?:in )?\(?(?:19|20)\d\d|[Ff]oundation|et al)"
)


def _is_a_word(plain: str, before: str, after: str) -> bool:
    if plain in _MONTHS and _is_a_month(before, after):
        return True
    if _SERVICE.search(before) or _NAMED_THING.match(after) or _CITED.match(after):
        return True
    if _COUNTED.match(after):
        return True
    hyphenated = _HYPHENATED.match(after)
    if hyphenated:
        return hyphenated[1].islower() or plain in _PLACES
    if not _BEGINS.search(before) or _ALONE.match(after):
        return False
    return plain in _COMMONEST or bool(_WORD_USE.match(after))


_DATED = re.compile(
    r"(?:,?\s*\d{1,4}\b|\s*[-/\u2013]\s*(?:[A-Z][a-z]+|\d)"
    r"|\s+of (?:next|last|this|that) year\b)"
)
_OF_THE_YEAR = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?:\s+of)?|\b(?:in|since|until|till|early|late|mid|last|next"
    r"|this|during|every|through|throughout|each|around|the|end of|start of"
    r"|beginning of))[\s-]+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:by|from|to|of|before|after|between|and|for)\s+$")
_MONTH_OR_YEAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:19|20)\d\d)\b"
)


def _is_a_month(before: str, after: str) -> bool:
    if _DATED.match(after):
        return True
    if _DOES.match(after) or _OWNS.match(after):
        return False
    if _OF_THE_YEAR.search(before):
        return True
    beside = _MONTH_OR_YEAR.search(before) or _MONTH_OR_YEAR.search(after)
    return bool(_BETWEEN.search(before) and beside)
