"""Criteria as boxes to tick: which were ticked, and what that says of the child."""

import re

from heed.papers.forms.answers import Answers
from heed.papers.forms.boxes import chosen, options
from heed.papers.forms.keys import ENUMERATED, QUESTION
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.pieces import Pair
from heed.papers.patterns import later

_TICK = later(r"x|y|yes|☒|☑|✓|✔|✗|✘|√|\[\s?[x✓]\s?\]", re.IGNORECASE)


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick."""
    return _TICK.fullmatch(text.strip()) is not None


_UNCLEAR = later(
    r"\?+|/|~|½|[x✓☒]\s?\?|\(x\)|possibl[ey]|maybe|perhaps|unsure|unclear|part(ly)?|"
    r"tbc|to be confirmed|not (sure|clear)",
    re.IGNORECASE,
)
_OF_CRITERIA = later(
    r"\b(die[ds]?|death|dead|serious(ly)?|abuse[d]?|neglect(ed)?|harm(ed)?|injur\w+|"
    r"suspected|suicide|looked[- ]after)\b",
    re.IGNORECASE,
)
_SAYS_NO = later(r"no?|☐|\[\s*\]|-|n/a|", re.IGNORECASE)


def is_unclear(text: str) -> bool:
    """Whether a cell for a tick holds something that is neither a tick nor nothing."""
    return _UNCLEAR.fullmatch(text.strip()) is not None


def answers_a_box(text: str) -> bool:
    """Whether a cell ticks, leaves empty, or says yes or no, and nothing else."""
    return bool(is_tick(text) or is_unclear(text) or _SAYS_NO.fullmatch(text.strip()))


def of_criteria(text: str) -> bool:
    """Whether words speak of what the criteria are about."""
    return _OF_CRITERIA.search(text) is not None


_OF_OUTCOME = later(r"\b(die[ds]?|death|fatal|harm(ed)?|injur\w+|impair\w+)\b")


def tick_boxes(answers: Answers, text: str, before: int = 0) -> tuple[int, int]:
    """Take in the boxes of one cell, counted on from those before: how many boxes there
    were, and how many of them are ticked.
    """
    found = options(text)
    ticked = [(n, words) for n, (words, on) in enumerate(found, before + 1) if on]
    for number, words in ticked:
        tick(answers, number, words)
    return len(found), len(ticked)


def tick(answers: Answers, number: int, words: str) -> None:
    """Take in one ticked criterion, and what its own words say."""
    answers.add("criteria.boxes_ticked", str(number), words)
    said = words.lower()
    half = "abuse" if "abuse" in said or "neglect" in said else "outcome"
    both = half == "abuse" and _OF_OUTCOME.search(said)
    answers.add("criteria.boxes_say", f"{number}: {'all' if both else half}", words)
    if "abuse" in said or "neglect" in said:
        suspected, known = "suspect" in said, re.search(r"\bknown\b", said)
        meant = "suspected" if suspected and not known else "known"
        meant = "known_or_suspected" if suspected and known else meant
        answers.add("criteria.abuse_or_neglect", meant, words)
    died = re.search(r"\b(die[ds]|death|fatal)\b", said)
    harmed = re.search(
        r"\b(?:serious|significant)(ly)?( \w+)? (harm|injur|impair)", said
    )
    if bool(died) != bool(harmed):
        outcome = "died" if died else "seriously_harmed"
        answers.add("criteria.outcome", outcome, words)


def is_criterion(pair: Pair, section: str) -> bool:
    """A statement with room for a tick, and not a question with an answer."""
    said = chosen(pair.answer).strip()
    if ENUMERATED.match(pair.label) and (
        section == "criteria" or of_criteria(pair.label)
    ):
        return answers_a_box(said)
    stated = of_criteria(pair.label) and len(pair.label.split()) > QUESTION
    if not answers_a_box(said) or (section != "criteria" and not stated):
        return False
    if section != "criteria" and pair.asks and not pair.asks.startswith("crit"):
        return False
    known = REFERRAL.meaning(pair.label) if pair.asks else ""
    if known not in {"", "criteria.boxes"}:
        # "Abuse or neglect known or suspected?  Yes" is a question by itself.
        asks = len(pair.label.split()) <= QUESTION or pair.label.endswith("?")
        return not asks
    return True
