"""What a partnership chooses for all its chronologies."""

from collections.abc import Sequence

from django import forms

from heed.papers.chronologies.gaps import RULES, Rule
from heed.papers.chronologies.writing.laid import BY_NAME
from heed.papers.chronologies.writing.template import EXPLAINED, MANDATORY

MOST = {"days": 1000, "times": 50}
SUGGESTED = {rule.kind: rule for rule in RULES}
ASKED = {
    ("not_seen", "days"): "A child was not seen: after how many days is it told?",
    ("not_alone_or_heard", "times"): "Seen, and never alone or heard: after how many "
    "times?",
    ("not_said_if_alone", "times"): "Seen by an agency that says nowhere whether alone "
    "or heard: after how many times?",
    ("not_brought", "times"): "Not brought, or not at home: how many times make a "
    "string?",
    ("not_brought", "days"): "Within how many days of each other?",
    ("no_answer", "days"): "A referral without an answer: after how many days?",
    ("last_contacts", "days"): "The last contacts: of how many days before the "
    "incident?",
}


class GapDaysForm(forms.Form):
    """After how many days, and how many times, each silence is told."""

    def __init__(self, *args, rules: Sequence[Rule], **kwargs):
        super().__init__(*args, **kwargs)
        now = {rule.kind: rule for rule in rules}
        for (kind, what), question in ASKED.items():
            suggested = SUGGESTED[kind]
            why = suggested.why if (what == "days") == bool(suggested.days) else ""
            self.fields[f"{kind}-{what}"] = forms.IntegerField(
                label=question,
                help_text=f"Suggested: {getattr(suggested, what)}. {why}".strip(),
                min_value=1,
                max_value=MOST[what],
                initial=getattr(now[kind], what),
            )

    @property
    def chosen(self) -> dict[str, dict[str, int]]:
        """What was chosen, by the kind of rule."""
        made: dict[str, dict[str, int]] = {}
        for name, number in self.cleaned_data.items():
            kind, _, what = name.partition("-")
            made.setdefault(kind, {})[what] = number
        return made


class TemplateForm(forms.Form):
    """Which columns stand in the form that agencies fill in."""

    columns = forms.MultipleChoiceField(
        label="Which columns do you ask for?",
        help_text="When it was, in which record it stands and what happened are asked "
        "for always.",
        choices=[
            (name, BY_NAME[name].heading) for name in EXPLAINED if name not in MANDATORY
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
