"""Numbers that stand for one person or one case, whoever's they are: NHS numbers,
pupil numbers, crime and court numbers, postcodes, telephones, e-mail addresses."""

import re
import string
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.page import Hit, Page

_TEN = re.compile(r"\d{3}([ -]?)\d{3}\1\d{4}(?!\d)")
_PUPIL = re.compile(r"[a-hj-km-nq-rt-z]\d{11}[\da-z](?![\da-z])")
_POSTCODE = re.compile(
    r"(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2})(?![a-z\d])"
)
_COURT = re.compile(r"[a-z]{2}\d{2}[acdfp]\d{5}(?!\d)")
_INSURANCE = re.compile(r"[a-z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[a-d](?![a-z\d])")
_VEHICLE = re.compile(r"[a-z]{2}\d\d\s?[a-z]{3}(?![a-z\d])")
_CRIME = re.compile(r"(?:[a-z]{1,3}/)?\d{1,3}[a-z]?/\d{3,7}/\d\d(?:\d\d)?(?!\d)")
_RECORD = re.compile(r"[a-z\d]+(?:[/-][a-z\d]+)*")
_LABELLED = re.compile(
    r"\b(?:crime|occurrence|incident|offence|custody|niche|record|file|urn|log"
    r"|cad|pnc|cris|court"
    r"|claim|case|nhs|upn|uln|hospital|unit|patient|client|mosaic|liquidlogic"
    r"|rio|systmone"
    r"|emis|passport|tribunal|police)\s+"
    r"(?:(?:case|crime|court|record|report|reference|ref|id|log)\s+)?"
    r"(?:(?:reference|ref|numbers?|no|id|identifier)\b\.?|#)\s*(?:is|was|:"
    r"|of)?\s*[(:]?\s*$"
    r"|\b(?:urn|crn|pnc)\s*[(:#]?\s*$"  # numbers by their own names
)
_TELEPHONE = re.compile(
    r"[(+ ]{0,3}(?:(?:00)?44[ )]{0,2}(?:\(?0\)? ?)?|0)[1-9][\d ()-]{7,12}\d(?!\d)"
)
_EMAIL_BEFORE = re.compile(r"[\w.+'-]+$")
_EMAIL_AFTER = re.compile(r"[\w-]+(?:\.[\w-]+)+")

_AFTER_A_LABEL = f"{string.whitespace}\x1c\x1d\x1e\x1f(:"
_LETTERS_OF_A_CODE = 3
_LONG_RECORD = 5


def codes_of_anyone_at(page: Page, number: int) -> Iterator[Hit]:
    """The code that begins with this number, or with the letters joined to it."""
    place = page.starts[number]
    for begin in _beginnings(page, number):
        found = _lettered(page, begin) if begin < place else _numbered(page, begin)
        if found:
            yield found
            return


def _beginnings(page: Page, number: int) -> Iterator[int]:
    place = page.starts[number]
    letters = page.words[number - 1] if number else ""
    joined = number and page.word_end(number - 1) == place
    if joined and len(letters) <= _LETTERS_OF_A_CODE and letters.isalpha():
        yield page.starts[number - 1]
    yield place


def _lettered(page: Page, place: int) -> Hit | None:
    text = page.folded.text
    for pattern, class_, why in _LETTERED:
        match = pattern.match(text, place)
        if match and _is_written_as_a_code(page, *match.span()):
            return _hit(page, *match.span(), class_, why)
    pupil = _PUPIL.match(text, place)
    if pupil:
        sure = is_pupil_number(pupil.group())
        return _hit(page, *pupil.span(), "identifier", "A pupil number.", sure=sure)
    return _labelled(page, place)


_LETTERED = (
    (_COURT, "identifier", "A court's case number."),
    (_INSURANCE, "identifier", "A National Insurance number."),
    (_POSTCODE, "postcode", "A full postcode."),
    (_VEHICLE, "identifier", "A vehicle's registration."),
    (_CRIME, "identifier", "A crime number."),
)


def _is_written_as_a_code(page: Page, start: int, end: int) -> bool:
    first, last = page.original(start, end)
    return page.text[first:last].upper() == page.text[first:last]


