"""Which rows belong together, and whether the agencies agree."""

from collections.abc import Callable

from django import forms

from heed.cases.answering import ReasonsForm, StepForm
from heed.chronologies.citing import cited, read_numbers
from heed.chronologies.models import Telling

TWO, MOST = 2, 50
TOO_FEW = "There are not two rows of these numbers. Numbers that nobody tells any more "
TOO_FEW += "do not count."
NOT_HERE = "No row that is told has this number: {}."
TOO_MANY = f"These are more than {MOST} rows. Name those that belong together."


class SuggestionForm(StepForm):
    """One press that answers a suggestion."""

    asked = forms.CharField(widget=forms.HiddenInput, max_length=64)
    answer = forms.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], widget=forms.HiddenInput
    )

    @property
    def answers(self):
        return {}  # what is suggested is worked out anew, and never taken from a page


class JoinForm(ReasonsForm):
    """Rows that are joined by hand, by the numbers by which they are cited."""

    numbers = forms.CharField(
        label="Which rows?",
        help_text="Their numbers in the chronology: 12, 40, 40.1",
        max_length=500,
    )
    kind = forms.ChoiceField(
        label="What are they?",
        choices=[
            (Telling.Kind.EVENT, "Accounts of one event"),
            (Telling.Kind.TWICE, "One row that is there twice"),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("numbers", "kind", "reasons")

    def __init__(self, *args, cited: Callable, **kwargs):
        super().__init__(*args, words="How do you know?", **kwargs)
        self.cited = cited

    def clean_numbers(self):
        try:
            asked = read_numbers(self.cleaned_data["numbers"])
            rows = self.cited(asked)
        except ValueError as why:
            raise forms.ValidationError(str(why)) from None
        numbers = [row.number for row in rows]
        if missing := [
            cited([each.first])
            for each in asked
            if not any(each.first <= number <= each.last for number in numbers)
        ]:
            raise forms.ValidationError(NOT_HERE.format(", ".join(missing)))
        if len(rows) < TWO:
            raise forms.ValidationError(TOO_FEW)
        if len(rows) > MOST:
            raise forms.ValidationError(TOO_MANY)
        return rows

    @property
    def answers(self):
        said = super().answers
        return said | {"rows": said.pop("numbers")}


class AgreedForm(ReasonsForm):
    """Whether the agencies agree on an event."""

    agreed = forms.ChoiceField(
        label="Do the agencies agree on it?",
        choices=[
            (Telling.Agreed.AGREED, "Yes: they agree"),
            (Telling.Agreed.DISPUTED, "No: it is disputed"),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("agreed", "reasons")

    def __init__(self, *args, **kwargs):
        words = "What do they agree on, or dispute?"
        super().__init__(*args, words=words, **kwargs)
