"""The rapid review is opened and written."""

from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, posted
from heed.cases.queries import case_for
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.views.one_step import step_page


@for_case
def open_one(request, public_id):
    form = posted(request, NothingMore)
    action, heading = actions.open_rapid_review, "Open the rapid review"
    telling = (
        "opens it, and tells the three partners, the group and the independent "
        "scrutineer, by email with the reference alone"
    )
    return step_page(request, public_id, form, action, heading, pressing=telling)


@for_case
def open_local(request, public_id):
    form = posted(request, ReasonForm)
    heading = "Open a rapid review that no statute asks for"
    return step_page(request, public_id, form, actions.open_local_rapid_review, heading)


@for_case
def parts(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    context = case_pages.banner(request, case) | {
        "parts": queries.parts_to_write(review),
        "missing": queries.missing_parts(review),
    }
    return render(request, "rapid_reviews/parts.html", context)


@for_case
def part(request, public_id, part):
    case = case_for(request.person, public_id, at=request.at)
    review, wanted = queries.rapid_review_or_404(case), queries.part_or_404(part)
    initial = {"words": pages.words_of_part(review, part)}
    shown = queries.part_now(review, part)
    form = posted(request, forms.PartForm, initial=initial, shown=shown)

    def write(subject, **said):
        return actions.write_part(subject, part=part, **said)

    from_screen = request.GET.get("from") == "screen"
    to = "meeting_screen" if from_screen else "rapid_review_parts"
    more = {"to": to, "explanation": wanted.tells}
    return case_pages.step(request, form, write, review, heading=wanted.title, **more)


ADDRESSES = [
    path(f"{ONE}open/", open_one, name="open_rapid_review"),
    path(f"{ONE}open-local/", open_local, name="open_local_rapid_review"),
    path(ONE, parts, name="rapid_review_parts"),
    path(f"{ONE}parts/<slug:part>/", part, name="rapid_review_part"),
]
