"""Which rows of the chronology go along to the Panel."""

from django import forms

from heed.cases.answering import SHORT, StepForm


class AnnexForm(StepForm):
    """Rows by their numbers, and all rows of key episodes."""

    numbers = forms.CharField(
        label="Which rows go along?",
        help_text="As they are cited: 12-15, 20. Leave it empty for none.",
        widget=SHORT,
        required=False,
        max_length=1000,
    )
    episodes = forms.MultipleChoiceField(
        label="And all rows of these key episodes",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, episodes, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows_of = {key: numbers for key, _, numbers in episodes}
        self.fields["episodes"].choices = [(key, name) for key, name, _ in episodes]
        if not episodes:
            del self.fields["episodes"]

    @property
    def answers(self):
        chosen = self.cleaned_data.get("episodes", ())
        said = [self.cleaned_data["numbers"], *(self.rows_of[key] for key in chosen)]
        return {"numbers": ", ".join(each for each in said if each.strip())}
