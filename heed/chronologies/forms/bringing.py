"""An agency's chronology is brought in."""

from django import forms

from heed.cases.answering import LONG, StepForm


class WhoseForm(StepForm):
    """Asks whose chronology it is."""

    organisation = forms.ChoiceField(label="Which agency’s chronology is it?")

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.agencies = {str(one.public_id): one for one in organisations}
        choices = [(key, one.name) for key, one in self.agencies.items()]
        self.fields["organisation"].choices = [("", "Choose an agency"), *choices]

    @property
    def answers(self):
        data = super().answers
        return data | {"organisation": self.agencies[data["organisation"]]}


class BringInForm(WhoseForm):
    """An agency's file, or a table that is pasted."""

    file = forms.FileField(
        label="Their file",
        help_text="Word, Excel, OpenDocument or CSV, up to 50 MB. It is kept as it was "
        "sent. If they sent a newer one, choose it here: what is the same keeps its "
        "number.",
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label="Or paste their table",
        help_text="Copy it from Word, Excel or an email, with its headings.",
        widget=LONG,
        required=False,
        strip=False,
    )

    def clean(self):
        data = super().clean()
        if not data.get("file") and not (data.get("pasted") or "").strip():
            self.add_error("file", "Choose their file, or paste their table.")
        return data
