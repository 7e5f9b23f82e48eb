"""How an address, a school, a place, an employer or a code may be written."""

import re
from collections.abc import Iterator

from heed.deidentify.english import is_a_word
from heed.deidentify.entries import Entry, Kind
from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Tier
from heed.deidentify.folding import squeezed, words_of
from heed.deidentify.forms import Care, Form
from heed.deidentify.name_forms import LONG_ENOUGH_TO_MISSPELL, SHORT, Words

SHORTENED = {
    "road": "rd",
    "street": "st",
    "avenue": "ave",
    "lane": "ln",
    "drive": "dr",
    "close": "cl",
    "court": "ct",
    "crescent": "cres",
    "gardens": "gdns",
    "place": "pl",
    "square": "sq",
    "terrace": "terr",
    "grove": "gr",
}
_LENGTHENED = {short: long for long, short in SHORTENED.items()}
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:flat|unit|apartment)\s*)?\d+\s*(?:[a-z]\b)?[\s,]*", re.IGNORECASE
)
_SCHOOL_WORDS = {
    *words_of("school academy primary secondary junior infant infants high nursery"),
    *words_of("college grammar ce cofe rc catholic church community preschool pre"),
}


def address_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of an address: whole, house and street, the street alone;
    its town, which others live in too, is only to be checked."""
    lines = re.split(r"[,\n;]", _POSTCODE.sub("", entry.value))
    lines = [line.strip() for line in lines if words_of(line)]
    if not lines:
        return
    street = next((n for n, line in enumerate(lines) if _is_street(line)), 0)
    name = _NUMBER.sub("", lines[street])
    whole, front = " ".join(lines), " ".join(lines[: street + 1])
    for way in {whole, front, lines[street], name}:
        yield from _phrase(way, "address", entry)
    for town in lines[street + 1 :]:
        yield from _phrase(town, "place", entry, Tier.CHECK)


def school_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of a school: in full, without what follows its first word of
    kind ("Thistlemere Primary"), and by its own name, which is only to be checked."""
    yield from _phrase(entry.value, "school", entry)
    words = words_of(entry.value)
    own = next((n for n, word in enumerate(words) if n and word in _SCHOOL_WORDS), 0)
    if own:
        yield from _phrase(" ".join(words[: own + 1]), "school", entry)
        yield from _phrase(" ".join(words[:own]), "school", entry, Tier.CHECK)


def own_words(entry: Entry) -> set[str]:
    """The words of the own name of a street, a school or a place, that are none of the
    language, long enough to recognise with a letter wrong."""
    if entry.kind is Kind.ADDRESS:
        lines = re.split(r"[,\n;]", _POSTCODE.sub("", entry.value))
        streets = [line.strip() for line in lines if words_of(line)]
        value = next(filter(_is_street, streets), "")
    elif entry.kind in {Kind.SCHOOL, Kind.PLACE}:
        value = entry.value
    else:
        return set()
    long = (word for word in words_of(value) if len(word) >= LONG_ENOUGH_TO_MISSPELL)
    return {word for word in long if word.isalpha() and not is_a_word(word)}


def place_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of a place by its name."""
    yield from _phrase(entry.value, "place", entry)


def employer_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of an employer. Where somebody of the family works is a rare
    attribute; where a professional works is only to be checked."""
    tier = Tier.CHECK if entry.of_a_professional else Tier.CONFIRMED
    yield from _phrase(entry.value, "rare_attribute", entry, tier)


def email_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of an e-mail address."""
    yield Form(words_of(entry.value), "email", entry)


def codes_of(entry: Entry) -> set[str]:
    """The postcode, identifier or telephone number without what stands between."""
    if entry.kind is Kind.ADDRESS:
        return {squeezed(code) for code in _POSTCODE.findall(entry.value)}
    if entry.kind is Kind.PHONE:
        return _telephone_codes(squeezed(entry.value))
    if entry.kind in {Kind.POSTCODE, Kind.IDENTIFIER}:
        return {squeezed(entry.value)} - {""}
    return set()


def _telephone_codes(code: str) -> set[str]:
    own = re.sub(r"^(?:0044|44)?0?", "", code)
    return {f"{way}{own}" for way in ("0", "44", "440", "0044")} if own else set()


def _is_street(line: str) -> bool:
    last = words_of(line)[-1]
    return last in SHORTENED or last in _LENGTHENED


def _phrase(
    value: str, class_: str, entry: Entry, tier: Tier = Tier.CONFIRMED
) -> Iterator[Form]:
    words = words_of(value)
    if len("".join(words)) < SHORT:
        return
    everyday = all(is_everyday(word) for word in words)
    care = Care.CAPITALISED if everyday else Care.NONE
    tier = Tier.CHECK if everyday and len(words) == 1 else tier
    for way in {words, _ending(words, SHORTENED), _ending(words, _LENGTHENED)}:
        yield Form(way, class_, entry, care, tier)


def _ending(words: Words, by: dict[str, str]) -> Words:
    return (*words[:-1], by.get(words[-1], words[-1]))
