"""What is asked once it is decided: who is told, and which cases go together."""

from django import forms

from heed.cases.answering import LONG, StepForm


class TellReasonsForm(StepForm):
    """What a safeguarding lead may tell the colleague who referred."""

    through = forms.ChoiceField(
        label="Who is told, and through whom?",
        help_text="The lead gets an email without a word of it, and reads it in Heed.",
    )
    words = forms.CharField(
        label="What may they be told: what was decided, and why?",
        help_text="The lead reads this and nothing else. Name no child, nobody of the "
        "family, and no agency’s opinion.",
        widget=LONG,
    )

    def __init__(self, *args, ways, named, **kwargs):
        super().__init__(*args, **kwargs)
        self.ways = {
            f"{referral.pk}:{held.pk}": (referral, held) for referral, held in ways
        }
        self.fields["through"].choices = [
            (key, _way(*way, number=number, named=named))
            for number, (key, way) in enumerate(self.ways.items(), 1)
        ]

    def clean_through(self):
        return self.ways[self.cleaned_data["through"]]


def _way(referral, held, *, number: int, named: bool) -> str:
    if not named:
        return f"{referral.reference}: lead {number}. Switch names on to see who it is"
    return f"{referral.reference}: {held.person.name}, {held.organisation.name}"


class JoinReviewForm(StepForm):
    """In which review a case is looked at."""

    leads = forms.ChoiceField(label="The review of which case looks at this one too?")
    why = forms.CharField(
        label="What have they in common, and what is learned better together?",
        widget=LONG,
    )

    def __init__(self, *args, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = {str(case.pk): case for case in cases}
        self.fields["leads"].choices = [
            (key, case.reference) for key, case in self.cases.items()
        ]

    def clean_leads(self):
        return self.cases[self.cleaned_data["leads"]]


class RuleWordingForm(forms.Form):
    """What a partnership quotes beside a question."""

    words = forms.CharField(
        label="The exact words, as you want them read",
        help_text="For example the limb of the regulation, word by word. They stand "
        "beside the question and never in its place. Leave it empty to have none.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=2000,
        required=False,
    )
