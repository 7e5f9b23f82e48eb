"""What several pages of a rapid review ask and show."""

from django.shortcuts import redirect, render

from heed.cases.answering import attempt
from heed.rapid_reviews import actions, forms, queries


def is_opened(case) -> bool:
    """Whether the rapid review of a case is open."""
    return queries.rapid_review_of(case) is not None


OPENING_VIEWS = {
    "explanation": "First views are sealed so that no body’s view leans on another’s. "
    "If you open them, all on the list of the case read them, and your reason.",
    "pressing": "opens the views that were given, for good, and asks the partners and "
    "the coordinators to look, by email without a word of it",
}


def proposal_form(review):
    """What is asked of a decision: after the Panel's letter, the reply to it too."""
    answered = queries.panel_letters_of(review.case)
    return forms.ReconsideredForm if answered else forms.ProposalForm


def proposal_heading(review) -> str:
    """What the page says on which a decision is put before the partners."""
    again = " again" if review.decided_outcome else ""
    return f"Put a decision before the partners{again}"


def own_request(request, form, asked):
    """What one's own organisation was asked and answered, to be signed off."""
    if form.is_valid() and attempt(
        form, actions.sign_off_answer, asked, by=request.person, at=request.at
    ):
        return redirect("own_request", asked.public_id)
    context = {
        "form": form,
        "asked": asked,
        "answer": queries.latest_answer(asked),
        "earlier": asked.answers.count() - 1,
    }
    return render(request, "rapid_reviews/own_request.html", context)
