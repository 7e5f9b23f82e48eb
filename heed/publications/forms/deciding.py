"""What is asked of whoever decides whether, how and when to publish."""

from datetime import time

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.cases.sheets import SheetForm
from heed.publications.forms.fields import labelled
from heed.publications.models import (
    AnswerOnPublication,
)
from heed.rulebook.criteria.records import DR_4
from heed.rulebook.outcomes import PublicationDecision
from heed.ui.fields import DatePartsField
from heed.ui.times import time_of_day


class DecisionForm(SheetForm):
    """Whether and how to publish (DR-4)."""

    outcome = forms.ChoiceField(
        label="What do the partners decide?",
        help_text="Publishing in full is what is expected.",
        widget=forms.RadioSelect,
        choices=labelled(PublicationDecision),
    )
    reasons = forms.CharField(label="Why?", widget=LONG)
    expected_on = DatePartsField(
        label="If later: when do you expect to publish?",
        subject="The day expected",
        required=False,
    )
    look_again_on = DatePartsField(
        label="If later: when do you look at it again?",
        subject="The day to look again",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, record=DR_4, **kwargs)
        own = ("outcome", "reasons", "expected_on", "look_again_on")
        self.order_fields([name for name in self.fields if name not in own] + [*own])

    @property
    def answers(self):
        own = ("outcome", "reasons", "expected_on", "look_again_on")
        return super().answers | {name: self.cleaned_data[name] for name in own}


class AnswerForm(StepForm):
    """One partner's answer to what is before the three."""

    answer = forms.ChoiceField(
        label="For your body",
        widget=forms.RadioSelect,
        choices=AnswerOnPublication.Answer.choices,
    )
    reasons = forms.CharField(label="Your reasons, or your dissent", widget=LONG)


class PlanForm(StepForm):
    """The day of publication."""

    publish_on = DatePartsField(
        label="On which day is it published?",
        subject="The day of publication",
        help_text="Think of birthdays, anniversaries and hearings: the family record "
        "names the dates to avoid.",
    )
    publish_at = forms.CharField(
        label="At what time?",
        help_text="In England, for example 10:30. Before that moment it is never "
        "public. Left empty, it may be public from the beginning of the day.",
        required=False,
        max_length=20,
    )

    def clean_publish_at(self):
        typed = self.cleaned_data["publish_at"]
        hour = time_of_day(typed) if typed else time(0)
        if hour is None:
            raise forms.ValidationError("Type a time of day, for example 10:30.")
        return hour
