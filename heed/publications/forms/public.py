"""What is asked at and after publication."""

from django import forms

from heed.cases.answering import SHORT, ReasonsForm, StepForm
from heed.publications.beside import public_beside
from heed.publications.queries import publication_of
from heed.rulebook.gone import LABELS, OFFERED_AT_A_WITHDRAWAL, GoneBecause
from heed.ui.fields import DatePartsField


class AsksOfBriefings(StepForm):
    """Whether the briefings that are public beside a report stay when it goes."""

    leave_briefings = forms.BooleanField(label="Leave its briefings", required=False)

    def __init__(self, *args, shown=None, beside=None, **kwargs):
        super().__init__(*args, shown=shown, **kwargs)
        titles = public_beside(beside or shown)
        if titles:
            named = ", ".join(f"“{title}”" for title in titles)
            self.fields["leave_briefings"].help_text = f"Otherwise they go too: {named}"
        else:
            del self.fields["leave_briefings"]


class WithdrawalForm(AsksOfBriefings):
    """What is wrong; the page goes even where nobody has the time to say."""

    reasons = forms.CharField(label="What is wrong?", widget=SHORT, required=False)
    because = forms.TypedChoiceField(
        label="What may the public read where it stood?",
        help_text="Only a general sentence, which points at nobody. If nothing is "
        "chosen: that it protects people’s privacy.",
        choices=[
            ("", "To protect people’s privacy"),
            *(
                (each.value, LABELS[each])
                for each in OFFERED_AT_A_WITHDRAWAL
                if each != GoneBecause.PRIVACY
            ),
        ],
        empty_value=GoneBecause.PRIVACY,
        required=False,
    )
    leave_briefings = forms.BooleanField(
        label="Leave its briefings public: they do not hold what is wrong",
        required=False,
    )


class RemovalForm(AsksOfBriefings, ReasonsForm):
    """Why it need not stay. A briefing that stands for the report goes with it."""

    field_order = ("reasons",)
    leave_briefings = forms.BooleanField(
        label="Leave its briefings public: what they teach is still of use",
        required=False,
    )

    def __init__(self, *args, shown=None, **kwargs):
        super().__init__(*args, shown=shown, **kwargs)
        kept = publication_of(shown)
        if kept and kept.is_briefing_alone:
            self.fields.pop("leave_briefings", None)


class ElsewhereForm(StepForm):
    """Published on the partnership's own site."""

    address = forms.URLField(
        label="At which address?", assume_scheme="https", max_length=500
    )
    published_on = DatePartsField(label="On which day?", subject="The day")
    published_by = forms.CharField(label="Who put it there?", max_length=200)


class DepositForm(StepForm):
    """A copy for the NSPCC."""

    deposited_on = DatePartsField(label="When was it sent?", subject="The day")
    words = forms.CharField(label="How, and what proves it?", required=False)


class CheckForm(StepForm):
    """Whether it still stands at its address."""

    stands = forms.TypedChoiceField(
        label="Does the report still stand there?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
    )
    note = forms.CharField(label="What you saw", widget=SHORT, required=False)
