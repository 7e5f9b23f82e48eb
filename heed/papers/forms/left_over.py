"""Answers that have a meaning but no place in a referral: kept, never dropped."""

import re

from heed.papers.dates import read_date
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.office import STEPS
from heed.papers.questions import VERSION_TAG, asked

_NUMBER = "[0-9]+[.]"
_PLACED = re.compile(
    "|".join(
        (
            *(
                rf"{section.slug}[.]{_NUMBER if section.each else ''}{one.slug}"
                for section, one in asked()
            ),
            (
                r"child[.][0-9]+[.](?:name|initials_in_header|relationship|spelt|"
                r"looked_after|unnamed|multiple_birth)"
            ),
            r"criteria[.]boxes_(?:ticked|unclear|say)",
            rf"office[.](?:{'|'.join(STEPS)})",
            r"gate[.]\w+|subject[.]named|incident[.]date_inferred",
            r"marking|other[.](?:consent|handling)|safety[.]safe",
            re.escape(VERSION_TAG),
        )
    )
)


def left_over(answers: Answers) -> list[Answer]:
    """What was answered and is not told elsewhere, each under its label."""
    found = [
        Answer(answer.text, _whose(answers, key, answer.label or key))
        for key, answer in answers.by_key.items()
        if not _PLACED.fullmatch(key)
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
