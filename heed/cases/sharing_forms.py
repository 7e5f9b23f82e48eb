"""What is asked when a case is shared with another area."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.cases.models import ShareDeclaration
from heed.partnership.models import Partnership
from heed.rulebook.process import SHARE_CASE
from heed.rulebook.sharing import LEADS, PARTS
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Checkboxes


class ShareForm(StepForm):
    """Which area, who leads, and what both agreed that it sees."""

    other_area = forms.ModelChoiceField(
        label="Which area?",
        queryset=Partnership.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
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
