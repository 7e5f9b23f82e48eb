"""Key practice episodes: which rows they are, and why they matter."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.ui.fields import DatePartsField

ROWS = "Their numbers as they are cited: 12-15, 20."


class RowsForm(StepForm):
    """Rows by their numbers."""

    rows = forms.CharField(
        label="Which rows?", help_text=ROWS, required=False, max_length=20000
    )


class RestsForm(RowsForm):
    """The rows on which something rests, and those on which it was shown to rest."""

    were = forms.CharField(widget=forms.HiddenInput, required=False)


class EpisodeForm(RowsForm):
    """An episode: its name, its days, why it matters, its rows."""

    name = forms.CharField(
        label="What do you call it?",
        help_text="A few words by which people will speak of it.",
        max_length=200,
    )
    first_day = DatePartsField(
        label="From which day? (optional)", subject="The first day", required=False
    )
    last_day = DatePartsField(
        label="Until which day? (optional)", subject="The last day", required=False
    )
    why = forms.CharField(
        label="Why does it matter?",
        help_text="What practice was there, or was not, and what it shows.",
        widget=LONG,
    )
    field_order = ("episode", "name", "why", "rows", "first_day", "last_day", "wrong")


class ToldWithNamesOn:
    """A form that was overtaken says what stands there now to whoever has names on."""

    def __init__(self, *args, named=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.named = named

    def says_now(self, current):
        """What it says now; nothing while names are off."""
        return super().says_now(current) if self.named else {}


class EpisodeAmendedForm(ToldWithNamesOn, EpisodeForm):
    """An episode that was marked before."""

    wrong = forms.BooleanField(
        label="Take it out: its rows stay as they are", required=False
    )


class MarkForm(EpisodeForm):
    """Rows that are marked: as a new episode, or in one that is there. `known` gives
    each episode that is there, and how it is called."""

    episode = forms.ChoiceField(label="Which episode?", required=False)

    def __init__(self, *args, known, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {one.public_id: one for one, _ in known}
        choices = [(one.public_id, label) for one, label in known]
        self.fields["episode"].choices = [("", "A new one"), *choices]
        for name in ("name", "why"):
            field = self.fields[name]
            field.required, field.label = False, f"If it is new: {field.label.lower()}"
        if not known:
            del self.fields["episode"]
            for name in ("name", "why"):
                self.fields[name].label = EpisodeForm.base_fields[name].label

    @property
    def answers(self):
        data = super().answers
        return data | {"episode": self.known.get(data.get("episode") or "")}
