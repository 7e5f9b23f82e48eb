"""Which rows are looked for, and which days are drawn."""

from django import forms

from heed.chronologies.forms.rows import SEEN
from heed.chronologies.models import Row
from heed.chronologies.queries import Sought
from heed.rulebook.themes import THEMES
from heed.ui.fields import DatePartsField


class SoughtForm(forms.Form):
    """Which rows are looked for. What is typed here names people: it is sent, and
    stands in no address."""

    text = forms.CharField(label="Words", required=False, max_length=200)
    person = forms.CharField(label="A person", required=False, max_length=200)
    child = forms.CharField(label="A child", required=False, max_length=200)
    source = forms.CharField(label="A source", required=False, max_length=200)
    agencies = forms.MultipleChoiceField(
        label="Agencies", widget=forms.CheckboxSelectMultiple, required=False
    )
    after = DatePartsField(label="From", subject="The first day", required=False)
    before = DatePartsField(label="Until", subject="The last day", required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("", "Any"), *Row.Kind.choices], required=False
    )
    child_seen = forms.ChoiceField(
        label="Child seen", choices=[("", "Any"), *SEEN], required=False
    )
    doubt = forms.BooleanField(label="In doubt", required=False)
    no_source = forms.BooleanField(label="Without a source", required=False)
    restricted = forms.BooleanField(label="Restricted", required=False)
    several = forms.BooleanField(label="Told by several", required=False)
    theme = forms.ChoiceField(
        label="Theme", choices=[("", "Any"), *THEMES.items()], required=False
    )
    episode = forms.ChoiceField(label="Key episode", required=False)

    # Only whose chronologies there are, and which episodes, is of a case.
    alike = frozenset(
        {
            *("text", "person", "child", "source", "after", "before", "kind"),
            *("child_seen", "doubt", "no_source", "restricted", "several", "theme"),
        }
    )

    def __init__(self, *args, chronologies, episodes=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["episode"].choices = [("", "Any"), *episodes]
        self.fields["agencies"].choices = [
            (each.public_id, each.told_by) for each in chronologies
        ]

    @property
    def sought(self) -> Sought:
        """What is looked for; everything, where the form says nothing that can be
        understood."""
        data = getattr(self, "cleaned_data", {}) if self.is_bound else {}
        said = {name: data[name] for name in self.fields if data.get(name)}
        if "agencies" in said:
            said["agencies"] = tuple(said["agencies"])
        return Sought(**said)


class PeriodForm(forms.Form):
    """From which day to which the picture is drawn."""

    first = DatePartsField(label="From", subject="The first day", required=False)
    last = DatePartsField(label="Until", subject="The last day", required=False)
