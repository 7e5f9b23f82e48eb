"""What is asked when a case is shared with another area."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.cases.models import ShareDeclaration
from heed.partnership.models import Partnership
from heed.rulebook.process import SHARE_CASE
from heed.rulebook.sharing import LEADS, PARTS
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Checkboxes

OUTSIDE_NEEDS = {
    "outside_name": "Choose an area, or say what the other area is called",
    "contact": "Say whom to ask in the other area",
}


class ShareForm(StepForm):
    """Which area, who leads, and what both agreed that it sees."""

    other_area = forms.ModelChoiceField(
        label="Which area?",
        queryset=Partnership.objects.none(),
        widget=forms.RadioSelect,
        empty_label="An area that does not use this Heed, named below",
        required=False,
        blank=True,
    )
    outside_name = forms.CharField(
        label="If it does not use this Heed: what is the area called?",
        max_length=200,
        required=False,
    )
    contact = forms.CharField(
        label="Whom do you ask there?",
        help_text="Name, work, telephone and email. Heed writes nothing to them: you "
        "send them a sheet of what was agreed.",
        widget=LONG,
        required=False,
    )
    leads = forms.ChoiceField(
        label="Which area leads?",
        help_text="Where it happened in one area of England to a child of another, the "
        "area of the incident leads, and the home area works with it.",
        choices=list(LEADS.items()),
        widget=forms.RadioSelect,
    )
    parts = forms.MultipleChoiceField(
        label="What did both agree that the other area sees?",
        choices=list(PARTS.items()),
        widget=Checkboxes,
    )
    agreed_on = DatePartsField(label="When was it agreed?", subject="The day")
    words = forms.CharField(label=f"{SHARE_CASE.reasons}?", widget=LONG)

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other_area"].queryset = areas

    def clean(self):
        data = super().clean()
        if "other_area" not in self.errors and not data.get("other_area"):
            for name, lacks in OUTSIDE_NEEDS.items():
                if not data.get(name):
                    self.add_error(name, lacks)
        return data


class ShareDeclarationForm(StepForm):
    """Asked of somebody of the other area before they see anything."""

    answer = forms.ChoiceField(
        label="Do you have, or might others think you have, an interest in this case?",
        help_text="Whoever has one, or is not sure, does not see it; somebody else of "
        "your area does.",
        choices=ShareDeclaration.Answer.choices,
        widget=forms.RadioSelect,
    )


class NoteForm(StepForm):
    """What one area writes to the other."""

    words = forms.CharField(label="What do you write to the other area?", widget=LONG)


class OutsideNoteForm(StepForm):
    """What an area wrote that is not in this installation, or what was written to it:
    it is written down here, and goes with the next sheet."""

    theirs = forms.ChoiceField(
        label="Who wrote it?",
        choices=[("", "We did"), ("yes", "The other area did")],
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(label="What was written?", widget=LONG)

    @property
    def answers(self) -> dict:
        return super().answers | {"theirs": bool(self.cleaned_data["theirs"])}
