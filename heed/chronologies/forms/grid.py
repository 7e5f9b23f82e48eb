"""Several rows are typed at once, one below the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from heed.chronologies.actions.writing import NO_SOURCE, NO_TIME, SAY_SOMETHING
from heed.chronologies.forms.bringing import WhoseForm
from heed.chronologies.forms.rows import ALONE, SEEN
from heed.chronologies.models import Row
from heed.papers.dates import read_time

FEW, MOST = 5, 150
"""Empty rows to begin with; and so many that one sending can hold all their cells."""
PREFIX = "rows"
CELL, LONG_CELL = {"class": "heed-grid__cell"}, {"class": "heed-grid__long"}
Cells = dict[str, str]


def _words(label: str, *, long: bool = False) -> forms.CharField:
    attrs = (LONG_CELL | {"rows": 2}) if long else CELL
    widget = forms.Textarea(attrs) if long else forms.TextInput(attrs)
    return forms.CharField(label=label, required=False, widget=widget)


def _choice(label: str, choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, initial=choices[0][0])


class WriteForm(WhoseForm):
    """Whose rows are typed."""


class CellsForm(forms.Form):
    """One row of the grid. One in which nothing stands is no row."""

    date = _words("When")
    time_words = _words("Time")
    sequence = forms.FloatField(
        label="Order in the day",
        min_value=0,
        required=False,
        widget=forms.NumberInput(CELL | {"inputmode": "decimal"}),
    )
    event = _words("What happened", long=True)
    outcome = _words("What was done", long=True)
    source = _words("In which record it stands")
    child_seen = _choice("Child seen", SEEN)
    seen_alone = _choice("Seen alone", ALONE)
    child_voice = _words("What the child said or showed", long=True)
    present = _words("Who was there, each after a semicolon")
    child = _words("Which child")
    kind = _choice("Kind", Row.Kind.choices)
    comment = _words("Comment", long=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"Row {self.number}: {field.label}"

    @property
    def number(self) -> int | str:
        """Which row of the grid it is, as people count."""
        n = (self.prefix or "").rpartition("-")[2]
        return int(n) + 1 if n.isdigit() else ""

    def clean(self):
        data = super().clean()
        if self.has_changed():
            for name, words in (("event", SAY_SOMETHING), ("source", NO_SOURCE)):
                if not data.get(name):
                    self.add_error(name, f"Row {self.number}: {words}")
            said = data.get("time_words", "")
            if said and not read_time(said).time:
                words = NO_TIME.format(said)
                self.add_error("time_words", f"Row {self.number}: {words}")
        return data

    @property
    def said(self) -> dict[str, Any]:
        """What is said of the row."""
        return self.cleaned_data | {"sequence": self.cleaned_data["sequence"] or 0}


class RowsTyped(BaseFormSet):
    """The rows of the grid. None of them was there before."""

    def initial_form_count(self):
        return 0

    @property
    def said(self) -> list[dict[str, Any]]:
        """The rows in which something stands."""
        return [form.said for form in self.forms if form.has_changed()]


def grid(data=None, *, typed: Sequence[Mapping[str, str]] = ()) -> RowsTyped:
    """The grid as it was sent; or with what was typed before, and some empty rows."""
    made = formset_factory(
        CellsForm,
        formset=RowsTyped,
        extra=min(len(typed) + FEW, MOST),
        max_num=MOST,
        absolute_max=MOST,
        validate_max=True,
    )
    return made(data, initial=list(typed), prefix=PREFIX)


def typed_in(data) -> list[Cells]:
    """What stands in the cells of a grid as it was typed, row by row; of rows in which
    nothing was typed nothing."""
    said = data.get(f"{PREFIX}-TOTAL_FORMS", "")
    total = min(int(said), MOST) if said.isascii() and said.isdigit() else 0
    rows = [
        {name: data.get(f"{PREFIX}-{n}-{name}", "") for name in CellsForm.base_fields}
        for n in range(total)
    ]
    return [row for row in rows if any(map(_is_typed, row.items()))]


def _is_typed(cell: tuple[str, str]) -> bool:
    name, words = cell
    return words.strip() not in {"", CellsForm.base_fields[name].initial}
