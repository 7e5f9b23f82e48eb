"""What the scrutineer is asked, and what the partners answer."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.rapid_reviews.models import ScrutinyComment


class ScrutinyForm(StepForm):
    """What the scrutineer says."""

    kind = forms.ChoiceField(
        label="Is this a comment or a challenge?",
        widget=forms.RadioSelect,
        choices=ScrutinyComment.Kind,
    )
    about = forms.ChoiceField(label="About what?", choices=ScrutinyComment.About)
    words = forms.CharField(label="What do you say?", widget=LONG)


class ScrutinyAnswerForm(StepForm):
    """The partners' answer to the scrutineer."""

    answer = forms.CharField(
        label="What follows from it, or why does nothing?", widget=LONG
    )
