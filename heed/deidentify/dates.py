"""Dates that nobody put in the register: an exact day identifies a child to anyone who
reads a newspaper. Reports say "early in the year".
"""

import re

from heed.deidentify.findings import Tier
from heed.deidentify.from_the_register import date_of_somebody
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.written_dates import (
    FIRST_OF_ORDINALS,
    MONTH_NUMBERS,
    WrittenDate,
    date_at,
    date_before,
)

FIRST_WORDS = frozenset(MONTH_NUMBERS) | FIRST_OF_ORDINALS

_IN_A_NUMBER = re.compile(r"\d[./-]?\Z|[a-z]\Z")

# A day that is said of a paper, a law or an event open to all is not a child's.
_OF_A_PAPER = re.compile(
    r"(?:publish|publication|accessed|retrieved|updated|version|issued|in force"
    r"|dated?:|date of (?:this )?(?:report|publication)|draft|signed|approved|revised"
    r"|guidance|regulations?|\bact\b|legislation|working together|census|ofsted)"
)


def dates_at(page: Page, number: int, register: Register) -> tuple[Hit, ...]:
    """The date written from this word on: of somebody, or just an exact day."""
    word, text = page.words[number], page.folded.text
    if word < AFTER_DIGITS and not _may_be_a_date(page, number):
        return ()
    if len(word) >= RUN_TOGETHER and word < AFTER_DIGITS:
        written = date_at(text, page.starts[number])
    else:
        written = date_before(page.follows(number), text, page.starts[number])
    if written is None or _stands_in_a_number(page, written):
        return ()
    known = date_of_somebody(page, written, register.dictionary)
    if known is None and written.certain:
        known = _exact_day(page, written)
    return (known,) if known else ()


def _may_be_a_date(page: Page, number: int) -> bool:
    """Whether a date may begin with this number: at a glance, for most do not."""
    word, text = page.words[number], page.folded.text
    end = page.word_end(number)
    if len(word) >= RUN_TOGETHER or number + 1 == len(page.words):
        return len(word) >= RUN_TOGETHER
    follows = page.words[number + 1]
    if follows < AFTER_DIGITS:
        return True
    gap = text[end : page.starts[number + 1]]
    return len(gap) <= WIDEST and follows in AFTER_A_DAY


AFTER_DIGITS = ":"  # the character after "9"
RUN_TOGETHER = 8  # figures: "12032011"
WIDEST = 4
_APART = frozenset({" ", "\n", ""})
AFTER_A_DAY = frozenset(MONTH_NUMBERS) | {"st", "nd", "rd", "th", "day", "of"}


def _stands_in_a_number(page: Page, written: WrittenDate) -> bool:
    if page.before(written.start, 1) in _APART:
        return False
    return bool(_IN_A_NUMBER.search(page.before(written.start, 2)))


# What each of these has in it: to be asked at a glance, for few days stand beside one.
_MARKS_OF_A_PAPER = (
    *("publi", "accessed", "retrieved", "updated", "version", "issued", "in force"),
    *("date", "draft", "signed", "approved", "revised", "guidance", "regulation"),
    *("act", "legislation", "working together", "census", "ofsted"),
)


def _is_of_a_paper(around: str) -> bool:
    marked = any(map(around.__contains__, _MARKS_OF_A_PAPER))
    return marked and bool(_OF_A_PAPER.search(around))


def _exact_day(page: Page, written: WrittenDate) -> Hit:
    around = page.before(written.start, 60) + " | " + page.after(written.end, 30)
    sure = written.is_full and not _is_of_a_paper(around)
    start, end = page.original(written.start, written.end)
    return Hit(
        start=start,
        end=end,
        class_="date",
        tier=Tier.CONFIRMED if sure else Tier.CHECK,
        why="An exact date." if written.is_full else "A day and month.",
        suggest=written.without_the_day,
    )
