"""What an account tells of: its words, people, places, the injury, who was told."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from string import ascii_lowercase, digits

from heed.papers.patterns import later

_STEM = 6
SMALL = frozenset(
    (
        *("the", "a", "an", "and", "of", "to", "at", "in", "on", "with", "by", "for"),
        *("was", "is", "were", "had", "has", "that", "his", "her", "their", "from"),
        *("he", "she", "they", "it", "as", "be", "been", "said", "not", "no"),
    )
)
"""Words that any two accounts share."""


class _Blanks(dict[int, str]):
    """A blank for every sign but small letters and figures."""

    def __missing__(self, sign: int) -> str:
        return " "


_BLANKS = _Blanks({ord(sign): sign for sign in ascii_lowercase + digits})


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> frozenset[str]:
    """The telling words of a text, each by its first letters: "visit" is "visited"."""
    found = set(text.lower().translate(_BLANKS).split())
    return frozenset([word[:_STEM] for word in found - SMALL])


def same_words(text: str) -> str:
    """A text as it is compared with a copy of itself: no case, points or blanks."""
    return " ".join(text.lower().translate(_BLANKS).split())


def bare_words(texts: list[str]) -> Sequence[object]:
    """Of each text what is alike where `same_words` are: its letters and figures."""
    whole = "\0".join(texts)
    if whole.count("\0") != len(texts) - 1:
        return [same_words(text) for text in texts]
    plain = whole.lower().encode("ascii", "replace")
    return plain.translate(None, _OTHER_SIGNS).split(b"\0")


_OTHER_SIGNS = bytes(set(range(1, 256)) - set((ascii_lowercase + digits).encode()))


_NAME = later(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|Sgt|Insp)\.? )?[A-Z][a-z’'-]{2,}"
    r"(?:[ -][A-Z][a-z’'-]+)+\b|"
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|Sgt|Insp)\.? [A-Z][a-z’'-]+\b|"
    r"\b(?:Social Worker|Health Visitor|Police Constable|Neighbour|GP|Half-Sibling) "
    r"\d\b"
)
_PLACE = later(
    r"\b(?:[A-Z][a-z’'-]+ )+(?:Road|Street|Lane|Close|Avenue|Row|Yard|Drive|Way|Court|"
    r"Terrace|Hill|Quay|Hospital|School|Surgery|Clinic|Nursery|Centre|Ward|Station|"
    r"House|Park|Library)\b|"
    r"\b(emergency department|a&e|ward \w+|maternity|nursery|police station|"
    r"at home|home address|paediatric \w+|clinic|family centre)\b"
)


def people_in(event: str, present: Iterable[str]) -> frozenset[str]:
    """Who is named in an account, or was present."""
    places = {match[0] for match in _PLACE.finditer(event)}
    named = {match[0] for match in _NAME.finditer(event)} - places
    return frozenset(each.lower() for each in (*named, *present) if each)


def places_in(event: str) -> frozenset[str]:
    """The places that an account names."""
    return frozenset(match[0].lower() for match in _PLACE.finditer(event))


# What was found on the child

_INJURY = later(
    r"\b(bruis\w+|fractur\w+|burns?|scald\w*|bite marks?|cuts?|lacerat\w+|graz\w+|"
    r"swelling|swollen|black eye|scratch\w*|redness|red marks?|marks?|wound\w*)\b",
    re.IGNORECASE,
)
_PART = later(
    r"\b(left|right)?\s?(cheek|face|eye|ear|forehead|head|chin|lip|neck|arm|forearm|"
    r"wrist|hand|finger|chest|rib|abdomen|back|buttock|thigh|leg|shin|knee|ankle|foot)"
    r"s?\b",
    re.IGNORECASE,
)
_NONE = later(
    r"\b(?:no|without|nil|not any) (?:\w+ ){0,3}?(?:injur\w+|marks?|bruis\w+)\b",
    re.IGNORECASE,
)
_FAR = 40
"""Letters between an injury and the part of the body where it is."""


def injury_in(text: str) -> str:
    """What an account says of an injury: "bruise, left cheek"; "none"; or ""."""
    if _NONE.search(text):
        return "none"
    match = _INJURY.search(text)
    if match is None:
        return ""
    kind = _kind_of(match[0].lower())
    near = text[max(0, match.start() - _FAR) : match.end() + _FAR]
    parts = [m for m in _PART.finditer(near) if m[2].lower() not in kind]
    where = " ".join(parts[0][0].lower().split()) if parts else ""
    return f"{kind}, {where}" if where else kind


def _kind_of(word: str) -> str:
    stems = {
        "bruis": "bruise",
        "fractur": "fracture",
        "burn": "burn",
        "scald": "scald",
        "lacerat": "cut",
        "cut": "cut",
        "graz": "graze",
        "swel": "swelling",
        "swol": "swelling",
        "scratch": "scratch",
        "red": "redness",
        "mark": "mark",
        "wound": "wound",
    }
    return next((name for stem, name in stems.items() if word.startswith(stem)), word)


# Who was told

_WHO = (
    r"(mother|father|parents?|grandmother|social worker|duty (?:team|social worker)|"
    r"mash|police|gp|health visitor|school|nursery|consultant|paediatrician|midwife|"
    r"children['’]?s (?:services|social care)|social care|manager|housing|"
    r"safeguarding (?:lead|team|nurse)|out of hours team|emergency duty team)"
)
_TOLD = later(
    rf"\b{_WHO}(?: \d)? (?:was |were |has been |have been )?(?:also )?"
    r"(?:told|informed|notified|advised|alerted)\b|"
    r"\b(?:told|informed|notified|alerted|rang|telephoned|reported to|referred to|"
    rf"referral to|shared with|passed to)(?: the| her| his)? {_WHO}\b",
    re.IGNORECASE,
)
_NOBODY = later(
    r"\b(nobody|no[ -]one|no other agency) (was )?(told|informed)\b", re.IGNORECASE
)


def told_in(text: str) -> tuple[str, ...]:
    """Who was told, as an account says: "police", "mother"; "nobody"; or nothing."""
    if _NOBODY.search(text):
        return ("nobody",)
    found = {
        " ".join((match[1] or match[2]).lower().split())
        for match in _TOLD.finditer(text)
    }
    return tuple(sorted(found))


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: “home”, “bruise” and “left”."""
    said = [f"“{word}”" for word in words]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))) if said else ""
