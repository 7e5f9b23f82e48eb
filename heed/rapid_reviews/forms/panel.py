"""What is asked of the Panel and the national bodies."""

from django import forms

from heed.cases.answering import LONG, SHORT, PaperField, StepForm
from heed.rapid_reviews.forms.decisions import labelled
from heed.rapid_reviews.models import Told
from heed.rulebook.outcomes import PanelAnswer
from heed.rulebook.quality import ASPECTS, VERDICTS
from heed.ui.fields import DatePartsField, MomentField


class NamesForm(StepForm):
    """How people are called in the paper. `found` are the names that people typed."""

    named = forms.TypedChoiceField(
        label="How are people called?",
        widget=forms.RadioSelect,
        choices=[
            ("no", "By pseudonym: no name of a child or of the family stands in it"),
            ("yes", "By name, as on the national form"),
        ],
        coerce=lambda said: said == "yes",
    )
    left = forms.MultipleChoiceField(
        label="Which of these words stay as they were typed?",
        widget=forms.CheckboxSelectMultiple,
        help_text="By pseudonym, each of them is replaced as is said beside it. Leave "
        "one only where it is no name: an everyday word, a month, a place.",
        required=False,
    )
    because = forms.CharField(label="Why do they stay?", widget=SHORT, required=False)

    def __init__(self, *args, found=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["left"].choices = [
            (
                each.form,
                f"“{each.text}” becomes “{each.becomes}” ({', '.join(each.parts)})",
            )
            for each in found
        ]
        if not found:
            del self.fields["left"], self.fields["because"]

    def clean(self):
        data = super().clean()
        if data.get("left") and not data.get("because"):
            self.add_error("because", "Say why these words stay as they were typed.")
        return {"left": [], "because": ""} | data


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
    answers = forms.MultipleChoiceField(
        label="What of all that the Panel asked for does this version answer?",
        help_text="What is not ticked stays open. It holds nothing back.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, asked=(), **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(each.public_id, each.words) for each in asked]
        self.fields["answers"].choices = choices
        if not asked:
            del self.fields["answers"]


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
    asks = forms.CharField(
        label="What does it ask for?",
        help_text="One thing a line. Each stays open until a version that is sent "
        "answers it.",
        widget=LONG,
        required=False,
    )
    agreed_on = DatePartsField(
        label="By which day is that to be answered, as agreed?",
        subject="The day agreed",
        required=False,
    )

    def clean_asks(self):
        lines = self.cleaned_data["asks"].splitlines()
        return [line.strip() for line in lines if line.strip()]

    def clean(self):
        data = super().clean()
        if not data.get("words") and not data.get("letter_file"):
            self.add_error("words", "File the letter: its words, or the file itself.")
        agreed, dated = data.get("agreed_on"), data.get("dated_on")
        if agreed and dated and agreed < dated:
            self.add_error("agreed_on", "The day agreed comes after the letter.")
        return data


class FeedbackForm(StepForm):
    """What a letter of the Panel says of the quality, matter by matter."""

    words = forms.CharField(
        label="What does the letter say of it, in its words?",
        widget=SHORT,
        required=False,
    )
    field_order = (*ASPECTS, "words")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for slug, label in ASPECTS.items():
            self.fields[slug] = forms.ChoiceField(
                label=label,
                choices=[("", "The letter does not speak of it"), *VERDICTS.items()],
                required=False,
            )
        self.order_fields(self.field_order)

    def clean(self):
        data = super().clean()
        feedback = {slug: data.pop(slug, "") for slug in ASPECTS}
        if not any(feedback.values()) and not data.get("words"):
            raise forms.ValidationError(
                "Say of at least one matter what the letter says of it."
            )
        return data | {"feedback": feedback}


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


class ProofForm(StepForm):
    """What proves that something was sent, added later: what of it is not there yet."""

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

    def __init__(self, *args, lacks=("proof", "proof_file"), **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"proof", "proof_file"} - set(lacks):
            del self.fields[name]

    def clean(self):
        data = super().clean()
        given = {"proof": data.get("proof", ""), "proof_file": data.get("proof_file")}
        if not any(given.values()) and not self.errors:
            raise forms.ValidationError("Say what proves it, or add the file.")
        return given


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
