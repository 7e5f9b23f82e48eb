"""What is asked at and after publication."""

from django import forms

from heed.cases.answering import SHORT, StepForm
from heed.publications.beside import public_beside
from heed.rulebook.gone import LABELS, OFFERED_AT_A_WITHDRAWAL, GoneBecause
from heed.ui.fields import DatePartsField


class WithdrawalForm(StepForm):
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

    def __init__(self, *args, shown=None, **kwargs):
        super().__init__(*args, shown=shown, **kwargs)
        titles = public_beside(shown)
        if titles:
            named = ", ".join(f"“{title}”" for title in titles)
            self.fields["leave_briefings"].help_text = f"Otherwise they go too: {named}"
        else:
            del self.fields["leave_briefings"]


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
