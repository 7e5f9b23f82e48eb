"""What the forms of publication share."""

from django import forms

from heed.rulebook.outcomes import label

WHOLE = forms.Textarea(attrs={"rows": 18})


def labelled(outcomes):
    return [(each.value, label(each)) for each in outcomes]


def lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
