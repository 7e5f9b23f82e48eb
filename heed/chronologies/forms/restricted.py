"""Who may read the rows that few may read."""

from django import forms

from heed.cases.answering import ReasonsForm, StepForm
from heed.chronologies.models import Restricted
from heed.rulebook import process


class RestrictForm(StepForm):
    """Why only some may read a row."""

    restricted = forms.ChoiceField(
        label="Who may read this row?",
        choices=[
            ("", "Everybody who reads the case"),
            *((each.value, f"Few: {each.label.lower()}") for each in Restricted),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


class ClearForm(ReasonsForm):
    """Who is let read restricted rows, and of which kind."""

    person = forms.ChoiceField(label="Who?")
    kind = forms.ChoiceField(label="Which rows?", choices=Restricted)
    field_order = ("person", "kind", "reasons")

    def __init__(self, *args, people, **kwargs):
        super().__init__(
            *args, words=f"{process.CLEAR_FOR_RESTRICTED.reasons}?", **kwargs
        )
        self.people = {str(one.public_id): one for one in people}
        choices = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", "Choose somebody"), *choices]

    @property
    def answers(self):
        data = super().answers
        return data | {"person": self.people[data["person"]]}
