"""A page of one step on a case or on its rapid review."""

from heed.cases import pages as case_pages
from heed.cases.queries import case_for
from heed.rapid_reviews import queries


def step_page(request, public_id, form, action, heading, *, of_review=False, **more):
    case = case_for(request.person, public_id, at=request.at)
    subject = queries.rapid_review_or_404(case) if of_review else case
    return case_pages.step(request, form, action, subject, heading=heading, **more)
