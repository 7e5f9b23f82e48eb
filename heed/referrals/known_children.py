"""Children who were named are ticked where an adult is asked about, and not typed
again. What is kept is the same as if their names had been typed."""

from django import forms

from heed.papers.questions import Question
from heed.referrals.paging import Page, numbers_in
from heed.ui.widgets import Checkboxes

BETWEEN = "; "


def children_known(page: Page, question: Question, answers: dict) -> list[str]:
    """The first names of the children written about, where one is asked for; none
    where something else was answered, which is not to be lost."""
    if (page.section.slug, question.slug) != ("adult", "to"):
        return []
    names = [
        answers[f"child.{number}.given"].replace(";", " ")
        for number in numbers_in(answers, "child")
        if answers.get(f"child.{number}.given")
    ]
    said = names_in(answers.get(page.key(question)))
    return list(dict.fromkeys(names)) if set(said) <= set(names) else []


def names_in(said: str | None) -> list[str]:
    """The names that one answer holds."""
    return [each for each in (said or "").split(BETWEEN) if each]


def one_answer(question: Question, given):
    """What was given as it is kept: names that were ticked are one answer."""
    if isinstance(given, list) and not question.choices:
        return BETWEEN.join(given)
    return given or ""


def ticked(question: Question, names: list[str]) -> forms.Field:
    """A box for each child."""
    return forms.MultipleChoiceField(
        label=question.label,
        help_text="Leave all empty if to all of them.",
        choices=[(name, name) for name in names],
        widget=Checkboxes(),
        required=False,
    )
