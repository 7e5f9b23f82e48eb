"""What an agency is asked."""

from django import forms
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from heed.cases.answering import LONG, SHORT, StepForm
from heed.rapid_reviews.actions.drafting import PURPOSES, TYPED_IN_SHORT
from heed.rapid_reviews.models import AgencyAnswer
from heed.rapid_reviews.understanding import SAYS_NOTHING, asked_in_words
from heed.rulebook.agency_summary import IN_SHORT
from heed.ui.widgets import Radios

KINDS_IN_SHORT = [(kind.value, kind.label) for kind in AgencyAnswer.IN_SHORT]
WAYS_LOGGED = [
    (way.value, way.label)
    for way in AgencyAnswer.Way
    if way not in AgencyAnswer.BY_ITSELF
]
LONGEST = 50_000
OVERTAKEN = (
    "This page was changed in another window while you were writing. What you wrote is "
    "still here. Send it again to put it in place of what is kept now."
)


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

    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, wanted=(), kept=None, **kwargs):
        """With `wanted`, asks for these parts of the summary alone. `kept`: what was
        typed before and not sent; of that the page carries a mark, so that nobody
        writes over what another window kept meanwhile."""
        self.kept = kept or {}
        super().__init__(*args, initial=self.kept, **kwargs)
        self.fields["mark"].initial = mark_of(self.kept)
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
        if self.is_overtaken:
            self._carry_the_mark()
            raise forms.ValidationError(OVERTAKEN)
        short_of = "summary" in self.fields and not data.get("summary")
        if short_of and data.get("kind") == AgencyAnswer.Kind.SUMMARY:
            self.add_error("summary", "Say in a few words what you knew and did.")
        if short_of and data.get("kind") == AgencyAnswer.Kind.ADULT_ONLY:
            self.add_error("summary", "Say which adult you knew, and what you did.")
        return data

    @property
    def answers(self) -> dict:
        return {name: said for name, said in super().answers.items() if name != "mark"}

    @cached_property
    def is_overtaken(self) -> bool:
        """Whether something is kept now that this page neither showed nor says."""
        mark = self.data.get("mark", "")
        if not mark or not self.kept or mark == mark_of(self.kept):
            return False
        return any(
            self.data.get(name, "") != self.kept.get(name, "") for name in self._asked
        )

    @property
    def stale(self) -> list[tuple[str, str]]:
        """What is kept now, where this page was overtaken: each question and answer."""
        if not self.is_bound or not self.is_overtaken:
            return []
        said = {name: self.kept.get(name, "") for name in self._asked}
        kinds = dict(KINDS_IN_SHORT)
        return [
            (self.fields[name].label, "Yes" if said == "on" else kinds.get(said, said))
            for name, said in said.items()
            if said
        ]

    def not_kept(self, why: str) -> bool:
        """Say why what is typed was not kept, and nothing of what is missing: it was
        not to be sent yet. Always False."""
        self.errors.clear()
        self.add_error(None, why)
        return False

    def _carry_the_mark(self) -> None:
        self.data = self.data.copy()
        self.data["mark"] = mark_of(self.kept)

    @property
    def as_typed(self) -> dict[str, str]:
        """What stands on the page, sent or not, by the names under which it is kept."""
        typed = {name: self.data.get(name, "")[:LONGEST] for name in self._asked}
        return {f"{TYPED_IN_SHORT}{name}": words for name, words in typed.items()}

    @property
    def _asked(self) -> list[str]:
        own = {"seen_version", "once", "mark"}
        return [name for name in self.fields if name not in own]


def mark_of(kept: dict[str, str]) -> str:
    """A mark of what is kept of the short page, for the page to carry."""
    said = repr(sorted(kept.items()))
    return salted_hmac("heed.answer", said, algorithm="sha256").hexdigest()


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
    """An answer that came another way. Who says on the telephone that nobody is known
    is asked the same as who says so on the page; what they do not say is a gap."""

    sections = (
        ("The answer", ("came_by", "kind", "author")),
        (
            "If nobody is known to them",
            ("children_searched", "adults_searched", "systems_searched"),
        ),
        ("If they know something", ("summary",)),
    )
    came_by = forms.ChoiceField(
        label="How did it come?",
        choices=WAYS_LOGGED,
    )
    kind = forms.ChoiceField(
        label="What did they say?",
        widget=forms.RadioSelect,
        choices=KINDS_IN_SHORT,
    )
    author = forms.CharField(label="Who said it? Name and role")
    children_searched = forms.BooleanField(
        label="They searched for the children by name and date of birth",
        required=False,
    )
    adults_searched = forms.BooleanField(
        label="They searched for the adults", required=False
    )
    systems_searched = forms.CharField(
        label="In which systems?",
        help_text="What they did not say stays open on the case, and can be asked.",
        widget=SHORT,
        required=False,
    )
    summary = forms.CharField(label="In their words", widget=LONG, required=False)


class EmailedFormForm(StepForm):
    """The form that an agency filled in and sent to the business unit."""

    file = forms.FileField(
        label="Choose the form that they filled in",
        help_text="Word, OpenDocument or PDF, to 50 MB. You see what was understood "
        "before anything is logged.",
    )


class LogFormForm(TakeOverForm, StepForm):
    """Where that belongs which was not understood, who wrote it, and how it came."""

    author = forms.CharField(label="Who wrote it? Name and role")
    came_by = forms.ChoiceField(label="How did it come?", choices=WAYS_LOGGED)

    def __init__(self, *args, unread, author="", **kwargs):
        super().__init__(*args, unread=unread, **kwargs)
        self.fields["author"].initial = author
        self.fields["came_by"].initial = AgencyAnswer.Way.EMAIL
        last = ("author", "came_by")
        self.order_fields([name for name in self.fields if name not in last] + [*last])

    @property
    def answers(self):
        said = {name: self.cleaned_data[name] for name in ("author", "came_by")}
        return said | {"placed": self.placed}
