"""Whether an answer fits what only the roots of its label ask: else it stays unread."""

import re
from collections.abc import Callable

from heed.papers.dates import dates_in, read_date, read_time, split_time
from heed.papers.forms.answers import Answers
from heed.papers.forms.choices import SEX, YES_NO, choice
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.forms.keys import QUESTION
from heed.papers.forms.pieces import Pair
from heed.papers.forms.told import looks_like_name


def fits(key: str, text: str) -> bool:
    """Whether an answer has the shape that its key needs; other texts always fit."""
    if not text.strip():
        return True
    attribute = key.rpartition(".")[2]
    check = _CHECKS.get(attribute)
    return check is None or check(text)


def _is_name(text: str) -> bool:
    first = re.split(r"[,;\n(–]| - |\d", text, maxsplit=1)[0].strip()
    return looks_like_name(first)


def _is_date(text: str) -> bool:
    day = split_time(text)[0]
    vague = re.search(
        r"\b(known|birthday|week|month|unborn|today|easter|christmas)",
        text,
        re.IGNORECASE,
    )
    return any(dates_in(text)) or bool(read_date(day).iso) or bool(vague)


def _is_time(text: str) -> bool:
    time = read_time(text)
    return bool(time.time) or time.problem.startswith("only") or not time.problem


def _reaches(text: str) -> bool:
    return bool(EMAIL.search(text) or PHONE.search(text))


def _is_place(text: str) -> bool:
    """Whether words can name a place, a body or a post: not yes, a figure or a day."""
    bare = text.strip(" .")
    only_day = read_date(split_time(bare)[0]).iso and len(bare.split()) <= _SHORT
    plain = choice(YES_NO, bare) in {"yes", "no"} and len(bare.split()) == 1
    return not plain and not only_day and bool(re.search("[A-Za-z]", bare))


_SHORT = 4
_CHECKS: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(("name", "given", "family", "aka"), _is_name),
    **dict.fromkeys(("dob", "edd", "date", "date_of_death", "consulted_on"), _is_date),
    **dict.fromkeys(("email", "phone", "contact"), _reaches),
    **dict.fromkeys(("address", "school", "organisation", "place", "role"), _is_place),
    "what": lambda text: text.strip()[-1:] == "." or len(text.split()) >= _SHORT,
    "time": _is_time,
    "sex": lambda text: choice(SEX, text) is not None,
    "nhs_number": lambda text: len(re.sub(r"\D", "", text)) >= len("999999999"),
}


def is_of_a_place(key: str, answer: str, text: str) -> bool:
    """Whether a sentence stands below a place that was answered: no more of it."""
    ends = key.endswith((".place", ".address", ".whereabouts"))
    sentence = text.endswith((".", "!", "?")) or len(text.split()) > QUESTION
    return ends and bool(answer) and sentence


def cannot_be(key: str, answer: str, text: str) -> bool:
    """Whether a sentence stands below a label that asks for a name: none of it."""
    asks_name = key.endswith((".name", ".given", ".family"))
    ended = text.rstrip().endswith((".", "!", "?"))
    sentence = ended and len(text.split()) > QUESTION
    reaches = EMAIL.fullmatch(text.strip()) or PHONE.fullmatch(text.strip())
    no_name = bool(reaches) or (sentence and not fits(".name", text))
    return asks_name and not answer and no_name


_TO = frozenset(("to", "cc", "copy", "copied to", "copies to", "copy to"))
"""What stands above "From" in the head of a memo."""


def heads_memo(answers: Answers, title: str, label: str) -> bool:
    """Whether "From" stands in the head of a memo: under its title, or under "To"."""
    if label.lower() != "from" or answers.text("referrer.name"):
        return False
    before = answers.unread[-1].label.lower() if answers.unread else ""
    first = not (answers.by_key or answers.unread)
    return before in _TO or (first and bool(title))


def names_agency(pair: Pair) -> bool:
    """Whether a row without labels, under a title about agencies, names one, with who
    works there and how to reach them.
    """
    short = pair.beside and len(pair.answers) > 1 and len(pair.label.split()) <= _SHORT
    return short and pair.label[:1].isupper() and pair.label[-1:].isalpha()
