"""What somebody takes of a chronology: which rows, as what, with names or not."""

from django import forms
from django.core.exceptions import ValidationError

from heed.chronologies.citing import read_numbers
from heed.chronologies.copies import Wanted
from heed.chronologies.forms.sought import SoughtForm
from heed.chronologies.queries import Sought

AS = {
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV, for any spreadsheet",
    "pdf": "PDF",
    "html": "A page for a browser",
    "json": "JSON, for a program",
}
PREPARED = "prepared"
READ, ANNEX = "read", "annex"


class TakeCopyForm(SoughtForm):
    """A copy of all rows, or of those that are looked for."""

    ending = forms.ChoiceField(
        label="As what?",
        choices=[*AS.items()],
        initial="docx",
        widget=forms.RadioSelect,
    )
    purpose = forms.ChoiceField(
        label="For what?",
        choices=[
            (READ, "To read and to work with"),
            (ANNEX, "As an annex of the report: Word, by the key of names"),
        ],
        initial=READ,
        widget=forms.RadioSelect,
    )
    named = forms.ChoiceField(
        label="Names",
        choices=[("", "Everybody is called as the key of names calls them")],
        widget=forms.RadioSelect,
        required=False,
    )
    with_restricted = forms.BooleanField(
        label="With the words of restricted rows that I may read", required=False
    )
    numbers = forms.CharField(
        label="Rows by their numbers",
        help_text="As they are cited: 12-15, 20. Leave it empty for all rows.",
        required=False,
        max_length=400,
    )
    field_order = ("ending", "purpose", "named", "with_restricted", "numbers")

    def __init__(self, data=None, *, names_on: bool, **kwargs):
        super().__init__(_prepared(data), **kwargs)
        if names_on:
            self.fields["named"].choices += [("yes", "By name, as they were typed")]

    def clean_numbers(self):
        try:
            return read_numbers(self.cleaned_data["numbers"])
        except ValueError as why:
            raise ValidationError(str(why)) from None

    @property
    def sought(self) -> Sought:
        data = getattr(self, "cleaned_data", {})
        said = {n: data[n] for n in SoughtForm.base_fields if data.get(n)}
        if "agencies" in said:
            said["agencies"] = tuple(said["agencies"])
        return Sought(**said)

    @property
    def wanted(self) -> Wanted:
        """What is taken."""
        data = self.cleaned_data
        is_annex = data["purpose"] == ANNEX
        return Wanted(
            ending="docx" if is_annex else data["ending"],
            sought=self.sought,
            numbers=data["numbers"],
            named=bool(data["named"]) and not is_annex,
            with_restricted=data["with_restricted"],
            is_annex=is_annex,
        )


def _prepared(data):
    """What came from the chronology says which rows, and not yet as what."""
    if data is None or PREPARED not in data:
        return data
    made = data.copy()
    made.setdefault("ending", "docx")
    made.setdefault("purpose", READ)
    return made
