"""What is asked about what runs beside a case, and about what is on hold."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.rulebook.language import Blocks
from heed.rulebook.parallel import BLOCKS, KINDS, Kind
from heed.rulebook.process import END_PROCESS, LIFT_HOLD, LOOK_AGAIN_AT_HOLD, SET_HOLD
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Checkboxes

WHAT_WAITS = [(each.value, BLOCKS[each]) for each in Blocks]


class ProcessNowForm(StepForm):
    """How something stands that runs beside a case."""

    body = forms.CharField(
        label="Who leads it?",
        help_text="For example the force, the court, the coroner, the board.",
        required=False,
    )
    reference = forms.CharField(label="Its reference", required=False)
    contact = forms.CharField(
        label="Whom do you ask there?",
        help_text="Name, work, telephone or email.",
        required=False,
    )
    next_on = DatePartsField(
        label="On which day does something happen next?",
        subject="The next day",
        help_text="You are reminded of it. Leave it empty if no day is known.",
        required=False,
    )
    next_step = forms.CharField(label="What happens then?", required=False)
    words = forms.CharField(
        label="What else is to be known of it?", widget=LONG, required=False
    )


class ProcessForm(ProcessNowForm):
    """Something that begins to run beside a case, and what it asks not to be done."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=[(each.value, KINDS[each].label) for each in Kind],
        widget=forms.RadioSelect,
    )
    began_on = DatePartsField(
        label="When did it begin?", subject="The day", required=False
    )
    forbids = forms.MultipleChoiceField(
        label="What must wait because of it?",
        help_text="It is on hold from now on. A referral, a child’s safety, a "
        "notification and the rapid review for the Panel never wait.",
        choices=WHAT_WAITS,
        widget=Checkboxes,
        required=False,
    )
    why_forbids = forms.CharField(
        label="If something must wait: why, and who asked for that?",
        widget=LONG,
        required=False,
    )
    look_again_on = DatePartsField(
        label="If something must wait: when do you look at that again?",
        subject="The day to look again",
        required=False,
    )

    field_order = (
        "kind",
        "body",
        "reference",
        "contact",
        "began_on",
        "next_on",
        "next_step",
        "words",
        "forbids",
        "why_forbids",
        "look_again_on",
    )

    def __init__(self, *args, may_hold=True, **kwargs):
        super().__init__(*args, **kwargs)
        for name in () if may_hold else ("forbids", "why_forbids", "look_again_on"):
            del self.fields[name]


class ProcessOverForm(StepForm):
    """It is over."""

    ended_on = DatePartsField(label="When did it end?", subject="The day")
    reasons = forms.CharField(label=f"{END_PROCESS.reasons}?", widget=LONG)


class LookAgainForm(StepForm):
    """It must still wait."""

    reason = forms.CharField(label=f"{LOOK_AGAIN_AT_HOLD.reasons}?", widget=LONG)
    review_on = DatePartsField(
        label="When do you look at it again?", subject="The day to look again"
    )


class HoldForm(LookAgainForm):
    """Something must wait."""

    blocks = forms.ChoiceField(
        label="What must wait?", choices=WHAT_WAITS, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=f"{SET_HOLD.reasons}?", widget=LONG)

    field_order = ("blocks", "reason", "review_on")


class LiftForm(StepForm):
    """It may go on."""

    reason = forms.CharField(label=f"{LIFT_HOLD.reasons}?", widget=LONG)
