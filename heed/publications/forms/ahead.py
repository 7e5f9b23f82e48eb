"""What is asked of the copies that go ahead."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.publications.forms.fields import labelled
from heed.publications.models import (
    AdvanceCopy,
)
from heed.rulebook.outcomes import EarlyReason
from heed.ui.fields import DatePartsField


class CopiesForm(StepForm):
    """Copies that went ahead."""

    bodies = forms.MultipleChoiceField(
        label="To whom did it go?",
        widget=forms.CheckboxSelectMultiple,
        choices=AdvanceCopy.Body.choices,
        initial=AdvanceCopy.Body.values,
    )
    sent_on = DatePartsField(label="When was it sent?", subject="The day of sending")
    route = forms.CharField(label="By which route?", max_length=200)
    proof = forms.CharField(label="What proves it?", required=False)


class NotMaterialForm(StepForm):
    """That what changed in exactly the text that was shown is not material."""

    content_hash = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What has changed, and why is it not material?",
        help_text="Your words stay shown beside the copies.",
        widget=LONG,
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["content_hash"].initial = text.content_hash


class CommentForm(StepForm):
    """What a national body says."""

    body = forms.ChoiceField(
        label="Who says it?",
        widget=forms.RadioSelect,
        choices=AdvanceCopy.Body.choices,
    )
    received_on = DatePartsField(label="When did it come?", subject="The date")
    words = forms.CharField(label="The comment, word by word", widget=LONG)


class ReplyForm(StepForm):
    """What the partners reply."""

    reply = forms.CharField(label="What do you do about it, and why?", widget=LONG)


class EarlyForm(StepForm):
    """Why it may be public before seven working days."""

    reason = forms.ChoiceField(
        label="What makes it necessary?",
        widget=forms.RadioSelect,
        choices=labelled(EarlyReason),
    )
    words = forms.CharField(
        label="The order, the agreement or the disclosure", widget=LONG
    )
