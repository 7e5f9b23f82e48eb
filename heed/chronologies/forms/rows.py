"""Rows are written, put right and answered."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.chronologies.models import Row

SEEN = (
    ("not_recorded", "Not recorded"),
    ("yes", "Yes"),
    ("no", "No"),
    ("not_applicable", "Does not apply"),
)
ALONE = SEEN[:3]


class RowForm(StepForm):
    """One row, as it is typed in the browser."""

    date = forms.CharField(
        label="When was it?",
        help_text="As it stands in the record: 3 May 2016, May 2016, ?3 May 2016.",
        required=False,
        max_length=200,
    )
    time_words = forms.CharField(
        label="At what time?", help_text="14:30", required=False, max_length=60
    )
    sequence = forms.FloatField(
        label="Which is it of that day?",
        help_text="Where several have no time: 1, 2; 1.5 stands between.",
        min_value=0,
        required=False,
        widget=forms.NumberInput({"inputmode": "decimal"}),
    )
    event = forms.CharField(label="What happened?", widget=LONG)
    outcome = forms.CharField(label="What was done?", widget=LONG, required=False)
    source = forms.CharField(
        label="In which record does it stand?",
        help_text="A role or a record, not the agency: “Health visitor’s notes”.",
        required=False,
        max_length=500,
    )
    child = forms.CharField(label="Which child?", required=False, max_length=200)
    child_seen = forms.ChoiceField(label="Was the child seen?", choices=SEEN)
    seen_alone = forms.ChoiceField(label="Was the child seen alone?", choices=ALONE)
    child_voice = forms.CharField(
        label="What did the child say or show?", widget=LONG, required=False
    )
    present = forms.CharField(
        label="Who was there?",
        help_text="Each after a semicolon.",
        required=False,
        max_length=2000,
    )
    kind = forms.ChoiceField(label="What kind of row is it?", choices=Row.Kind)
    comment = forms.CharField(label="Comment", widget=LONG, required=False)

    def clean_sequence(self):
        """Where nothing is said, none is before another."""
        return self.cleaned_data["sequence"] or 0

    def says_now(self, current):
        """What a row says now; most of it stands in its words."""
        return known_of(current) if isinstance(current, Row) else {}


def known_of(row: Row) -> dict:
    """What a page begins with that puts a row right."""
    words = row.words
    names = ("event", "outcome", "source", "child", "child_voice", "comment")
    return {
        **{name: words.get(name, "") for name in names},
        "date": words.get("date", {}).get("words", ""),
        "time_words": words.get("time_words", ""),
        "present": "; ".join(words.get("present", ())),
        "sequence": f"{row.sequence:g}" if row.sequence else "",
        "child_seen": row.child_seen,
        "seen_alone": row.seen_alone,
        "kind": row.kind,
    }


class AnswerForm(StepForm):
    """One press that answers all rows of a kind."""

    kind = forms.CharField(widget=forms.HiddenInput, max_length=30)
    answer = forms.CharField(widget=forms.HiddenInput, max_length=30)
