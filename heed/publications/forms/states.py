"""What is asked of waiting, of publishing jointly, and of a correction."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.publications.forms.deciding import AnswerForm
from heed.ui.fields import DatePartsField

SEVERAL = 2


class LookAgainForm(StepForm):
    """Why publication still waits."""

    reasons = forms.CharField(
        label="What still stands in its way, and what is done with the learning now?",
        widget=LONG,
    )
    expected_on = DatePartsField(
        label="When do you expect to publish now?",
        subject="The day expected",
        required=False,
    )


class JointForm(StepForm):
    """With which area it is published together."""

    share = forms.TypedChoiceField(
        label="With which area?",
        widget=forms.RadioSelect,
        help_text="An area of this installation that the case is shared with.",
    )
    reasons = forms.CharField(label="Why do both areas publish it?", widget=LONG)

    def __init__(self, *args, shares, **kwargs):
        super().__init__(*args, **kwargs)
        named = {share.public_id: share for share in shares}
        self.fields["share"].choices = [(s.public_id, s.area_name) for s in shares]
        self.fields["share"].coerce = named.__getitem__


class JointAnswerForm(AnswerForm):
    """One partner's answer in its own area; who sits in both says for which."""

    area = forms.TypedChoiceField(
        label="For which area do you answer?", widget=forms.RadioSelect
    )

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        if len(areas) < SEVERAL:
            del self.fields["area"]
            return
        named = {area.slug: area for area in areas}
        self.fields["area"].choices = [(a.slug, a.name) for a in areas]
        self.fields["area"].coerce = named.__getitem__
        self.order_fields(["area"])


class CorrectionForm(StepForm):
    """What a reader is told of a correction."""

    words = forms.CharField(
        label="What is corrected?",
        help_text="For example: the number of visits in part 2 is four, not five.",
        widget=SHORT,
        max_length=1_000,
    )

    def says_now(self, current):
        return current.says
