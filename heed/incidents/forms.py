"""What is asked when an incident is considered, and when the Panel is notified."""

from django import forms

from heed.cases.answering import StepForm
from heed.incidents.models import PartnerView
from heed.rulebook.criteria.records import DR_1
from heed.ui.fields import DatePartsField, MomentField

LONG = forms.Textarea(attrs={"rows": 4})


class AwarenessForm(StepForm):
    """When the local authority became aware."""

    aware_at = MomentField(
        label="When did the local authority become aware?",
        subject="The time",
        help_text="The first moment at which anybody of the authority, its front door "
        "or out-of-hours team among them, could suspect abuse or neglect and knew of "
        "the death or harm. Not the incident, not the referral.",
    )
    basis = forms.CharField(label="Who knew what, and how?", widget=LONG)


class ViewForm(StepForm):
    """A partner's own view."""

    view = forms.ChoiceField(
        label="What is the view of your body?",
        widget=forms.RadioSelect,
        choices=PartnerView.View.choices,
    )
    reasons = forms.CharField(label="Why?", widget=LONG)


class DecisionForm(StepForm):
    """The local authority's decision."""

    outcome = forms.ChoiceField(
        label="What does the local authority decide?",
        widget=forms.RadioSelect,
        choices=list(DR_1.choices().items()),
    )
    reasons = forms.CharField(
        label="Why?",
        help_text="A partner who disagrees is recorded beside it.",
        widget=LONG,
    )


class NotificationForm(StepForm):
    """A notification that was sent on the national system."""

    sent_at = MomentField(label="When was it sent?", subject="The time of sending")
    national_reference = forms.CharField(
        label="Its reference on the national system",
        help_text="Leave it empty if you do not have it yet. It stays open.",
        required=False,
    )
    late_reason = forms.CharField(
        label="If it was sent after five working days: why?",
        widget=LONG,
        required=False,
    )


class OutsideNotificationForm(StepForm):
    """A notification that was made outside Heed."""

    sent_at = MomentField(
        label="When was it sent, as its copy says?", subject="The time of sending"
    )
    national_reference = forms.CharField(
        label="Its reference on the national system", required=False
    )


class DeathNoticeForm(OutsideNotificationForm):
    """The notice of a death without abuse or neglect."""

    reasons = forms.CharField(
        label="Why is abuse or neglect neither known nor suspected?", widget=LONG
    )


class WithdrawalForm(StepForm):
    """The withdrawal of a notification."""

    reasons = forms.CharField(
        label="Which criterion proved not to be met, and how is that known?",
        widget=LONG,
    )
    panel_told_on = DatePartsField(
        label="When was the Panel told?", subject="The date", required=False
    )


class NothingMore(StepForm):
    """A page that only asks whether to go on."""
