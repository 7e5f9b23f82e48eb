"""Answers that have a meaning but no place in a referral: kept, never dropped."""

import re

from heed.papers.dates import read_date, read_time
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.children import death_in, is_no_death, list_in
from heed.papers.forms.choices import (
    ABUSE,
    CAPACITY,
    INVOLVED,
    OUTCOME,
    SEX,
    STATUS,
    YES_NO,
    Choices,
    choice,
)
from heed.papers.forms.office import STEPS
from heed.papers.questions import VERSION_TAG, asked

_PLACED = frozenset(
    (
        *(f"{section.slug}.{one.slug}" for section, one in asked()),
        *(f"office.{step}" for step in STEPS),
        *(
            f"child.{each}"
            for each in (
                *("name", "initials_in_header", "relationship", "spelt", "unnamed"),
                *("looked_after", "multiple_birth"),
            )
        ),
        *("criteria.boxes_ticked", "criteria.boxes_unclear", "criteria.boxes_say"),
        *("subject.named", "incident.date_inferred", "marking", "other.consent"),
        *("other.handling", "safety.safe", VERSION_TAG),
    )
)


def _is_placed(key: str) -> bool:
    """Whether the answer of a key has its own place in a referral."""
    section, _, rest = key.partition(".")
    number, _, name = rest.partition(".")
    bare = f"{section}.{name}" if number.isdigit() else key
    return section == "gate" or bare in _PLACED


_CHOSEN: dict[str, tuple[Choices, frozenset[str]]] = {
    **dict.fromkeys(
        (
            "other.media",
            "child.looked_after",
            "adult.suspected",
        ),
        (YES_NO, frozenset(("yes", "no"))),
    ),
    **dict.fromkeys(
        ("referrer.withhold", "child.address_withheld"), (YES_NO, frozenset(("yes",)))
    ),
    "agency.still_involved": (INVOLVED, frozenset(("yes", "no"))),
    "child.sex": (SEX, frozenset(SEX)),
    "child.status": (STATUS, frozenset(STATUS) - {"unknown"}),
    "criteria.abuse_or_neglect": (ABUSE, frozenset(ABUSE) - {"unknown"}),
    "criteria.outcome": (OUTCOME, frozenset(OUTCOME) - {"unknown"}),
    "referrer.capacity": (CAPACITY, frozenset(CAPACITY)),
}
"""What a field keeps only as a choice, and the choices that it keeps."""
_LISTS = frozenset(("child.plan_history", "child.legal_status"))
_UNLESS_NONE = frozenset(("child.multiple_birth", "other.parallel"))
"""What a field leaves out where the answer is that there is none."""


def _says_nothing(key: str, text: str) -> bool:
    """Whether a field has a place for an answer and does not show this one."""
    bare = re.sub(r"\.\d+\.", ".", key)
    choices, kept = _CHOSEN.get(bare, ({}, frozenset()))
    if choices:
        return choice(choices, text) not in kept
    if bare == "child.date_of_death":
        said = {"date_of_death": text}
        return not death_in(said) and not is_no_death(said)
    if bare == "child.nhs_number":
        return not re.search(r"\d", text)
    if bare in _LISTS:
        return not list_in(text)
    if bare == "incident.time":
        time = read_time(text)
        return time.time is None and not time.problem
    return bare in _UNLESS_NONE and choice(YES_NO, text) in {"no", "not_known"}


def left_over(answers: Answers) -> list[Answer]:
    """What was answered and is not told elsewhere, each under its label."""
    found = [
        Answer(answer.text, _whose(answers, key, answer.label or key))
        for key, answer in answers.by_key.items()
        if not _is_placed(key) or (not answers.ours and _says_nothing(key, answer.text))
    ]
    return found + [
        Answer(words, answers.label(key))
        for key, others in answers.others.items()
        for words in others
        if not key.endswith(".dob")
        and read_date(words).iso != read_date(answers.text(key)).iso
    ]


def _whose(answers: Answers, key: str, label: str) -> str:
    """The label, with the name of the one of several people whom it is about."""
    group, _, _ = key.rpartition(".")
    name = answers.text(f"{group}.name")
    numbered = group[-1:].isdigit()
    return f"{label} ({name})" if name and numbered else label
