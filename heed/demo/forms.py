"""What is asked on the demonstration's own pages."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django import forms

from heed.ui.fields import DatePartsField


class MoveForm(forms.Form):
    """Moves the clock on to a morning."""

    to = DatePartsField(label="Move on to", subject="The day")

    def clean_to(self):
        day = self.cleaned_data["to"]
        return datetime.combine(day, time(9), tzinfo=ZoneInfo("Europe/London"))


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
