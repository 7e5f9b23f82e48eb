"""How a person's name may be written.

The register holds "Tobiah James Marchwinter"; a report holds "Tobiah's", "T.J.M.",
"Marchwinter, Tobiah" and "tobiahmarchwinter.docx".
"""

import re
from collections.abc import Iterator

from heed.deidentify.entries import Entry, Kind
from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.forms import Care, Form
from heed.deidentify.word_lists import word_list

LONG_ENOUGH_TO_MISSPELL = 5
SHORT = 3
PAIR = 2
MOST_INITIALS = 6

Words = tuple[str, ...]

_TITLES = {*words_of("mr mrs ms miss mx dr prof professor rev nee")}
_PARTICLES = {
    *words_of("de da di du del della la le van von der den ter al el bin bint ibn ben"),
    *words_of("abu st mc mac o and of the y e dos das ap ab"),
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN_NAMES = re.compile(r"[\s()\"“”,;/]+")


def name_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of a name or an alias, initials among them."""
    class_ = _class_of(entry)
    for value in _spellings(entry.value):
        parts = parts_of(value)
        for words in _ways_to_write(parts):
            yield Form(words, class_, entry, _care_for(words))
        yield from _derived_initials(parts, entry)


def initials_forms(entry: Entry) -> Iterator[Form]:
    """The written forms of initials that the register itself holds."""
    letters = "".join(words_of(entry.value))
    for words in _segmented(letters):
        if len(letters) >= PAIR:
            care = Care.DOTTED if letters in _ABBREVIATIONS else Care.UPPER_CASE
            yield Form(words, "initials", entry, care)


def misspellable(entry: Entry) -> set[str]:
    """The parts of a name that are long enough to recognise with a letter wrong."""
    parts = [part for raw in parts_of(entry.value) for part in _words_in(raw)]
    return {part for part in parts if len(part) >= LONG_ENOUGH_TO_MISSPELL}


def parts_of(value: str) -> list[str]:
    """The names of a person, given name first; a double-barrelled one is one part."""
    if value.count(",") == 1:
        last, first = value.split(",")
        value = f"{first} {last}"
    parts = (part for part in _BETWEEN_NAMES.split(value) if words_of(part))
    return [part for part in parts if words_of(part)[0] not in _TITLES]


def _class_of(entry: Entry) -> str:
    if entry.of_a_professional:
        return "professional"
    return "alias" if entry.kind is Kind.ALIAS else "name"


def _spellings(value: str) -> set[str]:
    spread = value.casefold().translate(_UMLAUTS)
    other = {spread} - {value.casefold()}
    return {value, _CAMEL.sub("'", value), *other}


def _ways_to_write(parts: list[str]) -> set[Words]:
    ways = {words_of(" ".join(parts))}
    for number, part in enumerate(parts):
        if number == 0 or not _is_particle(part):
            ways |= _alone(part)
    if len(parts) > 1:
        given, *middle, family = parts
        for each in {family, *_halves(family)}:
            ways |= _paired(words_of(given), words_of(each))
        ways.add(words_of(" ".join([family, given, *middle])))
        ways.add(words_of(" ".join([*middle, family])))
    return {words for words in ways if len("".join(words)) >= PAIR}


def _is_particle(part: str) -> bool:
    """Whether it is the "van" of van der Berg: Ben and Della begin with a capital."""
    return part.islower() and part in _PARTICLES


def _alone(part: str) -> set[Words]:
    words = words_of(part)
    whole = "".join(words)
    ways = {words, *((word,) for word in _words_in(part))}
    if len(whole) > SHORT:
        ways |= {(*words[:-1], f"{words[-1]}s"), (f"{whole}s",)}
    return ways


def _words_in(part: str) -> set[str]:
    """The part run together, and the halves of a double-barrelled one."""
    return {"".join(words_of(each)) for each in (part, *_halves(part))} - {""}


def _halves(part: str) -> list[str]:
    halves = [half for half in re.split(r"[-\u2010-\u2015]", part) if half != part]
    long_enough = (half for half in halves if len("".join(words_of(half))) >= SHORT)
    return [half for half in long_enough if not _is_particle(half)]


def _paired(given: Words, family: Words) -> set[Words]:
    one, other = "".join(given), "".join(family)
    ways = {*_run_together((*given, *family)), *_run_together((*family, *given))}
    if not is_everyday(other):
        ways |= {(one[0], *family), (*family, one[0])}
        if len(other) >= LONG_ENOUGH_TO_MISSPELL:
            ways.add((one[0] + other,))
    if not is_everyday(one) and len(one) > SHORT:
        ways.add((*given, other[0]))
    return ways


def _run_together(words: Words) -> Iterator[Words]:
    """The words with any of their spaces and hyphens left out."""
    if not 1 < len(words) <= MOST_INITIALS:
        yield words
        return
    for first, *rest in _run_together(words[1:]):
        yield (words[0], first, *rest)
        yield (words[0] + first, *rest)


def _care_for(words: Words) -> Care:
    if len(words) == 1 and is_everyday(words[0]):
        return Care.EVERYDAY
    if all(is_everyday(word) or len(word) < SHORT for word in words):
        return Care.CAPITALISED
    return Care.NONE


# Initials. These abbreviations are written in reports for other reasons.

_ABBREVIATIONS = word_list("abbreviations")


def _derived_initials(parts: list[str], entry: Entry) -> Iterator[Form]:
    for letters in _initials_of(parts):
        for words in _segmented(letters):
            yield Form(words, "initials", entry, *_doubt_about(words, letters))


def _initials_of(parts: list[str]) -> set[str]:
    if len(parts) < PAIR:
        return set()
    every = "".join(word[0] for part in parts for word in words_of(part))
    ends = words_of(parts[0])[0][0] + "".join(w[0] for w in words_of(parts[-1]))
    return {every, ends, every[0] + every[-1]}


def _doubt_about(words: Words, letters: str) -> tuple[Care, Tier]:
    if len(letters) == PAIR and len(words) == 1:
        return Care.UPPER_CASE, Tier.CHECK
    if len(letters) == PAIR or letters in _ABBREVIATIONS:
        return Care.DOTTED, Tier.CONFIRMED
    return Care.UPPER_CASE, Tier.CONFIRMED


def _segmented(letters: str) -> Iterator[Words]:
    """EMW as E.M.W., EM-W, E.MW and EMW; an abbreviation never as one word."""
    for words in _compositions(letters[:MOST_INITIALS]):
        if len(words) > 1 or letters not in _ABBREVIATIONS:
            yield words


def _compositions(letters: str) -> Iterator[Words]:
    yield (letters,)
    for cut in range(1, len(letters)):
        for rest in _compositions(letters[cut:]):
            yield (letters[:cut], *rest)
