"""Blind indexes: keyed marks by which a row can be found without being read.

A value is first brought to one form, so that José and jose, or SW1A 1AA and sw1a1aa,
leave the same mark. The mark is an HMAC under a key of the partnership: whoever holds
the database alone can neither read a mark nor make one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from heed.vault.keys import OpenKey


class Kind(StrEnum):
    """What a row can be found by."""

    NAME = "name"
    SOUND = "sound"
    BORN = "born"
    POSTCODE = "postcode"
    NHS_NUMBER = "nhs_number"
    ADDRESS = "address"
    HAPPENED = "happened"


class Form(str):
    """A value in the one form already, and what it tells to share it."""

    __slots__ = ("tells",)

    def __new__(cls, form: str, tells: str = ""):
        """The form, as a word of the index; `tells` is for who asks."""
        made = super().__new__(cls, form)
        made.tells = tells
        return made


def digests_of(
    key: OpenKey, kind: str, values: Iterable[str | date | None]
) -> set[bytes]:
    """The marks of these values, empty ones left out; ValueError: an unknown kind."""
    kind = Kind(kind)
    secret = key.derive(b"index of " + kind.encode())
    forms = {form for value in values if value for form in forms_of(kind, value)}
    return {secret.digest(form.encode()) for form in forms}


def forms_of(kind: str, value: str | date) -> set[str]:
    """The forms of one value; what has its form already is left as it is."""
    return {str(value)} if isinstance(value, Form) else FORMS[Kind(kind)](value)


# Letters that Unicode does not take apart, as they are written without their stroke.
STROKES = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
    }
)
HYPHEN = "[-\u2010\u2011\u2013]"
APOSTROPHE = "['`\u2019\u02bc\u02b9]"
JOINED = re.compile(rf"[^\W_]+(?:{HYPHEN}[^\W_]+)*")


def name_parts(name: str) -> set[str]:
    """The parts of a name in one form: no case, no accents, no apostrophes. A name with
    a hyphen is found by its parts and as one word."""
    plain = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKC", name).casefold()
    )
    kept = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf"})
    kept = re.sub(APOSTROPHE, "", kept).translate(STROKES)
    parts = set()
    for word in JOINED.findall(kept):
        pieces = re.split(HYPHEN, word)
        parts |= {*pieces, "".join(pieces)}
    return parts


# How a name sounds, roughly: letters that are said alike are written alike, in this
# order; then vowels go, but for the mark of one at the beginning. Catherine, Kathryn
# and Katharine are all "ktrn", Muhammad and Mohamed "mmd", Ayesha and Aisha "ax".
ALIKE = [
    (re.compile(pattern), said)
    for pattern, said in (
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^x", "s"),
        (r"^ma?c(?=[^aeiouyh])", "mk"),
        (r"sch|tch|ch|sh|ti(?=on)", "x"),
        (r"ph|v", "f"),
        (r"(?<=.)gh", ""),
        (r"dg(?=[eiy])", "j"),
        (r"g(?=[eiy])", "j"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"x(?=$)", "ks"),
        (r"z", "s"),
        (r"th", "t"),
        (r"(.)\1+", r"\1"),
        (r"^[aeiouy]", "a"),
        (r"(?<=.)[aeiouyhw]", ""),
    )
]
SHORTEST_SOUND = 2


def sounds(name: str) -> set[str]:
    """How the parts of a name sound; parts in another script, or too short to tell
    anything, have no sound."""
    heard = set()
    for part in name_parts(name):
        if part.isascii() and part.isalpha():
            for pattern, said in ALIKE:
                part = pattern.sub(said, part)  # noqa: PLW2901 - step by step
            heard.add(part)
    return {sound for sound in heard if len(sound) >= SHORTEST_SOUND}


def birth(day: date) -> set[str]:
    """A date of birth with day and month in one order: swapped, it is the same."""
    low, high = sorted((day.day, day.month))
    return {f"{day.year} {low} {high}"}


def postcode(text: str) -> set[str]:
    """A postcode without spaces or case."""
    return {form for form in [re.sub(r"[\W_]", "", text).upper()] if form}


def nhs_number(text: str) -> set[str]:
    """The digits of an NHS number."""
    return {form for form in [re.sub(r"\D", "", text)] if form}


POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
NUMBER_AND_STREET = re.compile(r"\b(\d+[a-z]?)\s+([^\W\d_]{3,})", re.IGNORECASE)


STREET = {
    *("avenue", "close", "court", "crescent", "drive", "gardens", "grove", "hill"),
    *("lane", "mews", "parade", "park", "passage", "place", "quay", "rise", "road"),
    *("row", "square", "street", "terrace", "walk", "way", "wharf", "yard"),
}
HOUSE = {
    *("barn", "boat", "bungalow", "caravan", "cottage", "cottages", "farm", "hall"),
    *("farmhouse", "grange", "house", "lodge", "manor", "rectory", "vicarage", "villa"),
}
NO_NAME = {"the", "a", "an", "flat", "room", "unit", "no", "number", "at", "of"}
NO_HOUSE = {"fixed", "not", "unknown", "same", "as", "with", "care", "c"}
IN_FULL = {"rd": "road", "ave": "avenue", "ln": "lane", "cres": "crescent"}
PARTS = re.compile(r"[,;\n]+")
MOST_OF_A_NAME = 3


def address(text: str) -> set[str]:
    """An address by its postcode, by the number and the first word of the street, and,
    where it has no number, by the name of the house and the street: the same house is
    found however the rest of it was written."""
    codes = {"".join(found).upper() for found in POSTCODE.findall(text)}
    plain = POSTCODE.sub(" ", text)
    doors = {" ".join(found).casefold() for found in NUMBER_AND_STREET.findall(plain)}
    return codes | doors | houses(plain) | streets(plain)


def houses(text: str) -> set[str]:
    """The name of a house, where an address begins with one: "Wren's Nest, Mill Lane"
    and "The Wrens Nest Mill Lane Marrowby" have one in common. A town alone is none,
    and neither is a street."""
    parts = [words for part in PARTS.split(text) if (words := _words(part))]
    words = [word for part in parts for word in part]
    kinds = [n for n, word in enumerate(words) if word in HOUSE | STREET]
    first = parts[0] if len(parts) > 1 else []
    if not kinds or words[0] in NO_HOUSE or (first and first[-1] in STREET):
        return set()
    if kinds[0] == 0 or (kinds[0] == 1 and words[1] in STREET):
        return set()
    named = " ".join(first) if len(first) <= MOST_OF_A_NAME else ""
    return {f"house {name}" for name in {" ".join(words[:2]), named} if name}


def streets(text: str) -> set[str]:
    """The streets of an address that has no number, each by its name and its kind."""
    if NUMBER_AND_STREET.search(text):
        return set()
    pairs = pairwise(_words(text))
    return {f"street {name} {kind}" for name, kind in pairs if kind in STREET}


def _words(text: str) -> list[str]:
    """The words of a place in order, in one form, without numbers and small words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Cf"})
    found = re.findall(r"[^\W\d_]+", re.sub(APOSTROPHE, "", kept))
    return [IN_FULL.get(word, word) for word in found if word not in NO_NAME]


A_SHORT_SPAN = 14
A_LONG_SPAN = 62


def happened(day: date) -> set[str]:
    """The day of an incident."""
    return {day.isoformat()}


def span_of(first: date, last: date) -> set[str]:
    """When something happened, by its first and its last day: one day by itself, some
    days by each of them, a month or two by their names; more says nothing."""
    days = (last - first).days + 1
    every = [first + timedelta(days=n) for n in range(days)]
    if days == 1:
        return happened(first)
    if days <= A_SHORT_SPAN:
        return {within(day) for day in every}
    return {month_of(day) for day in every} if days <= A_LONG_SPAN else set()


def within(day: date) -> str:
    """A day that some days, of which one is meant, hold."""
    return f"within {day.isoformat()}"


def month_of(day: date) -> str:
    """The month of which no day is known."""
    return f"{day:%Y-%m}"


FORMS: dict[Kind, Callable[..., set[str]]] = {
    Kind.NAME: name_parts,
    Kind.SOUND: sounds,
    Kind.BORN: birth,
    Kind.POSTCODE: postcode,
    Kind.NHS_NUMBER: nhs_number,
    Kind.ADDRESS: address,
    Kind.HAPPENED: happened,
}
