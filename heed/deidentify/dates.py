"""Dates and ages that nobody put in the register: an exact day identifies a child to
anyone who reads a newspaper. Reports say "three weeks before" and "primary-school age".
"""

import re
from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.from_the_register import date_of_somebody
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.written_dates import (
    MONTH_NUMBERS,
    ORDINAL_NUMBERS,
    WrittenDate,
    date_at,
)

FIRST_WORDS = frozenset(MONTH_NUMBERS) | {
    word.split("-")[0] for word in ORDINAL_NUMBERS if " " not in word
}
AGE_WORDS = frozenset({"aged", "old", "age", "birthday"})

# A day that is said of a paper, a law or an event open to all is not a child's.
_OF_A_PAPER = re.compile(
    r"(?:publish|publication|accessed|retrieved|updated|version|issued|in force"
    r"|dated?:|date of (?:this )?(?:report|publication)|draft|signed|approved|revised"
    r"|guidance|regulations?|\bact\b|legislation|working together|census|ofsted)"
)


def dates_at(page: Page, number: int, register: Register) -> Iterator[Hit]:
    """The date written from this word on: of somebody, or just an exact day."""
    written = date_at(page.folded.text, page.starts[number])
    if written is None or _stands_in_a_number(page, written):
        return
    known = date_of_somebody(page, written, register.dictionary)
    if known:
        yield known
    elif written.certain:
        yield _exact_day(page, written)


def _stands_in_a_number(page: Page, written: WrittenDate) -> bool:
    before = page.before(written.start, 2)
    return bool(re.search(r"\d[./-]?$|[a-z]$", before))


def _exact_day(page: Page, written: WrittenDate) -> Hit:
    around = page.before(written.start, 60) + " | " + page.after(written.end, 30)
    sure = written.is_full and not _OF_A_PAPER.search(around)
    start, end = page.original(written.start, written.end)
    return Hit(
        start=start,
        end=end,
        class_="date",
        tier=Tier.CONFIRMED if sure else Tier.CHECK,
        why="An exact date." if written.is_full else "A day and month.",
        suggest=written.without_the_day,
    )


# Ages

_UNITS = r"(?P<unit>year|month|week|day|hour)s?"
_COUNT = (
    r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_OLD = re.compile(rf"\b{_COUNT}(?:\s*-\s*|\s+){_UNITS}(?:\s*-\s*|\s+)$")
_AGED = re.compile(
    rf"\s+(?:of\s+)?(?:just\s+|only\s+|about\s+)?{_COUNT}\b(?!\s*(?:to|-|and|or|%)\s*\d)"
    rf"(?!\s*(?:and|or)\s+(?:over|under|above|below))(?:\s+{_UNITS}\b)?"
)
_BIRTHDAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINAL_NUMBERS)})\s+$"
)


def ages_at(page: Page, number: int) -> Iterator[Hit]:
    """The age or the birthday that this word ("aged", "old", "birthday") speaks of."""
    start, end = page.starts[number], page.word_end(number)
    if page.words[number] == "birthday":
        yield from _birthday(page, start, end)
        return
    if page.words[number] == "old":
        match = _OLD.search(page.before(start))
        if match:
            yield _age(page, start - len(match.group()), end)
        return
    match = _AGED.match(page.folded.text, end)
    if match:
        yield _age(page, start, match.end())


def _age(page: Page, start: int, end: int) -> Hit:
    first, last = page.original(start, end)
    return Hit(
        start=first,
        end=last,
        class_="age",
        tier=Tier.CHECK,
        why="An exact age; a band says enough.",
        suggest="an age band",
    )


def _birthday(page: Page, start: int, end: int) -> Iterator[Hit]:
    match = _BIRTHDAY.search(page.before(start))
    if match:
        first, last = page.original(start - len(match.group()), end)
        yield Hit(
            start=first,
            end=last,
            class_="date",
            tier=Tier.CHECK,
            why="A birthday gives the age, and with its month the date of birth.",
            suggest="an age band",
        )
