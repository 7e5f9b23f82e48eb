"""People of whom words say who they are: "Mum is Jo Lark, 34", "Ann Bell (mother)".

Only a name beside the word for how somebody is related is taken; whoever is merely
named is nobody's mother.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from heed.papers.dates import dates_in
from heed.papers.patterns import later

_TITLE = r"(?:(?:Mrs?|Ms|Miss|Mx|Dr|Rev|Prof)\.? )?"
_WORD = r"[A-Z][A-Za-zÀ-ÿ]{0,24}(?:[’'-][A-Za-zÀ-ÿ]{1,24}){0,3}"
_PARTICLE = r"(?:(?:van|von|de|der|den|da|di|la|le|bin|ibn|al|el) ){0,2}"
NAME = rf"{_TITLE}{_WORD}(?: {_PARTICLE}{_WORD}){{0,3}}"
_KIND = (
    r"(?:(?:birth|biological|natural|step|half|foster|adoptive|adopted|maternal|"
    r"paternal|great|god|ex|former|current|new|grand|little|big|older|younger|elder|"
    r"eldest|youngest|twin|baby|newborn|main|present)[ \n-]?){0,3}"
)
_KIN = (
    r"mother|mum|mom|mam|mummy|father|dad|daddy|parent|carer|guardian|brother|sister|"
    r"sibling|grandmother|grandma|granny|gran|nan|nana|grandfather|grandad|granddad|"
    r"grandpa|grandparent|aunt|auntie|aunty|uncle|cousin|partner|boyfriend|girlfriend|"
    r"husband|wife|fianc[eé]e?|lodger|step-?parent|childminder|mother|mgm|mgf|pgm|pgf"
)
_WHOSE = (
    r"(?:(?i:mum|mother|mom|mam|dad|father|gran|nan|grandmother|parent|carer|aunt|"
    r"uncle|partner|sister|brother)(?:['’]s|s['’]?) )"
)
RELATION = (
    r"(?:(?:ex-?|former )?(?:partner|boyfriend|girlfriend|husband|wife) of (?:the )?"
    rf"(?:mother|father|mum|dad)|(?:{_WHOSE})?{_KIND}(?:{_KIN}))"
)
_OF = r"(?:(?:the|a|an|his|her|their|my|our|this|child['’]?s|children['’]?s|s|of) )*"
_LINK = (
    r"(?:,? (?:is|was|called|named|name is|is called|is named|being|known as)|,|:|"
    r", (?:my|our) (?:sister|brother|daughter|son|friend|neighbour|niece|nephew|"
    r"cousin)|"
    r" ?\(|,? whom? (?:they|we|I|people|everyone|everybody) (?:all )?calls?|"
    r" [-–]|\(|, who is)? ?"
)


_TO_WHOM = (
    r" (?:of|to|for) (?P<to>[A-Z][a-z’'-]+(?:(?:, | and | & )[A-Z][a-z’'-]+){0,5})"
    r"(?=\s?:| ?[–-] | is | was )"
)
"""To which children somebody is related: "Dad to Levi and Noah: Rhys Callow"."""


@cache
def _first_pattern() -> re.Pattern[str]:
    """The relation before the name. Compiled only when a paper needs it."""
    return re.compile(
        rf"(?<![\w’'-])(?P<whose>(?!{_WHOSE})[A-Z][a-z]+['’]s "
        rf")?(?P<rel>(?i:{RELATION}))(?:{_TO_WHOM})?{_LINK}"
        rf"(?P<name>{NAME})"
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    """The relation behind the name: "Ann Lark (mother)". Compiled when needed."""
    return re.compile(
        rf"(?<![\w’'-])(?P<name>{NAME})(?P<between>"
        r"(?:,? ?(?:b\.|born|d\.?o\.?b\.?:?)? ?\d[\d/.-]{5,9}\d)?"
        rf"(?:,? (?:aged? )?\d{{1,2}})?)(?:,? [-–(]|,| ?\(|, who is| is)"
        rf" ?(?:{_OF})(?P<rel>(?i:{RELATION}))\b(?!['’]s)"
    )


_DOB = later(r"\bd\.\s?o\.\s?b\.?", re.IGNORECASE)
_BORN = later(
    r"^[\s,(–:-]*(?:(?i:d\.?o\.?b\.?|date of birth|"
    r"(?:who )?(?:was )?born(?: on)?|b\.|bn\.?)[\s:]*)?"
)
_BORN_IN_YEAR = later(
    r"^[\s,(–:-]*(?i:born|b\.)(?: in)? (?P<year>(?:19|20)\d\d)\b(?![/.-])"
)
_AGE = later(
    r"^[\s,(]*(?:(?:who(?:'?s| is)|is|was|aged?|about|abt\.?|approx\.?|around|nearly|"
    r"almost|now|only|just|c\.?|roughly)[\s,]+){0,3}"
    r"(?P<age>(?:(?:nearly|almost|about|abt|around) )?\d{1,2}"
    r"(?:\s?(?:years?|yrs?|y/?o|months?|mths?|weeks?|wks?)(?: old)?)?)\b(?![/.:-]?\d)",
    re.IGNORECASE,
)
_BARE = frozenset(
    (
        *("i", "he", "she", "they", "we", "it", "this", "that", "there", "not", "no"),
        *("the", "a", "an", "and", "but", "his", "her", "their", "my", "our", "who"),
        *("unknown", "none", "name", "dob", "date", "child", "yes", "both", "police"),
        *(
            "mum",
            "dad",
            "mother",
            "father",
            "children",
            "school",
            "hospital",
            "in",
            "on",
        ),
        *("at", "see", "also", "age", "male", "female", "when", "what", "from", "with"),
        *("lives", "living", "said", "then", "dr", "social", "health", "is", "was"),
        *("deceased", "unborn", "baby", "call", "please", "brother", "sister", "of"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "june", "july", "august", "mr"),
        *("september", "october", "november", "december", "mrs", "ms", "miss", "to"),
    )
)

_TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss"))
_ALSO_NAMES = frozenset(("march", "april", "june", "august", "police"))


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody whom words name, with what they say of them."""

    name: str
    relationship: str
    dob: str = ""
    age: str = ""
    start: int = 0
    end: int = 0
    home: str = ""
    """The address that stands behind the name."""
    to: str = ""
    """The children to whom the words say that somebody is related."""


