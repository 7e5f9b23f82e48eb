"""What is asked of words that could identify somebody, and of approval."""

from django import forms

from heed.cases.answering import SHORT, ReasonsForm, StepForm
from heed.publications.models import CheckedWord, KeptWord


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
    why = forms.CharField(label="Your reasons", widget=SHORT)
    legal_advice = forms.CharField(
        label="The legal advice, by whom and when",
        widget=SHORT,
        required=False,
    )
    everywhere = forms.BooleanField(label="Everywhere", required=False)

    def __init__(self, *args, reasons, advised, places: int = 1, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [(each.value, each.label) for each in reasons]
        self.fields["reason"].choices = asked
        if advised:
            kinds = "”, or “".join(each.label for each in advised)
            self.fields["legal_advice"].help_text = f"Needed where “{kinds}”."
        else:
            del self.fields["legal_advice"]
        _asks_of_all(self, places)

    @property
    def answers(self):
        return {"legal_advice": ""} | super().answers


class CheckAnswerForm(StepForm):
    """Why what could identify somebody may stay as it is."""

    reason = forms.ChoiceField(
        label="Why may it stay?",
        widget=forms.RadioSelect,
        choices=CheckedWord.Reason.choices,
    )
    words = forms.CharField(
        label="Your reasons",
        help_text="Who approves the text reads this.",
        widget=SHORT,
    )
    everywhere = forms.BooleanField(label="Everywhere", required=False)

    def __init__(self, *args, alike: int, **kwargs):
        super().__init__(*args, **kwargs)
        _asks_of_all(self, alike)


def _asks_of_all(form, places: int) -> None:
    """Asks whether it is said of each place, where there are several."""
    if places > 1:
        said = f"The same for all {places} places in which this form stands"
        form.fields["everywhere"].label = said
    else:
        del form.fields["everywhere"]


class SendBackForm(ReasonsForm):
    """What the author is to write anew."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, words="What must be written anew, and why?", **kwargs)
        self.fields["reasons"].help_text = (
            "The reviewer reads this in Heed. The email says only that there is "
            "something to do."
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