def _numbered(page: Page, place: int) -> Hit | None:
    text = page.folded.text
    ten = _TEN.match(text, place)
    if ten:
        return _ten_digits(page, place, ten)
    crime = _CRIME.match(text, place)
    if crime:
        return _hit(page, *crime.span(), "identifier", "A crime number.")
    return _telephone(page, place) or _labelled(page, place)


def _ten_digits(page: Page, place: int, match: re.Match[str]) -> Hit | None:
    said = "nhs" in page.before(place, 30)
    if not said and match.group().startswith("0"):
        return _telephone(page, place)
    valid = is_nhs_number(match.group())
    if not (said or valid or match[1]):
        return _labelled(page, place)
    why = "An NHS number." if valid else "Ten digits as an NHS number is written."
    return _hit(page, *match.span(), "identifier", why, sure=said or valid)


def _telephone(page: Page, place: int) -> Hit | None:
    if page.folded.text[place] not in _FIRST_OF_A_TELEPHONE:
        return None
    lead = page.before(place, 3)
    begin = place - (len(lead) - len(lead.rstrip("(+")))
    match = _TELEPHONE.match(page.folded.text, begin)
    if not match or not 10 <= sum(map(str.isdigit, match.group())) <= 14:  # noqa: PLR2004
        return None
    digits = re.sub(r"\D", "", match.group())
    mobile = bool(re.match(r"(?:0044|44|0)0?7", digits))
    why = "A mobile telephone number." if mobile else "A telephone number."
    return _hit(page, begin, match.end(), "phone", why, sure=mobile)


_FIRST_OF_A_TELEPHONE = frozenset("04")  # "0" or "44", whatever stands before them
_LABELS = ("reference", "ref", "number", "numbers", "no", "id", "identifier")
_OF_THEMSELVES = ("urn", "crn", "pnc")
_END_OF_A_LABEL = (
    *_LABELS,
    *(f"{each}." for each in _LABELS),
    "#",
    "is",
    "was",
    "of",
    *_OF_THEMSELVES,
)


def _labelled(page: Page, place: int) -> Hit | None:
    before = page.before(place)
    # At a glance first: before nearly every number stands nothing of this.
    ends = before.rstrip(_AFTER_A_LABEL).endswith(_END_OF_A_LABEL)
    if not ends or not _LABELLED.search(before):
        return None
    match = _RECORD.match(page.folded.text, place)
    if not match or len(match.group()) < _LONG_RECORD:
        return None
    why = "The number of a record or a case."
    return _hit(page, *match.span(), "identifier", why)


def _hit(
    page: Page, start: int, end: int, class_: str, why: str, *, sure: bool = True
) -> Hit:
    first, last = page.original(start, end)
    tier = Tier.CONFIRMED if sure else Tier.CHECK
    suggest = "the area" if class_ == "postcode" else None
    return Hit(
        start=first, end=last, class_=class_, tier=tier, why=why, suggest=suggest
    )


def emails_in(page: Page) -> Iterator[Hit]:
    """Every e-mail address."""
    text = page.folded.text
    place = text.find("@")
    while place >= 0:
        before = _EMAIL_BEFORE.search(text[max(0, place - 64) : place])
        after = _EMAIL_AFTER.match(text, place + 1)
        if before and after:
            start = place - len(before.group())
            why = "An e-mail address."
            yield _hit(page, start, after.end(), "email", why, sure=False)
        place = text.find("@", place + 1)


# Check digits


def is_nhs_number(written: str) -> bool:
    """Whether ten digits pass the check of the NHS Data Dictionary (modulus 11)."""
    digits = [int(d) for d in written if d.isdigit()]
    if len(digits) != 10:  # noqa: PLR2004 the length of an NHS number
        return False
    total = sum(
        digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == digits[9]


_PUPIL_LETTERS = "abcdefghjklmnpqrtuvwxyz"


def is_pupil_number(written: str) -> bool:
    """Whether a unique pupil number's first letter checks (DfE's guide to UPNs); a
    temporary one ends in a letter, which counts by its place."""
    letter, rest = written[:1].casefold(), written[1:].casefold()
    values = [int(c) if c.isdigit() else _PUPIL_LETTERS.find(c) for c in rest]
    if len(values) != 12 or -1 in values:  # noqa: PLR2004 the length of a UPN
        return False
    total = sum(
        value * weight for value, weight in zip(values, range(2, 14), strict=True)
    )
    return _PUPIL_LETTERS[total % 23] == letter