def people_told(text: str, *, of: frozenset[str] = frozenset()) -> list[Told]:
    """Everybody whom a text names beside how they are related, in its order.

    `of` are the first names of the children: "Ava's father" is the father.
    """
    text = _DOB.sub(lambda m: "dob".ljust(len(m[0])), text)
    found: list[Told] = []
    for match in (*_first(text, of), *_after_pattern().finditer(text)):
        person = _person(text, match)
        if person and _is_of_somebody_grown(text, person):
            continue
        if person and not any(_overlap(person, other) for other in found):
            found.append(person)
    return sorted(found, key=lambda each: each.start)


_SIBLING = later(r"(?:\w+[ -])*(?:brother|sister|sibling)", re.IGNORECASE)
_OF_GROWN = later(
    r"\b(?:[Mm]y|[Oo]ur) (?:\w+ )?$|"
    r"(?:^|[.!?]\s+)(?:His|Her|Their|The) (?:\w+ )?(?:step)?-?(?:mother|father|mum|dad|"
    r"partner|boyfriend|girlfriend)\b[^.!?]*[.!?]\s+(?:His|Her) (?:\w+ )?$"
)


def is_of_grown(before: str) -> bool:
    """Whether a brother or sister named behind these words is the writer's own, or that
    of the parent whom the sentence before is about: "Their father is in prison. His".
    """
    return _OF_GROWN.search(before[-_BEFORE:]) is not None


_BEFORE = 250


def _is_of_somebody_grown(text: str, person: Told) -> bool:
    """Whether somebody of no stated age is an adult's own brother or sister."""
    kin = _SIBLING.fullmatch(person.relationship)
    known = person.age or person.dob
    return bool(kin and not known and is_of_grown(text[: person.start]))


def _first(text: str, of: frozenset[str]) -> Iterator[re.Match[str]]:
    for match in _first_pattern().finditer(text):
        whose = (match["whose"] or "").lower().rstrip(" ").removesuffix("'s")
        whose = whose.removesuffix("’s")
        if not whose or whose in of or whose in {"child", "children", "baby"}:
            yield match


