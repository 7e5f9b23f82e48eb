"""What is asked about how people are related, and who lives with whom."""

from django import forms

from heed.cases.answering import SHORT, StepForm
from heed.rulebook.kinship import KINSHIP
from heed.ui.widgets import Checkboxes

AS_KNOWN = "As far as it is known: 2019, summer 2021, 3 May 2022"
WRONG = "This was recorded by mistake: take it out of the picture"


def _since(label: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=AS_KNOWN, required=False)


class RelationForm(StepForm):
    """How two people are related."""

    one = forms.ChoiceField(label="Who?")
    kin = forms.ChoiceField(
        label="How are they related?",
        choices=[
            ("", "Choose a relation"),
            *((k.slug, f"… {k.label} …") for k in KINSHIP),
        ],
    )
    other = forms.ChoiceField(label="To whom?")
    since = _since("Since when?")
    until = _since("Until when, if it has ended?")
    words = forms.CharField(
        label="In your own words",
        help_text="Needed where somebody matters and is not on the list: how?",
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args, people, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = people
        choices = [("", "Choose a person"), *names.items()]
        self.fields["one"].choices = self.fields["other"].choices = choices

    def clean_one(self):
        return self.people[self.cleaned_data["one"]]

    def clean_other(self):
        return self.people[self.cleaned_data["other"]]


class RelationAmendedForm(StepForm):
    """What is said of a relation beside the two people and its kind."""

    since = _since("Since when?")
    until = _since("Until when, if it has ended?")
    words = forms.CharField(label="In your own words", widget=SHORT, required=False)
    wrong = forms.BooleanField(label=WRONG, required=False)


class HouseholdForm(StepForm):
    """Who lives, or lived, in one home."""

    people = forms.MultipleChoiceField(
        label="Who lives, or lived, in one home?",
        help_text="Never the address: where somebody lives who must not be found is "
        "kept apart.",
        widget=Checkboxes(),
    )
    since = _since("Since when?")
    until = _since("Until when, if they live so no more?")

    def __init__(self, *args, people, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["people"].choices = list(names.items())

    def clean_people(self):
        return [self.people[key] for key in self.cleaned_data["people"]]


class HouseholdAmendedForm(HouseholdForm):
    """A household that was recorded before."""

    wrong = forms.BooleanField(label=WRONG, required=False)
