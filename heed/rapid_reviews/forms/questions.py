"""A question to an agency about a row, and its answer."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.ui.fields import DatePartsField


class AskAboutRowForm(StepForm):
    """What an agency is asked about one row that it told."""

    asked = forms.CharField(
        label="What do you ask them?",
        widget=LONG,
        help_text="They read this after opening the link with the code, beside their "
        "own row and nothing else. Do not tell what another agency said.",
    )
    due_on = DatePartsField(label="By when?", subject="The date")


class AnswerAboutRowForm(StepForm):
    """What an agency answers."""

    answer = forms.CharField(label="Your answer", widget=LONG)
    answered_by = forms.CharField(label="Your name and role", max_length=200)
