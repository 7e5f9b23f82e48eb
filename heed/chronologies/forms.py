"""What is asked about chronologies. Forms check shape; actions decide and write."""

from django import forms

from heed.cases.answering import LONG, ReasonsForm, StepForm
from heed.chronologies.models import Restricted, Row
from heed.chronologies.queries import Sought
from heed.papers.chronologies.headed import MEANINGS
from heed.rulebook import process
from heed.ui.fields import DatePartsField

SEEN = (
    ("not_recorded", "Not recorded"),
    ("yes", "Yes"),
    ("no", "No"),
    ("not_applicable", "Does not apply"),
)
ALONE = SEEN[:3]
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


class WhoseForm(StepForm):
    """Asks whose chronology it is."""

    organisation = forms.ChoiceField(label="Which agency’s chronology is it?")

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.agencies = {str(one.public_id): one for one in organisations}
        choices = [(key, one.name) for key, one in self.agencies.items()]
        self.fields["organisation"].choices = [("", "Choose an agency"), *choices]

    @property
    def answers(self):
        data = super().answers
        return data | {"organisation": self.agencies[data["organisation"]]}


class BringInForm(WhoseForm):
    """An agency's file, or a table that is pasted."""

    file = forms.FileField(
        label="Their file",
        help_text="Word, Excel, OpenDocument or CSV, up to 50 MB. It is kept as it was "
        "sent. If they sent a newer one, choose it here: what is the same keeps its "
        "number.",
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label="Or paste their table",
        help_text="Copy it from Word, Excel or an email, with its headings.",
        widget=LONG,
        required=False,
        strip=False,
    )

    def clean(self):
        data = super().clean()
        if not data.get("file") and not (data.get("pasted") or "").strip():
            self.add_error("file", "Choose their file, or paste their table.")
        return data


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

    def says_now(self, current):
        """What a row says now; most of it stands in its words."""
        return known_of(current) if isinstance(current, Row) else {}


class WriteForm(WhoseForm, RowForm):
    """A new row of an agency's chronology."""


def known_of(row: Row) -> dict:
    """What a page begins with that puts a row right."""
    words = row.words
    names = ("event", "outcome", "source", "child", "child_voice", "comment")
    return {
        **{name: words.get(name, "") for name in names},
        "date": words.get("date", {}).get("words", ""),
        "time_words": words.get("time_words", ""),
        "present": "; ".join(words.get("present", ())),
        "child_seen": row.child_seen,
        "seen_alone": row.seen_alone,
        "kind": row.kind,
    }


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


class AnswerForm(StepForm):
    """One press that answers all rows of a kind."""

    kind = forms.CharField(widget=forms.HiddenInput, max_length=30)
    answer = forms.CharField(widget=forms.HiddenInput, max_length=30)


class RestrictForm(StepForm):
    """Why only some may read a row."""

    restricted = forms.ChoiceField(
        label="Who may read this row?",
        choices=[
            ("", "Everybody who reads the case"),
            *((each.value, f"Few: {each.label.lower()}") for each in Restricted),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


class ClearForm(ReasonsForm):
    """Who is let read restricted rows, and of which kind."""

    person = forms.ChoiceField(label="Who?")
    kind = forms.ChoiceField(label="Which rows?", choices=Restricted)
    field_order = ("person", "kind", "reasons")

    def __init__(self, *args, people, **kwargs):
        super().__init__(
            *args, words=f"{process.CLEAR_FOR_RESTRICTED.reasons}?", **kwargs
        )
        self.people = {str(one.public_id): one for one in people}
        choices = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", "Choose somebody"), *choices]

    @property
    def answers(self):
        data = super().answers
        return data | {"person": self.people[data["person"]]}


class SoughtForm(forms.Form):
    """Which rows are looked for. What is typed here names people: it is sent, and
    stands in no address."""

    text = forms.CharField(label="Words", required=False, max_length=200)
    person = forms.CharField(label="A person", required=False, max_length=200)
    child = forms.CharField(label="A child", required=False, max_length=200)
    source = forms.CharField(label="A source", required=False, max_length=200)
    agencies = forms.MultipleChoiceField(
        label="Agencies", widget=forms.CheckboxSelectMultiple, required=False
    )
    after = DatePartsField(label="From", subject="The first day", required=False)
    before = DatePartsField(label="Until", subject="The last day", required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("", "Any"), *Row.Kind.choices], required=False
    )
    child_seen = forms.ChoiceField(
        label="Child seen", choices=[("", "Any"), *SEEN], required=False
    )
    doubt = forms.BooleanField(label="In doubt", required=False)
    no_source = forms.BooleanField(label="Without a source", required=False)
    restricted = forms.BooleanField(label="Restricted", required=False)

    def __init__(self, *args, chronologies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = [
            (each.public_id, each.organisation.name) for each in chronologies
        ]

    @property
    def sought(self) -> Sought:
        """What is looked for; everything, where the form says nothing that can be
        understood."""
        data = getattr(self, "cleaned_data", {}) if self.is_bound else {}
        said = {name: data[name] for name in self.fields if data.get(name)}
        if "agencies" in said:
            said["agencies"] = tuple(said["agencies"])
        return Sought(**said)


class PeriodForm(forms.Form):
    """From which day to which the picture is drawn."""

    first = DatePartsField(label="From", subject="The first day", required=False)
    last = DatePartsField(label="Until", subject="The last day", required=False)
