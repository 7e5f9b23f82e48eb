"""What is asked of words that could identify somebody, and of approval."""

from django import forms

from heed.cases.answering import SHORT, StepForm
from heed.publications.models import (
    KeptWord,
)


class ReplacementForm(StepForm):
    """Other words for what was found in one paragraph."""

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = {f"word_{n}": one for n, one in enumerate(found, 1)}
        for name, one in self.found.items():
            self.fields[name] = forms.CharField(
                label=f"Instead of “{one.text}”",
                help_text=one.why,
                initial=one.suggest or "",
                required=False,
            )
        self.fields["reasons"] = forms.CharField(
            label="Why, in words for the reviewer",
            initial="It could tell others who somebody is.",
            widget=SHORT,
        )

    @property
    def answers(self):
        said = self.cleaned_data
        return {
            "words": {one.id: said[name] for name, one in self.found.items()},
            "reasons": said["reasons"],
        }


class ExceptionForm(StepForm):
    """Why a word may stay."""

    reason = forms.ChoiceField(
        label="Why may it stay?",
        widget=forms.RadioSelect,
        choices=KeptWord.Reason.choices,
    )
    why = forms.CharField(label="In your words", widget=SHORT)
    legal_advice = forms.CharField(
        label="For a real name: the legal advice, by whom and when",
        widget=SHORT,
        required=False,
    )


class ApprovalForm(StepForm):
    """Approves exactly the text that was shown."""

    content_hash = forms.CharField(widget=forms.HiddenInput)
    read_it = forms.BooleanField(
        label="I have read this text as the public will, and I did not write it"
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["content_hash"].initial = text.content_hash

    @property
    def answers(self):
        return {"content_hash": self.cleaned_data["content_hash"]}
