"""What the three partners are asked."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.rapid_reviews.models import Confirmation, RapidReview, ViewOnReview
from heed.rulebook.outcomes import ReviewDecision, label
from heed.ui.fields import DatePartsField


def labelled(outcomes):
    return [(outcome.value, label(outcome)) for outcome in outcomes]


class ProposalForm(StepForm):
    """A decision put before the three partners."""

    outcome = forms.ChoiceField(
        label="Which decision is proposed?",
        widget=forms.RadioSelect,
        choices=labelled(ReviewDecision),
    )
    reasons = forms.CharField(label="Why?", widget=LONG)
    national_view = forms.ChoiceField(
        label="Is a national review right?",
        widget=forms.RadioSelect,
        choices=RapidReview.NationalView.choices,
    )
    national_reasons = forms.CharField(label="Why, or why not?", widget=SHORT)
    decided_on = DatePartsField(
        label="On which day did the three decide?",
        subject="The day of deciding",
        help_text="Only where they decided together, at a meeting for example. Each of "
        "them confirms this day too, and the six months of a local review run from it. "
        "Leave it empty, and the decision is of the day of the third answer.",
        required=False,
    )

    def says_now(self, current) -> dict:
        return {
            "reasons": current.proposed_reasons,
            "national_reasons": current.national_reasons,
        }


class ReconsideredForm(ProposalForm):
    """A decision put before the three partners again. The one that stands may stand."""

    reasons = forms.CharField(
        label="Why? This is the reply to the Panel, whichever way you decide",
        widget=LONG,
    )


class ConfirmationForm(StepForm):
    """One partner's own answer to the decision."""

    answer = forms.ChoiceField(
        label="For your body",
        widget=forms.RadioSelect,
        choices=Confirmation.Answer.choices,
    )
    reasons = forms.CharField(label="Your reasons, or your dissent", widget=LONG)


class ViewForm(StepForm):
    """One body's view on whether to hold a review."""

    view = forms.ChoiceField(
        label="What does your body think?",
        widget=forms.RadioSelect,
        choices=ViewOnReview.VIEWS,
    )
    reasons = forms.CharField(
        label="Your view on each matter to weigh, and why", widget=LONG
    )
