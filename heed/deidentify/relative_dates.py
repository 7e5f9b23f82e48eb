"""Days that are told by another one: "three days later", "the next morning", "Boxing
Day". With one exact day known to a newspaper each of them is an exact day.
"""

from collections.abc import Iterator

from heed.deidentify.ages import NUMBER_WORDS
from heed.deidentify.page import Hit, Page, checked
from heed.papers.patterns import later

_UNITS = frozenset(
    f"{unit}{end}"
    for unit in ("day", "week", "month", "year", "night", "hour", "fortnight", "minute")
    for end in ("", "s")
)
_PARTS_OF_A_DAY = frozenset(
    {"day", "morning", "afternoon", "evening", "night", "weekend"}
)
AFTER_A_UNIT = frozenset(
    {
        *("later", "after", "afterwards", "before", "beforehand", "earlier", "prior"),
        *("previously", "following"),
    }
)
BEFORE_A_PART = frozenset({"next", "following", "previous", "same"})
FEASTS = frozenset(
    {
        *("christmas", "boxing", "halloween", "bonfire", "valentine", "easter", "eve"),
        *("hogmanay", "remembrance", "pancake", "shrove", "whitsun", "mothering"),
    }
)
FIRST_WORDS = AFTER_A_UNIT | BEFORE_A_PART | FEASTS

_COUNTED = later(
    rf"\b(?:\d{{1,3}}|an?|one|{'|'.join(NUMBER_WORDS)}|several|the)\s+"
    r"(?:(?:further|more|whole|full|short|working)\s+)?(?P<unit>\w+)\s+$"
)
_OF_THE_FEAST = later(
    r"(?:christmas|boxing|new year'?s?|valentine'?s?|easter|remembrance"
    r"|mothering|shrove"
    r"|pancake|good|bonfire|whit|may)\s+(?:day|eve|sunday|monday|tuesday|friday|night)"
    r"|halloween|hogmanay"
)
_OF_A_DUTY = later(r"\b(?:within|at least|no later than|not less than|every)\s+\S*\s*$")

_BY_ANOTHER = "With one day known this tells another to the day."
_A_FEAST = "A day that any calendar tells."


def day_told_at(page: Page, number: int) -> Iterator[Hit]:
    """The day that this word ("later", "next", "Boxing") tells by another one."""
    word = page.words[number]
    if word in FEASTS:
        yield from _feast(page, number)
    if word in AFTER_A_UNIT and number and page.words[number - 1] in _UNITS:
        yield from _counted(page, number)
    elif word in BEFORE_A_PART and _goes_on_with_a_part(page, number):
        begin, end = page.starts[number], page.word_end(number + 1)
        yield checked(page, begin, end, "date", _BY_ANOTHER, "soon afterwards")


def _goes_on_with_a_part(page: Page, number: int) -> bool:
    is_last = number + 1 == len(page.words)
    return not is_last and page.words[number + 1] in _PARTS_OF_A_DAY


def _counted(page: Page, number: int) -> Iterator[Hit]:
    start = page.starts[number]
    match = _COUNTED.search(page.before(start))
    if not match:
        return
    begin = start - len(match.group())
    counted = match.group().split()[0]
    if counted == "the" and match["unit"] not in _PARTS_OF_A_DAY:
        return
    if _OF_A_DUTY.search(page.before(begin, 24)):
        return
    yield checked(
        page, begin, page.word_end(number), "date", _BY_ANOTHER, "some time afterwards"
    )


def _feast(page: Page, number: int) -> Iterator[Hit]:
    begin = page.starts[number]
    if page.words[number] == "eve":
        begin = max(0, begin - len("new year's "))
    match = _OF_THE_FEAST.search(page.folded.text, begin, page.word_end(number) + 12)
    if match and match.start() <= page.starts[number] < match.end():
        yield checked(page, *match.span(), "date", _A_FEAST, "the season")
