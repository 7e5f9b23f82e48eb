"""Criteria as boxes to tick: which were ticked, and what that says of the child."""

import re

from heed.papers.forms.answers import Answers
from heed.papers.forms.boxes import options

_TICK = re.compile(r"x|y|yes|☒|☑|✓|✔|✗|✘|√|\[\s?[x✓]\s?\]", re.IGNORECASE)


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick."""
    return _TICK.fullmatch(text.strip()) is not None


def tick_boxes(answers: Answers, text: str) -> int:
    """Take in the ticked boxes of one cell; how many there were."""
    ticked = [(n, words) for n, (words, on) in enumerate(options(text), 1) if on]
    for number, words in ticked:
        tick(answers, number, words)
    return len(ticked)


def tick(answers: Answers, number: int, words: str) -> None:
    """Take in one ticked criterion, and what its own words say."""
    answers.add("criteria.boxes_ticked", str(number), words)
    said = words.lower()
    if "abuse" in said or "neglect" in said:
        suspected = "known_or_suspected" if "suspected" in said else "known"
        answers.add("criteria.abuse_or_neglect", suspected, words)
    died = re.search(r"\b(die[ds]|death)\b", said)
    harmed = re.search(r"\bserious(ly)?( \w+)? (harm|injur)", said)
    if bool(died) != bool(harmed):
        outcome = "died" if died else "seriously_harmed"
        answers.add("criteria.outcome", outcome, words)
