"""What the case page shows of a rapid review, and the pack that goes to the Panel."""

from django.shortcuts import redirect, render

from heed.cases.answering import attempt
from heed.cases.queries import steps_open_to
from heed.rapid_reviews import actions, forms, queries
from heed.rulebook import process
from heed.rulebook.outcomes import label


def is_opened(case) -> bool:
    return queries.rapid_review_of(case) is not None


def is_undecided(case) -> bool:
    """Whether a rapid review is open whose first decision is still to come."""
    found = queries.rapid_review_of(case)
    return found is not None and not found.decided_outcome


def is_decided(case) -> bool:
    """Whether the three partners have decided, and may decide again."""
    found = queries.rapid_review_of(case)
    return found is not None and bool(found.decided_outcome)


def ends_without_review(case) -> bool:
    """Whether the three partners decided on something other than a local review."""
    found = queries.rapid_review_of(case)
    ways = process.CLOSE_WITHOUT_REVIEW.outcomes
    return found is not None and found.decided_outcome in ways


def proposal_form(review):
    """What is asked of a decision: after the Panel's letter, the reply to it too."""
    answered = queries.panel_letters_of(review.case)
    return forms.ReconsideredForm if answered else forms.ProposalForm


def proposal_heading(review) -> str:
    """What the page says on which a decision is put before the partners."""
    again = " again" if review.decided_outcome else ""
    return f"Put a decision before the partners{again}"


def was_sent(case) -> bool:
    return bool(queries.submissions_of(case))


def decision_waits(case) -> bool:
    """Whether a decision waits for partners to confirm it."""
    found = queries.rapid_review_of(case)
    if found is None or not found.proposed_outcome:
        return False
    return not all(row["given"] for row in queries.confirmations_of(found))


def who_panel(case, person, at) -> dict | None:
    """Who was asked, who has answered, who knows nothing, who has not answered."""
    requests = queries.requests_of(case)
    if not requests and not is_opened(case):
        return None
    can = steps_open_to(person, case, at=at)
    tells = requests if "reissue_secret" in can else []
    return {
        "requests": requests,
        "answered": sum(request.has_answered for request in requests),
        "waiting": [r for r in tells if r.code_to_read_out and r.takes_an_answer],
        "can": can,
    }


def review_panel(case, person, at) -> dict | None:
    """Parts, meetings, decision, submission and the Panel's answer."""
    found = queries.rapid_review_of(case)
    if found is None:
        return None
    return {
        "review": found,
        "missing": queries.missing_parts(found),
        "meetings": queries.meetings_of(case),
        "confirmations": queries.confirmations_of(found),
        "views": queries.views_on_review(case),
        "views_sealed": queries.views_are_sealed(case),
        "proposed": label(found.proposed_outcome) if found.proposed_outcome else "",
        "decided": label(found.decided_outcome) if found.decided_outcome else "",
        "submissions": queries.submissions_of(case),
        "letters": [
            (letter, label(letter.answer)) for letter in queries.panel_letters_of(case)
        ],
        "told": queries.told_in(case),
        "can": steps_open_to(person, case, at=at),
    }


def scrutiny_panel(case, person, at) -> dict | None:
    """What the scrutineer said, and what was answered."""
    comments = queries.scrutiny_of(case)
    if not comments:
        return None
    can = steps_open_to(person, case, at=at)
    return {"comments": comments, "may_answer": "answer_scrutineer" in can}


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
