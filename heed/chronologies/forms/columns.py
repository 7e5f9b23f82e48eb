"""What the columns of an agency's file mean."""

from django import forms

from heed.cases.answering import StepForm
from heed.papers.chronologies.headed import MEANINGS

MEANS = {
    "date": "Date",
    "end": "Last day, or time it ended",
    "time": "Time",
    "n": "Order within the day",
    "source": "Source: in which record it stands",
    "event": "What happened",
    "outcome": "What was done",
    "child_seen": "Was the child seen?",
    "seen_alone": "Was the child seen alone?",
    "child_voice": "What the child said or showed",
    "child": "Which child",
    "present": "Who was there",
    "kind": "Kind of row",
    "agency": "Agency",
    "recorded": "When it was written down",
    "comment": "Comment or analysis",
}

NO_MEANING = "Something else: keep it as it is typed"


MANY = 30
UNDERSTOOD = "Columns that are understood"
AS_TYPED = "Columns that are kept as they are typed"


class ColumnsForm(StepForm):
    """What each heading of an agency means."""

    def __init__(self, *args, headings, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", NO_MEANING), *((name, MEANS[name]) for name in MEANINGS)]
        self.headings = {f"column_{n}": said for n, (said, _) in enumerate(headings)}
        for name, (label, meaning) in zip(self.headings, headings, strict=True):
            self.fields[name] = forms.ChoiceField(
                label=f"“{label}”", choices=choices, initial=meaning, required=False
            )

        if len(self.headings) > MANY:  # of hundreds few mean anything
            meant = [name for name in self.headings if self.fields[name].initial]
            others = [name for name in self.headings if name not in meant]
            self.sections = [(UNDERSTOOD, meant), (AS_TYPED, others)]

    def clean(self):
        data = super().clean()
        used: dict[str, str] = {}
        for name in self.headings:
            if (meaning := data.get(name)) and meaning in used:
                words = f"Two columns cannot both be: {MEANS[meaning]}."
                self.add_error(name, words)
            used[meaning or ""] = name
        return data

    @property
    def answers(self):
        data = super().answers
        said = {words: data[name] for name, words in self.headings.items()}
        return {"meanings": said}
