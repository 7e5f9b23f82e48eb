"""What the case page shows of a rapid review, and the pack that goes to the Panel."""

from heed.rapid_reviews import queries
from heed.rulebook.outcomes import label


def is_opened(case) -> bool:
    return queries.rapid_review_of(case) is not None


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
    return {
        "requests": requests,
        "answered": sum(request.has_answered for request in requests),
        "waiting": [r for r in requests if r.code_to_read_out and r.is_open],
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
        "proposed": label(found.proposed_outcome) if found.proposed_outcome else "",
        "decided": label(found.decided_outcome) if found.decided_outcome else "",
        "submissions": queries.submissions_of(case),
        "letters": [
            (letter, label(letter.answer)) for letter in queries.panel_letters_of(case)
        ],
        "told": queries.told_in(case),
    }
