"""What is asked of a note."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.chronologies.forms.episodes import ToldWithNamesOn
from heed.chronologies.models import ChronologyNote
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Radios


class NoteForm(StepForm):
    """A note: what it says, where it stands, who may read it."""

    words = forms.CharField(label="Your note", widget=LONG)
    where = forms.ChoiceField(
        label="Where does it stand?",
        choices=ChronologyNote.Where,
        widget=Radios(reveals={"day": "day"}),
        initial=ChronologyNote.Where.ON_ROW,
    )
    row = forms.CharField(
        label="Number of the row",
        help_text="For a note on a row, or after one.",
        required=False,
        max_length=30,
    )
    day = DatePartsField(label="Day", subject="The day", required=False)
    is_shared = forms.BooleanField(
        label="Share it: everybody who reads the case reads it, under your name",
        required=False,
    )


class NoteAmendedForm(ToldWithNamesOn, NoteForm):
    """A note of one's own that was written before."""

    wrong = forms.BooleanField(label="Take it out", required=False)
