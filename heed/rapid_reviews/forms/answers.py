"""What an agency is asked."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.rapid_reviews.actions.drafting import PURPOSES, SAYS_NOTHING, TYPED_IN_SHORT
from heed.rapid_reviews.models import AgencyAnswer
from heed.rapid_reviews.understanding import asked_in_words
from heed.rulebook.agency_summary import IN_SHORT
from heed.ui.widgets import Radios

KINDS_IN_SHORT = [(kind.value, kind.label) for kind in AgencyAnswer.IN_SHORT]
LONGEST = 50_000


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
            (
                *("other_agencies", "records_secured", "author_independent"),
                *("checked_by", "checked_on"),
            ),
        ),
    )
    kind = forms.ChoiceField(
        label="What can you tell us?",
        widget=forms.RadioSelect,
        choices=KINDS_IN_SHORT,
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
        label="Who else has checked this answer?",
        help_text="Somebody who did not write it: name and role. It can be checked "
        "later too.",
        required=False,
    )
    checked_on = forms.CharField(label="On which day?", max_length=60, required=False)

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
        short_of = "summary" in self.fields and not data.get("summary")
        if short_of and data.get("kind") == AgencyAnswer.Kind.SUMMARY:
            self.add_error("summary", "Say in a few words what you knew and did.")
        if short_of and data.get("kind") == AgencyAnswer.Kind.ADULT_ONLY:
            self.add_error("summary", "Say which adult you knew, and what you did.")
        return data

    @property
    def as_typed(self) -> dict[str, str]:
        """What stands on the page, sent or not, by the names under which it is kept."""
        typed = {name: self.data.get(name, "")[:LONGEST] for name in self._asked}
        return {f"{TYPED_IN_SHORT}{name}": words for name, words in typed.items()}

    @property
    def _asked(self) -> list[str]:
        own = {"seen_version", "once"}
        return [name for name in self.fields if name not in own]


def typed_before(answers: dict) -> dict[str, str]:
    """What was typed on the short page and not sent."""
    return {
        key.removeprefix(TYPED_IN_SHORT): said
        for key, said in answers.items()
        if key.startswith(TYPED_IN_SHORT)
    }


class AgencyPaperForm(forms.Form):
    """A paper that an agency sends with its answer, or as its answer."""

    purpose = forms.ChoiceField(
        label="What is it?",
        choices=list(PURPOSES.items()),
        widget=Radios(),
    )
    file = forms.FileField(
        label="Choose the file",
        help_text="Word, OpenDocument, PDF, a spreadsheet or text, to 50 MB.",
    )


class TakeOverForm(forms.Form):
    """Where that belongs of a paper which was not understood."""

    def __init__(self, *args, unread, **kwargs):
        super().__init__(*args, **kwargs)
        self.unread = unread
        places = [
            ("", "Choose"),
            ("kept", "Nowhere: keep it with our answer as it stands"),
            (SAYS_NOTHING, "It says nothing: leave it in the paper"),
            *asked_in_words(),
        ]
        for number, piece in enumerate(unread):
            about = shortened(piece.label or piece.words)
            self.fields[f"piece_{number}"] = forms.ChoiceField(
                label=f"“{about}”: where does it belong?",
                help_text=piece.words if piece.label else "",
                choices=places,
            )

    @property
    def placed(self) -> dict[int, str]:
        """By the number of each piece where it belongs; "" for nowhere."""
        said = [self.cleaned_data[f"piece_{n}"] for n in range(len(self.unread))]
        return {n: "" if to == "kept" else to for n, to in enumerate(said)}


def shortened(words: str, most: int = 80) -> str:
    """The beginning of some words, to the end of a word."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"


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
        choices=KINDS_IN_SHORT,
    )
    author = forms.CharField(label="Who said it? Name and role")
    summary = forms.CharField(label="In their words", widget=LONG, required=False)
