"""Answers that have a meaning but no place in a referral: kept, never dropped."""

from heed.papers.dates import read_date
from heed.papers.forms.answers import Answer, Answers
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


def left_over(answers: Answers) -> list[Answer]:
    """What was answered and is not told elsewhere, each under its label."""
    found = [
        Answer(answer.text, _whose(answers, key, answer.label or key))
        for key, answer in answers.by_key.items()
        if not _is_placed(key)
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
