"""What is asked about a case. Forms check shape; actions decide and write."""

from datetime import timedelta

from django import forms

from heed.cases.answering import LONG, ReasonForm, StepForm
from heed.cases.models import Child
from heed.rulebook.children import KINDS_OF_PLACE
from heed.rulebook.circumstances import BY_HAND, LABELS, NOTED
from heed.rulebook.outcomes import AddressAnswer, InterestDecision, label
from heed.ui.fields import DatePartsField, MomentField
from heed.ui.widgets import Radios

DECLARED = (
    ("none", "No. I have no interest in this case"),
    ("has", "Yes"),
    ("unsure", "I am not sure"),
)


class DeclarationForm(StepForm):
    """Asked before a person's first sight of a case."""

    answer = forms.ChoiceField(
        label="Do you have, or might others think you have, a conflict of interest?",
        widget=forms.RadioSelect,
        choices=DECLARED,
    )
    details = forms.CharField(
        label="What is it?",
        help_text="Leave this empty if you have none. Others will decide with you.",
        widget=LONG,
        required=False,
    )


# What makes a child safe is done within days: a year that was mistyped would never be
# late. It is asked, and refused to nobody.
SOON_ENOUGH = timedelta(days=31)
FAR_OFF = "This is more than a month off. Set it right, or tick below that it is meant"


class SafetyActionForm(StepForm):
    """Asks somebody to make a child safe now."""

    what = forms.CharField(label="What must be done, for which child?", widget=LONG)
    owner_organisation = forms.CharField(label="Organisation that does it")
    owner = forms.CharField(label="Person who does it", required=False)
    due_at = MomentField(label="By when?", subject="The time by when")
    far_off = forms.BooleanField(
        label="It is due on that day, although it is more than a month off",
        required=False,
    )

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.at = at
        if not self.is_bound:
            del self.fields["far_off"]

    def clean(self):
        data = super().clean()
        due_at = data.get("due_at")
        if due_at is None or due_at <= self.at + SOON_ENOUGH:
            del self.fields["far_off"]
        elif not data["far_off"]:
            self.add_error("due_at", FAR_OFF)
        return data

    @property
    def answers(self) -> dict:
        return {k: v for k, v in super().answers.items() if k != "far_off"}


class SafetyConfirmationForm(StepForm):
    """Records that a child was made safe."""

    outcome = forms.CharField(
        label="What was done, by whom and when?", widget=LONG, required=False
    )


