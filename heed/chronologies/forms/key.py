"""Who is put in the key of names."""

from django import forms

from heed.cases.answering import SHORT, StepForm
from heed.deidentify.by_their_work import ROLES

OTHERS = (
    *("Professional", "Manager", "Interpreter", "Foster Carer", "Relative"),
    *("Friend of the Family", "Neighbour", "Partner of a Parent", "Other Child"),
)


class PutInForm(StepForm):
    """By what role somebody is called, and the names that must not be shown."""

    role = forms.ChoiceField(
        label="What are they?",
        help_text="They get the next number of it, and keep it in all agencies’ rows.",
        choices=[("", "Choose one"), *((r, r) for r in sorted({*ROLES, *OTHERS}))],
    )
    names = forms.CharField(
        label="How are they named?",
        help_text="A name on each line: in full first, then other surnames and "
        "nicknames. Initials and parts of a name are found by themselves.",
        widget=SHORT,
        max_length=1000,
    )

    @property
    def answers(self):
        data = super().answers
        return data | {"names": data["names"].splitlines()}


class ProposedForm(StepForm):
    """Who of those that are named beside their work is put in the key."""

    people = forms.MultipleChoiceField(
        label="Who is put in the key?", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, proposed, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposed = proposed
        self.fields["people"].choices = [(p.value, p.label) for p in proposed]
        self.fields["people"].initial = [p.value for p in proposed]

    @property
    def answers(self):
        wanted = set(self.cleaned_data["people"])
        chosen = [each for each in self.proposed if each.value in wanted]
        return {"people": [(each.role, each.names) for each in chosen]}
