"""What is asked of a meeting."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.ui.fields import DatePartsField


class MeetingForm(StepForm):
    """A meeting."""

    held_on = DatePartsField(label="When was it?", subject="The date")
    attended = forms.CharField(
        label="Who came?", widget=LONG, help_text="One person and organisation a line."
    )
    apologies = forms.CharField(
        label="Who sent apologies?", widget=SHORT, required=False
    )
    interests = forms.CharField(
        label="Which interests were declared?", widget=SHORT, required=False
    )
    minutes = forms.CharField(
        label="What was said and agreed", widget=LONG, required=False
    )

    opens_views = forms.BooleanField(
        label="The partners decide at this meeting: their sealed views are opened",
        help_text="Tick it as the meeting begins. Another meeting opens none.",
        required=False,
    )

    def __init__(self, *args, sealed: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not sealed:
            del self.fields["opens_views"]

    def clean_attended(self):
        lines = self.cleaned_data["attended"].splitlines()
        return [line.strip() for line in lines if line.strip()]
