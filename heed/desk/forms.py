"""What is asked on the desk's own pages."""

from django import forms


class ProblemForm(forms.Form):
    """A problem with a published page. Anybody may report one."""

    page = forms.CharField(
        label="Which page?", max_length=300, help_text="Its address, or its title."
    )
    words = forms.CharField(
        label="What is wrong?",
        help_text="If the page could identify a child, say so first: it can be taken "
        "down at once.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )
    email = forms.EmailField(
        label="Your email address, if you want an answer", required=False
    )
