"""What is asked about a child: four short pages, each of which may stay empty. Their
choices come from one table, which the paper for the Panel reads too."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.papers.forms.nhs_numbers import checked
from heed.rulebook import children
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Checkboxes, Radios

NOT_STATED = ("", "Not stated")


class NamesField(forms.CharField):
    """Several names, one on each line: cleans to a list, or None for none."""

    def __init__(self, **kwargs):
        usual = "Nicknames, other names in use, names in other spellings. One on each "
        options = {"help_text": f"{usual}line.", "widget": SHORT, "required": False}
        super().__init__(**options | kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = (line.strip() for line in super().clean(value).splitlines())
        return [line for line in lines if line] or None


NEVER_PRINTED = (
    "From before an adoption, a change of life or a move into safety. One on each "
    "line. A text in which one of them stands is never published, whoever wishes it."
)


def one_of(label, words, **more) -> forms.ChoiceField:
    """One choice of a table, or none."""
    choices = [NOT_STATED, *words.items()]
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


class AboutAChild(StepForm):
    """A page about a child. What was kept before and is no choice stays a choice."""

    clear = frozenset(
        {"role", "status", "age_band", "ethnicity", "legal_status", "placement"}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            said = self.initial.get(name)
            if isinstance(field, forms.ChoiceField) and isinstance(said, str):
                known = {value for value, _ in field.choices}
                if said and said not in known:
                    field.choices = [*field.choices, (said, said)]

    @property
    def answers(self) -> dict:
        """What was asked; where nothing was said, nothing is kept."""
        return {
            name: value if name in self.clear else value or None
            for name, value in super().answers.items()
        }


class ChildForm(AboutAChild):
    """Who a child is."""

    given_name = forms.CharField(label="First names", required=False)
    family_name = forms.CharField(label="Last name", required=False)
    also_known_as = NamesField(label="Other names this child is known by")
    former_names = NamesField(
        label="Former names that must never be printed", help_text=NEVER_PRINTED
    )
    role = forms.ChoiceField(
        label="What is this child’s place in what happened?",
        choices=list(children.PLACES.items()),
        widget=Radios,
    )
    status = forms.ChoiceField(
        label="How is this child?",
        choices=list(children.STATUS.items()),
        widget=Radios(reveals={"unborn": "due_on", "died": "died_on"}),
    )
    due_on = DatePartsField(
        label="On which day is the baby due?", subject="The due date", required=False
    )
    died_on = DatePartsField(
        label="Date of death", subject="The date of death", required=False
    )
    born_on = DatePartsField(
        label="Date of birth", subject="The date of birth", required=False
    )
    age_band = one_of(
        "Age when it happened, if the date of birth is not known",
        children.AGE_BANDS,
    )
    sex = one_of("Sex or gender", children.SEXES)


class ChildIdentityForm(AboutAChild):
    """Identity and needs. Not known is an answer; so is what the family says itself."""

    ethnicity = one_of(
        "Ethnicity",
        children.ETHNICITIES,
        help_text="As the child or the family says it, where anybody has asked.",
    )
    religion = forms.CharField(label="Religion or belief", required=False)
    language = forms.CharField(label="First language", required=False)
    immigration = one_of("Nationality and immigration", children.IMMIGRATION)
    disabled = one_of("Is this child disabled?", children.DISABLED)
    needs = forms.CharField(
        label="Disability, health or learning needs", widget=LONG, required=False
    )


class ChildCareForm(AboutAChild):
    """Care, plans and education."""

    legal_status = one_of("Is this child in care?", children.LEGAL_STATUSES)
    placement = one_of("Where does this child live, if in care?", children.PLACEMENTS)
    looked_after_by = forms.CharField(
        label="Which council looks after this child?",
        help_text="Also where it is another one than yours.",
        required=False,
    )
    parental_responsibility = forms.CharField(
        label="Who holds parental responsibility?",
        help_text="The council too, where it shares it under an order.",
        widget=SHORT,
        required=False,
    )
    plans = forms.MultipleChoiceField(
        label="Which plans are there, or were there?",
        choices=list(children.PLANS.items()),
        widget=Checkboxes(exclusive="none", after_or="none"),
        required=False,
    )
    plan_words = forms.CharField(
        label="Since when, until when, and why",
        help_text="For example the category of a child protection plan.",
        widget=LONG,
        required=False,
    )
    education = one_of("Where does this child learn?", children.EDUCATION)
    school = forms.CharField(label="School, college or nursery", required=False)


class ChildHarmForm(AboutAChild):
    """Harm, and what else is known."""

    clear = AboutAChild.clear | {"harm"}
    harm = one_of("What kind of harm is it?", children.HARM)
    address = forms.CharField(
        label="Where the child lived",
        help_text="An address that must not be found out does not belong here: it is "
        "kept apart, on the family record.",
        widget=SHORT,
        required=False,
    )
    nhs_number = forms.CharField(label="NHS number", max_length=40, required=False)
    notes = forms.CharField(label="Anything else", widget=LONG, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = self.initial.get("identifiers") or {}
        self.fields["nhs_number"].initial = self.known.get("nhs_number")

    @property
    def answers(self) -> dict:
        said = super().answers
        others = {k: v for k, v in self.known.items() if not k.startswith("nhs_")}
        numbers = others | checked(said.pop("nhs_number") or "")
        return said | {"identifiers": numbers or None}
