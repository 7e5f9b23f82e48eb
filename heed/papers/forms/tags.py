"""Answers that a paper names itself: our Word form, read back exactly."""

import re
from collections.abc import Sequence

from heed.papers.blocks import FormField
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.boxes import TICKED
from heed.papers.patterns import later
from heed.papers.questions import VERSION_TAG, asked

_ENOUGH = 5
"""Fields of ours that make a form ours, when its version was lost on the way."""


def tagged_answers(fields: Sequence[FormField]) -> Answers | None:
    """The answers of our own form; None when this is another one."""
    versioned = any(each.tag == VERSION_TAG for each in fields)
    ours = [each for each in fields if _named(each.tag)]
    if len(ours) < _ENOUGH and not versioned:
        return None
    answers = Answers(ours=True)
    for each in fields:
        _add(answers, each)
    return answers


def _add(answers: Answers, field: FormField) -> None:
    named = _named(field.tag)
    if field.tag == VERSION_TAG:
        answers.add(VERSION_TAG, field.text)
    elif named is None:
        _keep_unread(answers, field)
    elif named["choice"] is None:
        answers.add(named["key"], field.text, field.label)
    elif field.checked or (field.checked is None and set(field.text) & set(TICKED)):
        answers.add(named["key"], named["choice"], field.label)


def _keep_unread(answers: Answers, field: FormField) -> None:
    if field.text.strip() and field.checked is None:
        answers.unread.append(Answer(field.text.strip(), field.label or field.tag))


def _named(tag: str) -> re.Match[str] | None:
    """The key that a tag names, and the choice where it belongs to a box."""
    return _OURS.fullmatch(tag)


def _pattern() -> str:
    numbered = r"[.]\d+"
    keys = (
        f"{section.slug}{numbered if section.each else ''}[.]{question.slug}"
        for section, question in asked()
    )
    return rf"(?P<key>{'|'.join(keys)})(?:[.](?P<choice>\w+))?"


_OURS = later(_pattern())
