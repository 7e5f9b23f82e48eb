"""What is asked on the demonstration's own pages."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django import forms

from heed.ui.fields import DatePartsField


class MoveForm(forms.Form):
    """Moves the clock on to a morning."""

    to = DatePartsField(label="Move on to", subject="The day")

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_to(self):
        day = self.cleaned_data["to"]
        moment = datetime.combine(day, time(9), tzinfo=ZoneInfo("Europe/London"))
        if moment < self.now:
            raise forms.ValidationError(
                "The clock only goes forward. Enter a day after today in Quillshire"
            )
        return moment


class SendForm(forms.Form):
    """Sends a paper to the referral address, as anybody would by email."""

    sender = forms.EmailField(
        label="From which address?", initial="neighbour@post.example"
    )
    subject = forms.CharField(label="Subject", initial="A referral", max_length=200)
    paper = forms.FileField(
        label="A filled Word form (.docx), or a whole email (.eml)",
        help_text="It goes through the same intake as real post.",
    )

    def clean_paper(self):
        paper = self.cleaned_data["paper"]
        if getattr(paper, "is_too_large", False):
            raise forms.ValidationError("It is larger than 50 MB. Send a smaller one")
        return paper
