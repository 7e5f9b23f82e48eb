"""What is asked of the parts of a rapid review."""

from django import forms

from heed.cases.answering import StepForm


class PartForm(StepForm):
    """One part of the rapid review."""

    words = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={"rows": 14}),
        required=False,
        help_text="“Not known, because …” is an answer.",
    )
