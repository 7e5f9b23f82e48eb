"""What is asked about emails."""

from django import forms


class DealtWithForm(forms.Form):
    """How somebody dealt with an email that waited."""

    answer = forms.CharField(
        label="How did you deal with it?",
        help_text="For example: answered by telephone; it was an advertisement.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
