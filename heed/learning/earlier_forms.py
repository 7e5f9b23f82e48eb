"""What is asked about a review that was published before."""

from django import forms

from heed.library.dates import read_public_date
from heed.library.narrowing import AGES, READERS
from heed.rulebook.scans import SCAN_CHECKS
from heed.rulebook.themes import THEMES
from heed.ui.widgets import Radios

A_LINE = {"rows": 2}


def several(label: str, choices, help_text: str = "") -> forms.MultipleChoiceField:
    """A question that several answers may answer, or none."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=choices.items(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class EarlierReviewForm(forms.Form):
    """A review as it was published, as far as it is known."""

    title = forms.CharField(
        label="Title",
        help_text="As it was published, with the name that the report used for the "
        "child.",
        max_length=300,
    )
    type_as_published = forms.CharField(
        label="What it was called",
        help_text="For example: serious case review, learning review. It is found by "
        "this name and by today’s.",
        initial="Serious case review",
        max_length=120,
    )
    published = forms.CharField(
        label="When it was published",
        help_text="As exactly as you know it: 14 January 2016, January 2016 or 2016.",
        max_length=60,
    )
    pseudonyms = forms.CharField(
        label="Names that the report uses for children",
        help_text="One a line. Never a real name.",
        widget=forms.Textarea(attrs=A_LINE),
        required=False,
    )
    themes = several("What it is about", THEMES)
    ages = several("How old the children were", AGES)
    readers = several("Who it is for", READERS)
    link = forms.URLField(
        label="Where it was published first",
        help_text="The full address. Heed opens no other site: open it yourself.",
        assume_scheme="https",
        required=False,
    )
    link_is_dead = forms.BooleanField(
        label="I opened that address, and it can no longer be found there",
        required=False,
    )
    file = forms.FileField(
        label="The report (.docx, .odt or .pdf)",
        help_text="It is read into text, so that it can be searched. The file itself "
        "is never published, nor are its pictures; it is kept sealed here.",
        required=False,
    )
    scan_checked = several(
        "If it is a scan, and the public is to read it: what you looked for",
        SCAN_CHECKS,
        "Tick each when you have looked at every page for it. A scan is shown only "
        "where a second person looks too. Leave all open, and only that it exists is "
        "said.",
    )
    looked_at = forms.BooleanField(
        label="This was public before, and I have looked that it names nobody who must "
        "not be found",
    )

    def clean_published(self):
        published = read_public_date(self.cleaned_data["published"])
        if published.year is None:
            raise forms.ValidationError("Say at least the year in which it came out.")
        return published

    def clean(self):
        said = super().clean()
        if said.get("link_is_dead") and not said.get("link"):
            self.add_error("link", "Give the address at which it was, or untick below.")
        return said

    @property
    def answers(self) -> dict:
        """What the action takes."""
        said = dict(self.cleaned_data)
        upload = said.pop("file")
        del said["looked_at"]
        return said | {
            "pseudonyms": tuple(
                filter(None, map(str.strip, said["pseudonyms"].splitlines()))
            ),
            "themes": tuple(THEMES[code] for code in said["themes"]),
            "ages": tuple(said["ages"]),
            "readers": tuple(said["readers"]),
            "scan_checked": tuple(said["scan_checked"]),
            "data": upload.read() if upload else b"",
            "name": upload.name if upload else "",
        }


class EnterEarlierForm(forms.Form):
    """Somebody of another body has read what is to be entered, exactly these words."""

    content_hash = forms.CharField(widget=forms.HiddenInput, required=False)
    scan_checked = several(
        "What you looked for on every page of the scan",
        SCAN_CHECKS,
        "Tick each when you have looked at every page for it; the public can then read "
        "the scan. Leave all open, and the review is entered without it.",
    )
    read_it = forms.BooleanField(
        label="I have read it. It was public before, and it names nobody who must not "
        "be found",
    )

    def __init__(self, *args, offers_scan=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not offers_scan:
            del self.fields["scan_checked"]

    @property
    def answers(self) -> dict:
        """What the action takes: the mark of the words that were shown, and what was
        looked for on a scan."""
        checked = self.cleaned_data.get("scan_checked", ())
        return {
            "content_hash": self.cleaned_data["content_hash"],
            "scan_checked": tuple(checked),
        }


class WithdrawEarlierForm(forms.Form):
    """Which of the reviews that were entered is to go."""

    review = forms.ChoiceField(label="Which review?", widget=Radios)
    reasons = forms.CharField(
        label="What is wrong?", widget=forms.Textarea(attrs=A_LINE), required=False
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self._rows = {str(row.id): row for row in rows}
        self.fields["review"].choices = [
            (key, f"{row.title} ({row.shown_date})") for key, row in self._rows.items()
        ]

    @property
    def answers(self) -> dict:
        """What the action takes beside the review."""
        return {"reasons": self.cleaned_data["reasons"]}

    @property
    def chosen(self):
        """The row of the library that was chosen."""
        return self._rows[self.cleaned_data["review"]]


class ConfirmEarlierForm(forms.Form):
    """A page that only asks whether it stays withdrawn."""
