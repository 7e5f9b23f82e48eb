"""What is written around the text, and what was looked at beside it."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.library.narrowing import AGES, READERS
from heed.publications.forms.fields import WHOLE, lines
from heed.publications.models import (
    FamilyNotTold,
)
from heed.publications.writing import MARKS


class MarksForm(StepForm):
    """What is said of the tables and the bold lines of a text."""

    several = MARKS

    head_rows = forms.MultipleChoiceField(
        label="In which tables is the first row the head?",
        help_text="Somebody who listens to the page hears it with every cell.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    bold_headings = forms.MultipleChoiceField(
        label="Which of these bold lines are headings?",
        help_text="Somebody who listens to the page goes from heading to heading.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    left_out = forms.MultipleChoiceField(
        label="In which tables are small numbers left out?",
        help_text="Numbers from one to five, those that would give one away, and what "
        "nobody can read; all of a table whose sums do not fit.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    no_people = forms.MultipleChoiceField(
        label="Which of these tables count no people?",
        help_text="Scores, days, pages: their numbers stay as they are.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, tables=(), bold=(), small=(), **kwargs):
        super().__init__(*args, **kwargs)
        self._offers(head_rows=tables, bold_headings=bold)
        self._offers(left_out=small, no_people=small)

    def _offers(self, **choices):
        """What can be chosen; where there is nothing, it is not asked."""
        for name, offered in choices.items():
            self.fields[name].choices = offered
            if not offered:
                del self.fields[name]

    @property
    def answers(self):
        return {name: [] for name in self.several} | super().answers

    def says_now(self, current):
        """What was chosen is said by its names, as the page offers it."""
        return {name: self._named(name, current.says[name]) for name in self.asked}

    @property
    def asked(self):
        return [name for name in self.fields if name not in {"seen_version", "once"}]

    def _named(self, name, now):
        if not isinstance(now, list):
            return now
        names = dict(self.fields[name].choices)
        return "; ".join(str(names.get(each, each)) for each in now)


class PreparationForm(MarksForm):
    """What we write around the reviewer's text."""

    several = ("distressing", "shown_by", *MARKS)
    field_order = ("summary", "notice", "distressing", *MARKS)

    summary = forms.CharField(
        label="What is it about, in a sentence or two?",
        help_text="It stands under the title and in lists. No names, dates or places. "
        "Say what was learned: a summary that tells of an injury stands in no list.",
        widget=SHORT,
        required=False,
    )
    notice = forms.CharField(
        label="What should a reader know before reading on?",
        help_text="For example: this part describes injuries to a baby.",
        widget=SHORT,
        required=False,
    )
    distressing = forms.MultipleChoiceField(
        label="Before which parts does the notice stand?",
        help_text="With none chosen it stands at the beginning, and a search of the "
        "public site quotes nothing of the text.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    themes = forms.CharField(
        label="Themes", help_text="One a line.", widget=SHORT, required=False
    )
    shown_by = forms.MultipleChoiceField(
        label="Which of these sentences show what it teaches?",
        help_text="Proposed by its words. What you choose puts it under that theme and "
        "stands on the theme’s page of the public site: choose what others can learn "
        "from, and no sentence that tells of an injury.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ages = forms.MultipleChoiceField(
        label="How old were the children of whom it tells?",
        help_text="By this the public narrows a search. Choose none where the age "
        "could tell who a child is.",
        choices=AGES.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    readers = forms.MultipleChoiceField(
        label="Who is it for?",
        choices=READERS.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    former_titles = forms.CharField(
        label="Titles by which it was known before",
        help_text="One a line. They are searched for names like everything else.",
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args, headings, sentences, **kwargs):
        super().__init__(*args, **kwargs)
        self._offers(distressing=headings, shown_by=sentences)

    @property
    def answers(self):
        said = super().answers
        for name in ("themes", "former_titles"):
            said[name] = lines(said[name])
        return said


class TextForm(StepForm):
    """A text of the partnership's own."""

    text = forms.CharField(
        label="The text",
        help_text="A line that begins with # is a heading; an empty line begins a new "
        "paragraph; lines that begin with - are a list.",
        widget=WHOLE,
        required=False,
    )
    file = forms.FileField(
        label="Or a Word file (.docx)",
        help_text="It is read into text. The file itself is never published.",
        required=False,
    )

    def says_now(self, current):
        return current.says

    @property
    def answers(self):
        upload = self.cleaned_data["file"]
        return {
            "text": self.cleaned_data["text"],
            "data": upload.read() if upload else b"",
            "name": upload.name if upload else "",
        }


class ProceedingsForm(StepForm):
    """Proceedings and orders."""

    looked_at = forms.MultipleChoiceField(
        label="What did you look at?",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("criminal", "Criminal proceedings, with the police or the CPS"),
            ("inquest", "An inquest, with the coroner"),
            ("family_court", "Family proceedings"),
            ("orders", "Orders of a court, and reporting restrictions"),
            ("employment", "Proceedings of employers or regulators"),
        ],
    )
    words = forms.CharField(
        label="What did you find, and whom did you ask?", widget=LONG
    )


class FamilyForm(StepForm):
    """Why the family was not told or asked."""

    about = forms.ChoiceField(
        label="What do you accept?",
        widget=forms.RadioSelect,
        choices=FamilyNotTold.About.choices,
    )
    reasons = forms.CharField(label="Why were they not?", widget=LONG)
