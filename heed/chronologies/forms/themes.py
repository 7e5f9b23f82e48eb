"""On which themes rows touch."""

from django import forms

from heed.cases.answering import StepForm
from heed.chronologies.forms.episodes import RowsForm
from heed.rulebook.themes import THEMES
from heed.ui.widgets import Checkboxes


class ThemesOfRowForm(StepForm):
    """The themes of one row. `hints` says of each that is suggested by which words."""

    themes = forms.MultipleChoiceField(
        label="On which themes does it touch?",
        choices=list(THEMES.items()),
        required=False,
    )

    def __init__(self, *args, hints=None, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["themes"]
        field.widget = Checkboxes(small=True, hints=hints)
        field.widget.choices = field.choices


class AddThemesForm(RowsForm, ThemesOfRowForm):
    """Themes for several rows, beside those that they have."""

    field_order = ("rows", "themes")
