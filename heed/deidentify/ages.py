"""Ages and birthdays that are told exactly: "aged 22 months", "he was 14", "turned
nine", "a nine-week-old", "14yo", "Year 9". A band says enough.
"""

import re
from collections.abc import Iterator

from heed.deidentify.page import Hit, Page, checked
from heed.deidentify.written_dates import ORDINAL_NUMBERS

FIRST_WORDS = frozenset(
    {"aged", "old", "age", "birthday", "turned", "turning", "yo", "year", "y"}
)
BEFORE_AN_AGE = frozenset(
    {
        *("was", "is", "were", "are", "now", "just", "only", "still", "then", "at"),
        *("nearly", "almost", "about", "time", "by", "until", "since", "from"),
    }
)
AFTER_AN_AGE = frozenset({"yrs", "yr", "y", "weeks", "week", "mths", "mth"})
NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)

_COUNT = (
    rf"(?:\d{{1,3}}(?:[.\u00bd]5?)?|{'|'.join(sorted(NUMBER_WORDS, reverse=True))})"
)
_UNITS = r"(?:year|month|week|day|hour|yr|mth|wk)s?"
_OLD = re.compile(
    rf"\b{_COUNT}(?:\s*-\s*|\s+)(?:and\s+a\s+half\s+)?{_UNITS}(?:\s*-\s*|\s+)$"
)
_OF_AGE = re.compile(rf"\b{_COUNT}\s+{_UNITS}\s+of\s+$")
_AGED = re.compile(
    rf"\s+(?:of\s+)?(?:just\s+|only\s+|about\s+)?{_COUNT}\b"
    r"(?!\s*(?:to|-|and|or|%)\s*\d)(?!\s*(?:and|or)\s+(?:over|under|above|below))"
    rf"(?:\s+{_UNITS}\b)?(?:/(?:12|52)\b)?"
)
_TURNED = re.compile(
    rf"\s+(?:just\s+)?{_COUNT}\b(?=\s*(?:[.,;:!?)\u2019\"-]|$)|\s+(?:when|in|and"
    rf"|on|that|at"
    r"|before|after|while|during|the|last|this|a|shortly|soon|years?)\b)"
)
_BIRTHDAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINAL_NUMBERS)})\s+$"
)
_JOINED = re.compile(r"\b\d{1,2}\s?-?$")
_SCHOOL_YEAR = re.compile(
    r"(?:\s+(?:(?:[1-9]|1[0-3])\b(?!\s*(?:\)|%|of|months|plan|report|\d))"
    r"|(?:seven|eight|nine|ten|eleven|twelve|thirteen)\b)|(?<=\by)(?:[1-9]|1[0-3])\b)"
)
_IN_SCHOOL = re.compile(r"(?:\b(?:in|into|of|a|while|the|start|during|from|since)\s+)$")
_NO_SCHOOL = re.compile(
    r"\b(?:financial|plan|strategy|programme|each|every|per)\b.{0,20}$"
)

# "he was 14", "at 14 she", "Whimbrel, 14, had"
_SUBJECT = re.compile(
    r"\b(?:he|she|they|who|child|boy|girl|baby|sibling|brother|sister|son"
    r"|daughter|twins?"
    r"|mother|father|parents?|teenager|young person|(?P<name>\w+))\s+(?:was|were"
    r"|is|are)\s+"
    r"(?:then |now |just |only |still |nearly |almost |about |by then |at the time )?$"
)
_ENDS = re.compile(
    r"(?=\s*(?:[.,;:!?)\u2019\"]|$)|\s+(?:when|and|at|by|but|while|with|years?"
    r"|months?|weeks?"
    r"|that|now|then)\b)(?!\s*[.:]\d)(?!\s*(?:per|%))(?!\s+(?:weeks"
    r"|months)['\u2019]?\s+pregnant)"
)
_AT = re.compile(r"\b(?:at|by|until|since|from)\s+(?:just |only |about )?$")
_THEN_WHO = re.compile(r",?\s+(?:she|he|they|whimbrel|the child|the baby)\b")
_SHORT = re.compile(r"(?:\s?-?)(?:y/o|y\.o\.?|yrs?(?:[\s-]old)?|mths?(?:[\s-]old)?)\b")
_GESTATION = re.compile(
    r"(?:\s?\+\s?\d)?(?:\s?/40\b|\s*-?weeks?['\u2019]?[\s-]+(?:pregnant|gestation)\b)"
    r"|\s?\+\s?[0-6]\s*-?weeks?\b"
)
_BIGGEST = 25

