"""Labels as they are compared: small letters, without numbers and little words."""

import re
from functools import cache

from heed.papers.patterns import later

_LITTLE = frozenset(
    (
        *("the", "of", "a", "an", "your", "please", "state", "give", "full", "details"),
        *("if", "any", "to", "for", "is", "are", "with", "in", "and", "on"),
        *("applicable", "this", "provide", "insert", "enter", "or", "at"),
    )
)
_JOINED = {"d o b": "dob", "e d d": "edd", "e mail": "email", "n h s": "nhs"}
_ABBREVIATED = {
    "no": "number",
    "tel": "telephone",
    "org": "organisation",
    "organization": "organisation",
    "addr": "address",
    "yp": "young person",
    "la": "local authority",
    "las": "local authorities",
    "cp": "child protection",
    "behavior": "behaviour",
    "dt": "date",
    "dts": "dates",
    "tm": "time",
    "recd": "received",
    "kid": "child",
    "kids": "children",
    "youngster": "child",
    "mob": "mobile",
    "ph": "phone",
    "info": "information",
    "relship": "relationship",
    "rship": "relationship",
    "dept": "department",
    "sgd": "signed",
    "whos": "who is",
    "bday": "birthday",
    "sw": "social worker",
    "hv": "health visitor",
    "rr": "rapid review",
    "auth": "authority",
    "telno": "telephone number",
    "posn": "position",
}
_NUMBERING = later(
    r"^\s*(?:(?:section|part|question|q)?\s*\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]{1,4})"
    r"[.):\]–-]+\s+|^\s*(?:[a-z]?\d+(?:\.\d+)*|q\d+|\([a-z\d]{1,3}\))\s+"
)
_HINT = later(
    r"[(\[](?:if |where |as |dd|please|e\.?g|i\.?e|inc|see|must|optional|mandatory|use "
    r"|"
    r"in block|block|print|tick|delete|include|full|for |or |who |that |max|yes ?/|y/n|"
    r"\*|approx|state|required|to be|not |all )[^)\]]*[)\]]"
)
_IF_SO = later(r"^\s*if (?:yes|so|no|not|known|applicable)[,:;. –-]+")


_OR_CARER = later(
    r"\b(mother|mum|father|dad)s?\s*(?:/|\bor\b|\(or)\s*"
    r"(?:(?:fe)?male |main |primary )?(?:carer|guardian|caregiver)('?s)?\)?"
)
"""One person, whichever they are: "Mother / carer"."""


def normal(label: str) -> str:
    """A label as it is compared: small letters, without numbers and little words."""
    text = label.lower().replace("’", "'").replace("`", "'")
    text = re.sub(r"\b(?:he|she)(?: ?/ ?(?:he|she|they))+\b", "they", text)
    text = re.sub(r"\b(father|mother)(?: or |/| )\1 figure\b", r"\1", text)
    text = _OR_CARER.sub(r"\1\2", text).replace("'", "")
    text = _HINT.sub(" ", _IF_SO.sub("", _NUMBERING.sub("", text)))
    text = re.sub(r"\(s\)", "s", text)
    text = re.sub(r"[^a-z0-9]+", " ", text).strip()
    for spelt, joined in _JOINED.items():
        text = re.sub(rf"\b{spelt}\b", joined, text)
    words = [_ABBREVIATED.get(word, word) for word in text.split()]
    return " ".join(word for word in words if word not in _LITTLE)


@cache
def plainly(phrase: str) -> str:
    """The same for a phrase of a vocabulary, quickly: most are nothing but words. One
    that is meant letter by letter is no such phrase.
    """
    if not phrase or phrase[0] == "=":
        return ""
    words = phrase.split()
    bare = phrase.islower() and all(map(str.isalpha, words))
    letters = bare and len(min(words, key=len)) == 1
    if bare and not (letters and any(spelt in phrase for spelt in _JOINED)):
        full = (_ABBREVIATED.get(word, word) for word in words)
        return " ".join(word for word in full if word not in _LITTLE)
    return normal(phrase)


def letter_by_letter(label: str) -> str:
    """A label with its little words, in small letters."""
    return " ".join(re.findall(r"[a-z0-9]+", _NUMBERING.sub("", label.lower())))