def _overlap(one: Told, other: Told) -> bool:
    same = one.name.split()[-1] == other.name.split()[-1]
    return (one.start < other.end and other.start < one.end) or (
        same and one.name.split()[0] == other.name.split()[0]
    )


def _person(text: str, match: re.Match[str]) -> Told | None:
    name = bare_name(match["name"])
    if not name:
        return None
    groups = match.groupdict()
    end = match.end()
    told = groups.get("between") or ""
    tail = f"{told} " if told.strip() else ""
    tail += re.split(r"(?<!\d)[.;\n]|[.;\n](?!\d)", text[end : end + 50])[0]
    tail = tail.lstrip(") ,")
    dob = born_in(tail)
    age = "" if dob else _age_in(tail)
    relation = " ".join(match["rel"].split())
    behind = text.find(dob, end) + len(dob) if dob else end
    home = _home_in(text[behind : behind + 120])
    to = groups.get("to") or ""
    return Told(name, relation, dob, age, match.start(), end, home, to)


_HOME = later(
    r"[)\s,:–-]{1,4}(?:(?:of|at|lives at|living at|address:?) )?"
    r"(?P<home>(?:(?:[Ff]lat|[Uu]nit) \w+,? )?\d+[a-z]?,? [A-Z][\w'’-]+[^\n;()]{0,70}?)"
    r"(?=$|[\n;()]|\.(?:\s|$)| and [A-Z])"
)


_SAME_HOME = later(
    r"[)\s,:–-]{1,4}(?:of |at |lives at )?(?P<home>(?:address )?as above|"
    r"(?:the )?same address)\b",
    re.IGNORECASE,
)


def _home_in(tail: str) -> str:
    """The address that stands directly behind somebody; a date is none."""
    pointer = _SAME_HOME.match(tail)
    if pointer:
        return pointer["home"]
    match = _HOME.match(tail)
    if match is None or any(m.start() == 0 for m in dates_in(match["home"])):
        return ""
    return match["home"].strip(" ,")


def born_in(tail: str) -> str:
    """The date that stands directly behind a name: when that person was born."""
    start = _BORN.match(tail)
    at = start.end() if start else 0
    year = _BORN_IN_YEAR.match(tail)
    found = next((m[0] for m in dates_in(tail) if m.start() <= at + 1), "")
    return found or (year["year"] if year else "")


def _age_in(tail: str) -> str:
    match = _AGE.match(tail)
    return match["age"] if match else ""


def bare_name(words: str) -> str:
    """The name without words that only stand beside it; "" where there is none."""
    parts = re.sub(r"\s+", " ", words).strip(" ,.-–'’").split(" ")
    while parts and parts[-1].lower() in _BARE:
        parts.pop()
    if not parts or parts[0].lower().strip(".") in _BARE - {
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
    }:
        return ""
    if any(part.lower() in _BARE for part in parts[1:]):
        cut = next(n for n, p in enumerate(parts[1:], 1) if p.lower() in _BARE)
        parts = parts[:cut]
    titled = parts[0].lower().strip(".") in _TITLES
    return "" if titled and len(parts) == 1 else " ".join(parts)


_NAME_TOKEN = later(r"[^\W\d_](?:[^\W\d_]|[’'.‘`-])*\d{0,2}")
_SMALL = frozenset(
    (
        *("van", "von", "de", "der", "den", "da", "di", "la", "le", "bin", "ibn", "al"),
        *("el", "or", "du", "dos", "of", "y", "e", "ter", "mac", "née", "nee"),
    )
)
_MOST = 6


def looks_like_name(words: str) -> bool:
    """Whether words by their shape are one person's name and nothing besides."""
    bare = re.sub(r"\([^)]*\)|[\"“”]", " ", words)
    bare = re.sub(r"(?<=\w)[?/](?=\s|\w|$)", " ", bare)
    tokens = bare.replace(",", " ").split()
    if not 0 < len(tokens) <= _MOST:
        return False
    if not all(_NAME_TOKEN.fullmatch(each) for each in tokens):
        return False
    small = [each for each in tokens if each[0].islower() and each not in _SMALL]
    typed_small = len(small) == len(tokens) and len(tokens) <= len("abc")
    stops = {each.lower() for each in tokens if len(each) > 1 or each.islower()} & (
        _BARE - _TITLES - _ALSO_NAMES
    )
    return not stops and (not small or typed_small)
