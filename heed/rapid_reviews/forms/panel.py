"""What is asked of the Panel and the national bodies."""

from django import forms

from heed.cases.answering import LONG, SHORT, PaperField, StepForm
from heed.rapid_reviews.forms.decisions import labelled
from heed.rapid_reviews.models import Told
from heed.rulebook.outcomes import PanelAnswer
from heed.ui.fields import DatePartsField, MomentField


class SendingForm(StepForm):
    """The rapid review went to the Panel."""

    sent_at = MomentField(label="When was it sent?", subject="The time of sending")
    route = forms.CharField(
        label="By which route?", help_text="For example the Panel’s secure mailbox"
    )
    proof = forms.CharField(
        label="What proves it?",
        help_text="For example the receipt’s number",
        required=False,
    )
    proof_file = PaperField(
        label="The proof as a file",
        help_text="The receipt, or the email as you sent it",
        required=False,
    )
    late_reason = forms.CharField(
        label="If it was sent after fifteen working days: why?",
        widget=SHORT,
        required=False,
    )


class PanelAnswerForm(StepForm):
    """The Panel's letter."""

    answer = forms.ChoiceField(
        label="What does the Panel answer?",
        widget=forms.RadioSelect,
        choices=labelled(PanelAnswer),
    )
    dated_on = DatePartsField(label="Date of the letter", subject="The date")
    words = forms.CharField(
        label="The letter, word by word", widget=LONG, required=False
    )
    letter_file = PaperField(label="The letter as a file", required=False)

    def clean(self):
        data = super().clean()
        if not data.get("words") and not data.get("letter_file"):
            self.add_error("words", "File the letter: its words, or the file itself.")
        return data


class ToldForm(StepForm):
    """A national body was told, by its own route and with proof."""

    body = forms.ChoiceField(
        label="Who was told?", widget=forms.RadioSelect, choices=Told.Body
    )
    told_at = MomentField(label="When was it sent?", subject="The time of sending")
    route = forms.CharField(
        label="By which route?", help_text="Each body has its own; Heed sends nothing"
    )
    proof = forms.CharField(label="What proves it?", required=False)
    proof_file = PaperField(label="The proof as a file", required=False)


class ToldSomethingForm(ToldForm):
    """A national body was told something of the case."""

    field_order = ("body", "what")
    what = forms.ChoiceField(label="What were they told?", choices=Told.What)


class BodyAnswerForm(StepForm):
    """What a national body answered."""

    answered_on = DatePartsField(label="Date of the answer", subject="The date")
    answer = forms.CharField(
        label="The answer, word by word", widget=LONG, required=False
    )
    answer_file = PaperField(label="The answer as a file", required=False)

    def clean(self):
        data = super().clean()
        if not data.get("answer") and not data.get("answer_file"):
            self.add_error("answer", "File the answer: its words, or the file itself.")
        return data