_AN_AGE = "An exact age; a band says enough."
_A_BIRTHDAY = "A birthday gives the age, and with its month the date of birth."
_A_SCHOOL_YEAR = "A school year tells the age to within months."


def ages_at(page: Page, number: int) -> Iterator[Hit]:
    """The age or the birthday that this word ("aged", "old", "birthday") speaks of."""
    word = page.words[number]
    start, end = page.starts[number], page.word_end(number)
    if word == "birthday":
        if match := _BIRTHDAY.search(page.before(start)):
            begin = start - len(match.group())
            yield checked(page, begin, end, "date", _A_BIRTHDAY, "an age band")
    elif word in {"year", "y"}:
        yield from _school_year(page, number, start, end)
    elif word in {"old", "yo"}:
        pattern = _OLD if word == "old" else _JOINED
        if match := pattern.search(page.before(start)):
            yield _age(page, start - len(match.group()), end)
    else:
        yield from _told_after(page, word, start, end)


def _told_after(page: Page, word: str, start: int, end: int) -> Iterator[Hit]:
    pattern = _TURNED if word.startswith("turn") else _AGED
    if match := pattern.match(page.folded.text, end):
        yield _age(page, start, match.end())
    elif word == "age" and (match := _OF_AGE.search(page.before(start))):
        yield _age(page, start - len(match.group()), end)


def _school_year(page: Page, number: int, start: int, end: int) -> Iterator[Hit]:
    match = _SCHOOL_YEAR.match(page.folded.text, end)
    if not match or _NO_SCHOOL.search(page.before(start)):
        return
    if page.first_of(number).isupper() or _IN_SCHOOL.search(page.before(start)):
        yield checked(page, start, match.end(), "age", _A_SCHOOL_YEAR, "a school stage")


def age_at_a_number(page: Page, number: int) -> Hit | None:
    """The age that this number is, by the words around it: "he was 14", "28/40"."""
    if not _may_be_an_age(page, number):
        return None
    start, end = page.starts[number], page.word_end(number)
    text = page.folded.text
    if match := (_SHORT.match(text, end) or _GESTATION.match(text, end)):
        return _age(page, start, match.end())
    if not page.words[number].isalpha() and int(page.words[number]) > _BIGGEST:
        return None
    before = page.before(start)
    if _SUBJECT.search(before) and _ENDS.match(text, end) and _is_said_of_one(before):
        return _age(page, start, end)
    if _AT.search(before) and _THEN_WHO.match(text, end):
        return _age(page, start, end)
    return None


def _may_be_an_age(page: Page, number: int) -> bool:
    """Whether the words beside a number are such as stand beside an age."""
    words = page.words
    if number and words[number - 1] in BEFORE_AN_AGE:
        return True
    follows = words[number + 1] if number + 1 < len(words) else ""
    return follows in AFTER_AN_AGE or follows == "40" or follows.isdigit()


def _is_said_of_one(before: str) -> bool:
    """Whether it is somebody who "was 14", and no count: "there were 14"."""
    match = _SUBJECT.search(before)
    return bool(match) and (match["name"] or "") not in _NOT_SOMEBODY  # type: ignore[index]


_NOT_SOMEBODY = frozenset(
    {
        *("there", "it", "this", "that", "these", "those", "which", "what", "number"),
        *(
            "figure",
            "rate",
            "score",
            "total",
            "children",
            "cases",
            "reviews",
            "agencies",
        ),
        *("section", "table", "chapter", "paragraph", "page", "times", "answer", "age"),
        *("response", "result", "average", "median", "most", "all", "some", "half"),
        *(
            "recommendations",
            "findings",
            "actions",
            "meetings",
            "visits",
            "appointments",
        ),
    }
)


def _age(page: Page, start: int, end: int) -> Hit:
    return checked(page, start, end, "age", _AN_AGE, "an age band")
