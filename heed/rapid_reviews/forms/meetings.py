"""What is asked of a meeting, and of what it works with."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.rulebook.themes import THEMES
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Checkboxes


class MeetingForm(StepForm):
    """A meeting."""

    held_on = DatePartsField(label="When was it?", subject="The date")
    attended = forms.CharField(
        label="Who came?", widget=LONG, help_text="One person and organisation a line."
    )
    apologies = forms.CharField(
        label="Who sent apologies?", widget=SHORT, required=False
    )
    interests = forms.CharField(
        label="Which interests were declared?", widget=SHORT, required=False
    )
    minutes = forms.CharField(
        label="What was said and agreed", widget=LONG, required=False
    )
    agreed = forms.CharField(
        label="What follows, who does it, by when?",
        help_text="One a line, with a semicolon between: Ask the school about the "
        "sister; A. Penrose, school nursing; 20 March 2026",
        widget=LONG,
        required=False,
    )

    opens_views = forms.BooleanField(
        label="The partners decide at this meeting: their sealed views are opened",
        help_text="Tick it as the meeting begins: what is said is written afterwards. "
        "Another meeting opens none.",
        required=False,
    )

    def __init__(self, *args, sealed: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not sealed:
            del self.fields["opens_views"]

    def says_now(self, current):
        """What is recorded of it now."""
        return words_of_meeting(current)

    def clean_attended(self):
        lines = self.cleaned_data["attended"].splitlines()
        return [line.strip() for line in lines if line.strip()]

    def clean_agreed(self):
        """Rows of what, who and by when; what nobody said stays empty."""
        lines = (line.split(";") for line in self.cleaned_data["agreed"].splitlines())
        rows = [[part.strip() for part in line] for line in lines if any(line)]
        return [
            {"what": what, "owner": "; ".join(who[:1]), "by_when": "; ".join(who[1:])}
            for what, *who in rows
        ]


def words_of_meeting(meeting) -> dict:
    """What is recorded of a meeting, as the form asks for it: a line each."""
    columns = ("what", "owner", "by_when")
    rows = [[row.get(each, "") for each in columns] for row in meeting.agreed or ()]
    return {
        "held_on": meeting.held_on,
        "attended": "\n".join(meeting.attended),
        "apologies": meeting.apologies or "",
        "interests": meeting.interests or "",
        "minutes": meeting.minutes or "",
        "agreed": "\n".join("; ".join(row).rstrip("; ") for row in rows),
    }


class EpisodeForm(StepForm):
    """A key practice episode."""

    happened = forms.CharField(
        label="When was it?", help_text="A day, or from when to when"
    )
    involved = forms.CharField(
        label="Who was involved?",
        help_text="Their part and their organisation, not their name",
        widget=SHORT,
        required=False,
    )
    what = forms.CharField(label="What was done, or left undone?", widget=LONG)
    analysis = forms.CharField(
        label="What does it show, and why did it happen so?",
        help_text="How it looked to those who were there, and what in the system made "
        "it likely. It may be written later; until then it is named as missing.",
        widget=LONG,
        required=False,
    )
    place = forms.TypedChoiceField(label="Its place in the order", coerce=int)

    def __init__(self, *args, places: int, **kwargs):
        super().__init__(*args, **kwargs)
        numbers = range(1, places + 1)
        self.fields["place"].choices = [(number, number) for number in numbers]
        self.fields["place"].initial = places


class EpisodeAmendedForm(EpisodeForm):
    """An episode that was written before."""

    wrong = forms.BooleanField(label="Take it out: it is told no more", required=False)


class MarkedForm(StepForm):
    """Which episode that is marked in the chronology it is. `known` gives each, and how
    it is called."""

    marked = forms.ChoiceField(
        label="Which episode that is marked in the chronology is it?",
        help_text="Its rows are shown beside what the paper says of it.",
        required=False,
    )

    def __init__(self, *args, known, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {one.public_id: one for one, _ in known}
        choices = [(one.public_id, label) for one, label in known]
        self.fields["marked"].choices = [("", "None of them"), *choices]

    @property
    def answers(self):
        data = super().answers
        return {"marked": self.known.get(data["marked"])}

    def says_now(self, current):
        """Which one it is now."""
        return {"marked": current.marked and current.marked.public_id}


class ThemesForm(StepForm):
    """The themes of a case."""

    themes = forms.MultipleChoiceField(
        label="On which themes does this case touch?",
        choices=list(THEMES.items()),
        widget=Checkboxes(small=True),
        required=False,
    )


class NoteForm(StepForm):
    """A working note of one's own."""

    words = forms.CharField(label="Your note", widget=LONG)


class PlannedDayForm(StepForm):
    """Another day for a milestone of the plan."""

    planned_on = DatePartsField(label="By which day?", subject="The day")
    take_along = forms.BooleanField(
        label="A later day takes the days after it along. The last day stays",
        initial=True,
        required=False,
    )
    reasons = forms.CharField(label="Why does the day move?", widget=SHORT)