class PseudonymForm(StepForm):
    """The name used on screens and in the report."""

    pseudonym = forms.CharField(
        label="Name used instead of the child's",
        help_text="Not derived from the real name, and not used in another review.",
        max_length=60,
    )

    pseudonym_chosen_by = forms.ChoiceField(
        label="Who chose it?",
        help_text="A name that the family or the young person chose is theirs: the "
        "record says so.",
        choices=Child.ChosenBy.choices,
        widget=Radios,
    )
    knowingly = forms.BooleanField(
        label="It is the name of another review here; use it all the same",
        help_text="Only where the family wishes it, and readers cannot take two "
        "reviews for one.",
        required=False,
    )

    def __init__(self, *args, naming: str, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["pseudonym"]
        field.help_text = f"{naming} {field.help_text}"


class OpenItemForm(StepForm):
    """Answers a named gap."""

    answer = forms.CharField(
        label="Answer",
        help_text="“Not known, because …” is an answer.",
        widget=LONG,
    )
    not_known = forms.BooleanField(
        label="This cannot be known, for the reason above", required=False
    )


class IncidentDaysForm(StepForm):
    """When it happened, as surely as anybody knows."""

    happened_on = DatePartsField(
        label="On which day did it happen?",
        subject="The day",
        help_text="If nobody knows the day: the first on which it can have happened.",
    )
    happened_until = DatePartsField(
        label="If the day is not certain: the last on which it can have happened",
        subject="The last day",
        required=False,
    )


class IncidentPlaceForm(StepForm):
    """In what kind of place it happened; the address itself stands elsewhere."""

    kind_of_place = forms.ChoiceField(
        label="Where did it happen?",
        help_text="The kind of place alone. The national form asks it.",
        choices=list(KINDS_OF_PLACE.items()),
        widget=Radios,
    )


class StartForm(StepForm):
    """Sets right the day that a clock runs from."""

    counted_from_on = DatePartsField(
        label="From which day should it be counted?", subject="The day"
    )
    reason = forms.CharField(label="What was wrong with the earlier day?", widget=LONG)


class CircumstanceForm(StepForm):
    """Notes what stands beside a case, or that it is over."""

    circumstance = forms.ChoiceField(label="What is it?", widget=forms.RadioSelect)
    is_over = forms.TypedChoiceField(
        label="How does it stand?",
        choices=[("no", "It has begun, or is so"), ("yes", "It is over")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    since_on = DatePartsField(label="Since when?", subject="The day")
    words = forms.CharField(
        label="What is known of it?",
        help_text="Who deals with it, and since when it is known.",
        widget=LONG,
    )

    def __init__(self, *args, flags=(), **kwargs):
        super().__init__(*args, **kwargs)
        asked = [each for each in NOTED if each in BY_HAND or each in flags]
        self.fields["circumstance"].choices = [(each, LABELS[each]) for each in asked]


class TransferForm(StepForm):
    """Records which area leads."""

    agreed_on = DatePartsField(label="When was it agreed?", subject="The day")
    words = forms.CharField(
        label="Which area leads, and who agreed it in writing for both?", widget=LONG
    )


class NewTargetForm(StepForm):
    """A later target beside the first date."""

    new_target_on = DatePartsField(label="New target", subject="The new target")
    reason = forms.CharField(label="Why?", widget=LONG)
    told = forms.CharField(label="Who was told, and when?", widget=LONG, required=False)


class LatenessForm(StepForm):
    """Why a date was missed."""

    reason = forms.CharField(label="Why was this date missed?", widget=LONG)


class GrantForm(StepForm):
    """Puts a person on the case's list."""

    standing = forms.ChoiceField(label="Who, and in which role?")
    ends_on = DatePartsField(
        label="Until when?",
        subject="The last day",
        help_text="Leave empty for as long as the case is open.",
        required=False,
    )

    def __init__(self, *args, held, **kwargs):
        super().__init__(*args, **kwargs)
        self.held = {str(role.pk): role for role in held}
        self.fields["standing"].choices = [
            (key, f"{role.person.name}, {role.get_role_display().lower()}")
            for key, role in self.held.items()
        ]

    @property
    def answers(self):
        held = self.held[self.cleaned_data["standing"]]
        return {
            "person": held.person,
            "role": held.role,
            "seat": held.seat or "",
            "ends_on": self.cleaned_data["ends_on"],
        }


class WhetherSomebodyStaysOutForm(StepForm):
    """Lets somebody in, or keeps them out. Letting in takes two: `as_second` is said
    to the second of them."""

    may_decide = (InterestDecision.MAY_WORK_ON_IT, InterestDecision.STAYS_OUT)
    outcome = forms.ChoiceField(label="What do you decide?", widget=Radios())
    reason = forms.CharField(
        label="Why?",
        help_text="Say what you looked at, and with whom you talked about it. Only "
        "those who decide on interests read it.",
        widget=LONG,
    )

    def __init__(self, *args, as_second=False, **kwargs):
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        outcome.choices = [(each.value, label(each)) for each in self.may_decide]
        outcome.widget.hints = {
            InterestDecision.MAY_WORK_ON_IT: "You are the second of two: the case "
            "opens to them at once."
            if as_second
            else "It takes two. A second person is asked; until they agree, the case "
            "stays closed to them.",
            InterestDecision.STAYS_OUT: "This takes effect at once. The case answers "
            "them as if it did not exist. That beats every role.",
        }


class InterestDecisionForm(WhetherSomebodyStaysOutForm):
    """Decides on an interest that somebody declared."""

    may_decide = tuple(InterestDecision)
    field_order = ("outcome", "alternate", "reason")
    outcome = forms.ChoiceField(
        label="What do you decide?",
        widget=Radios(reveals={InterestDecision.IS_REPLACED: "alternate"}),
    )
    alternate = forms.ChoiceField(label="Who steps in?", required=False)
    reason = forms.CharField(
        label="Why does this interest stand in the way, or not?",
        help_text="Say what you looked at, and with whom you talked about it. Only "
        "those who decide on interests read it.",
        widget=LONG,
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["alternate"].choices = [
            ("", "Choose a person" if people else "Nobody of the same body is named"),
            *((key, person.name) for key, person in self.people.items()),
        ]

    def clean(self):
        data = super().clean()
        data["alternate"] = self.people.get(data.get("alternate"))
        replaced = data.get("outcome") == InterestDecision.IS_REPLACED
        if replaced and data["alternate"] is None:
            self.add_error("alternate", "Choose who steps in")
        return data


class ExclusionForm(ReasonForm):
    """Keeps somebody from a case."""

    person = forms.ChoiceField(label="Who?")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [
            (key, person.name) for key, person in self.people.items()
        ]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class AddressRequestForm(StepForm):
    """A coordinator asks to read a protected address."""

    reason = forms.CharField(
        label="Why do you need this address?",
        help_text="What for, and by when. The business unit alone reads it.",
        widget=LONG,
    )


class AddressAnswerForm(StepForm):
    """A manager answers a coordinator who asks for a protected address."""

    outcome = forms.ChoiceField(
        label="What do you decide?",
        choices=[(each.value, label(each)) for each in AddressAnswer],
        widget=Radios(
            hints={
                AddressAnswer.MAY_READ_ONCE: "Until the end of the next working day.",
                AddressAnswer.MAY_NOT_READ: "The address stays closed. They may ask "
                "again.",
            }
        ),
    )
    answer = forms.CharField(
        label="Why, or why not?",
        help_text="Whoever asked reads it, and the business unit.",
        widget=LONG,
    )


class CodeForm(forms.Form):
    """The code told by telephone."""

    code = forms.CharField(
        label="Code",
        help_text="Twenty letters and numbers that the partnership tells you by "
        "telephone. Dashes and spaces do not matter.",
        max_length=60,
    )
