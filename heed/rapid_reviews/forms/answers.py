"""What an agency is asked."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.rapid_reviews.models import AgencyAnswer
from heed.rulebook.agency_summary import IN_SHORT


class AnswerForm(StepForm):
    """An agency's answer."""

    sections = (
        ("Your answer", ("kind", "author")),
        (
            "If nobody is known to you",
            ("children_searched", "adults_searched", "systems_searched"),
        ),
        (
            "If you know something",
            ("period", "summary", "worked_well", "learning", "immediate_actions"),
        ),
        (
            "About this answer",
            ("other_agencies", "records_secured", "author_independent", "checked_by"),
        ),
    )
    kind = forms.ChoiceField(
        label="What can you tell us?",
        widget=forms.RadioSelect,
        choices=AgencyAnswer.Kind.choices,
    )
    author = forms.CharField(label="Your name and role")
    children_searched = forms.BooleanField(
        label="We searched for the children by name and date of birth", required=False
    )
    adults_searched = forms.BooleanField(
        label="We searched for the adults", required=False
    )
    systems_searched = forms.CharField(
        label="In which systems?", widget=SHORT, required=False
    )
    period = forms.CharField(
        label="From when to when were you involved?", required=False
    )
    summary = forms.CharField(
        label="What you knew and did", widget=LONG, required=False
    )
    worked_well = forms.CharField(
        label="What worked well", widget=SHORT, required=False
    )
    learning = forms.CharField(
        label="What can be learned, and what got in the way",
        widget=SHORT,
        required=False,
    )
    immediate_actions = forms.CharField(
        label="What you did at once to keep children safe", widget=SHORT, required=False
    )
    other_agencies = forms.CharField(
        label="Which other agencies were involved?", widget=SHORT, required=False
    )
    records_secured = forms.BooleanField(
        label="Our records are secured", required=False
    )
    author_independent = forms.BooleanField(
        label="I did not work on the case, and manage nobody who did", required=False
    )
    checked_by = forms.CharField(
        label="Who else has checked this answer?", required=False
    )

    def __init__(self, *args, wanted=(), **kwargs):
        """With `wanted`, asks for these parts of the summary alone."""
        super().__init__(*args, **kwargs)
        if not wanted:
            return
        asked = {name for part in wanted for name in IN_SHORT.get(part, ())}
        asked |= {"author"} | ({"kind"} if "known" in wanted else set())
        own = {name for name in self.fields if self.fields[name].widget.is_hidden}
        for name in self.fields.keys() - asked - own:
            del self.fields[name]
        self.sections = tuple(
            (title, kept)
            for title, names in self.sections
            if (kept := tuple(name for name in names if name in asked))
        )

    def clean(self):
        data = super().clean()
        says = data.get("kind") == AgencyAnswer.Kind.SUMMARY
        if says and "summary" in self.fields and not data.get("summary"):
            self.add_error("summary", "Say in a few words what you knew and did.")
        return data


class LoggedAnswerForm(StepForm):
    """An answer that came another way."""

    came_by = forms.ChoiceField(
        label="How did it come?",
        choices=[
            ("telephone", "By telephone"),
            ("meeting", "At the meeting"),
            ("post", "By post"),
            ("email", "By email"),
        ],
    )
    kind = forms.ChoiceField(
        label="What did they say?",
        widget=forms.RadioSelect,
        choices=AgencyAnswer.Kind.choices,
    )
    author = forms.CharField(label="Who said it? Name and role")
    summary = forms.CharField(label="In their words", widget=LONG, required=False)
