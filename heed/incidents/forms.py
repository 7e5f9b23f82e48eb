"""What is asked when an incident is considered, and when the Panel is notified."""

from django import forms

from heed.cases.answering import StepForm
from heed.cases.sheets import SheetForm
from heed.incidents.gaps import LACKING
from heed.incidents.models import Enquiry, PartnerView
from heed.rulebook import process
from heed.rulebook.criteria import (
    HARM_LIMBS,
    Answer,
    Degree,
    suggests_serious_harm,
)
from heed.rulebook.criteria.records import DR_1
from heed.ui.fields import DatePartsField, MomentField

HARM_IS_TICKED = (
    "What you ticked under yes, or that it was life-threatening, speaks for serious "
    "harm. Answer yes or not known, or take it out"
)
LONG = forms.Textarea(attrs={"rows": 4})


def since_when():
    """Asked where the partners may have a copy already, in a way of their own."""
    return DatePartsField(
        label="If the partners have it already: since which day?",
        subject="The day",
        help_text="For example by secure email. It is due on the day of sending.",
        required=False,
    )


def its_copy():
    """Asked where a notice was sent on the national system or outside Heed."""
    return forms.FileField(
        label="The copy of the notification",
        help_text="If you have it. It is kept as it is.",
        required=False,
    )


def why_late():
    """Asked of what is owed within five working days."""
    return forms.CharField(
        label="If it was sent after five working days: why?",
        help_text="If you cannot say yet, leave it empty. It stays open.",
        widget=LONG,
        required=False,
    )


def why_no_abuse():
    """Asked of the notice of a death of which no rapid review is owed."""
    return forms.CharField(
        label="Why is abuse or neglect neither known nor suspected?",
        help_text="If you cannot say yet, leave it empty. It stays open.",
        widget=LONG,
        required=False,
    )


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


class NotificationSheetForm(SheetForm):
    """DR-1 for one child. What is not known is looked at again, on a day."""

    def __init__(self, *args, before=None, **kwargs):
        super().__init__(*args, record=DR_1, before=before, **kwargs)
        self.fields["look_again_on"] = DatePartsField(
            label="If something is not known: when do you look again?",
            subject="The day",
            required=False,
            initial=before.look_again_on if before else None,
        )

    def clean(self):
        data = super().clean()
        limbs = {
            limb: [each for each in Degree if limb in self._harmed(data, each)]
            for limb in HARM_LIMBS
        }
        threatened = Answer(data.get("life_threatening") or Answer.NOT_KNOWN)
        ticked = suggests_serious_harm(limbs, life_threatening=threatened)
        if ticked == Answer.YES and data.get("seriously_harmed") == Answer.NO:
            self.add_error("seriously_harmed", HARM_IS_TICKED)
        return data

    @staticmethod
    def _harmed(data: dict, degree: Degree) -> list[str]:
        return data.get(f"seriously_harmed_{degree}") or []

    @property
    def answers(self) -> dict:
        day = self.cleaned_data.get("look_again_on")
        return super().answers | {"look_again_on": day}


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
    copy = forms.FileField(
        label="The copy that the national system gave",
        help_text="If you have it, it is kept as it is. If not, all that is known here "
        "of what the national form asks is kept as it stands now.",
        required=False,
    )
    copied_on = since_when()


class SentOutsideForm(StepForm):
    """What was sent outside Heed, and when it happened."""

    sent_at = MomentField(
        label="When was it sent, as its copy says?",
        subject="The time of sending",
        help_text="Clocks run from then, not from now. The time of recording is kept "
        "beside it.",
    )
    national_reference = forms.CharField(
        label="Its reference on the national system",
        help_text="Leave it empty if you do not have it yet. It stays open.",
        max_length=60,
        required=False,
    )
    happened_on = DatePartsField(
        label="On which day did it happen?",
        subject="The day",
        help_text="If nobody knows the day: the first on which it can have happened. "
        "Leave it empty if nothing is known. It stays open.",
        required=False,
    )
    happened_until = DatePartsField(
        label="If the day is not certain: the last on which it can have happened",
        subject="The last day",
        required=False,
    )

    def clean(self):
        data = super().clean()
        if data.get("happened_until") and not data.get("happened_on"):
            self.add_error("happened_on", "Say the first day on which it can have been")
        return data


class OutsideNotificationForm(SentOutsideForm):
    """A notification that was made outside Heed."""

    late_reason = why_late()
    copy = its_copy()
    copied_on = since_when()


class CopyForm(StepForm):
    """The copy of a notification, for the partners."""

    copy = forms.FileField(
        label="The copy of the notification",
        help_text="It is kept as it is. Leave it empty if it is here already, or if "
        "the partners have it in another way.",
        required=False,
    )
    since = since_when()


class EnquiryForm(StepForm):
    """What the Panel or Ofsted asks."""

    asked_by = forms.ChoiceField(
        label="Who asks?",
        widget=forms.RadioSelect,
        choices=Enquiry.AskedBy.choices,
    )
    asked_at = MomentField(
        label="When did they ask, as their letter or your note says?",
        subject="The time of the enquiry",
        help_text="The time of recording is kept beside it.",
    )
    words = forms.CharField(
        label="What do they ask?",
        help_text="Word for word, if you can. Leave it empty if the copy says it.",
        widget=LONG,
        required=False,
    )
    copy = forms.FileField(
        label="The letter or email",
        help_text="If you have it. It is kept as it is.",
        required=False,
    )


class DeathNoticeForm(StepForm):
    """The notice of a death without abuse or neglect."""

    sent_at = MomentField(label="When was it sent?", subject="The time of sending")
    national_reference = forms.CharField(
        label="Its reference on the national system",
        help_text="Leave it empty if you do not have it yet. It stays open.",
        max_length=60,
        required=False,
    )
    reasons = why_no_abuse()
    late_reason = why_late()
    copy = its_copy()


class OutsideDeathNoticeForm(SentOutsideForm):
    """The notice of a death without abuse or neglect that was sent outside Heed."""

    reasons = why_no_abuse()
    late_reason = why_late()
    copy = its_copy()


class DeathForm(StepForm):
    """A death of which the Secretary of State and Ofsted are told, whatever its cause.

    Its subject is a child of the case; the case itself, where none is recorded yet."""

    who = forms.ChoiceField(label="Who has died?", widget=forms.RadioSelect)
    aware_on = DatePartsField(
        label="When did the local authority know of the death?",
        subject="The day",
        help_text="Five working days run from then.",
    )

    def __init__(self, *args, children, **kwargs):
        super().__init__(*args, **kwargs)
        self.children = {child.public_id: child for child in children}
        self.fields["who"].choices = [
            *((key, child.shown_as) for key, child in self.children.items()),
            ("", "Somebody who is not recorded in this case yet"),
        ]
        self.fields["who"].required = False

    @property
    def answers(self) -> dict:
        return {"aware_on": self.cleaned_data["aware_on"]}

    def subject_in(self, case):
        """The child who was chosen, or the case."""
        return self.children.get(self.cleaned_data["who"], case)


class LackingForm(StepForm):
    """What nobody knows yet."""

    lacks = forms.ChoiceField(
        label="What is not known yet?",
        widget=forms.RadioSelect,
        choices=list(LACKING.items()),
    )


class OtherLearningForm(StepForm):
    """Learning in another way than by a practice review."""

    reasons = forms.CharField(
        label=f"{process.BEGIN_OTHER_LEARNING.reasons}?",
        help_text="For example an audit, a learning event, a review by one agency.",
        widget=LONG,
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
