"""The rows of the chronology on which the rapid review rests."""

from django.http import Http404
from django.urls import path

from heed.cases.answering import posted
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions.findings import rest_on_rows
from heed.chronologies.forms.episodes import RestsForm
from heed.chronologies.pages.asking import cleared_here, step
from heed.chronologies.pages.episodes import known_in
from heed.chronologies.queries.findings import rests_in
from heed.partnership.policies import for_case
from heed.rapid_reviews import forms, queries
from heed.rapid_reviews.actions.resting import say_which_is_marked
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.models import Episode
from heed.rapid_reviews.resting import KIND, TITLES
from heed.rulebook import process

TAKES = {"of": process.LINK_FINDING, "to": "meeting_screen"}


@for_case
def rows_of_part(request, public_id, part):
    case = case_for(request.person, public_id, at=request.at)
    queries.rapid_review_or_404(case)
    if part not in TITLES:
        raise Http404
    now = _rows(request, case, part)
    form = posted(request, RestsForm, initial={"rows": now, "were": now})

    def rest(subject, **said):
        rest_on_rows(subject, kind=KIND, finding=part, **said)

    how = TAKES | {"heading": f"{TITLES[part]}: on which rows does it rest?"}
    return step(request, form, rest, case, **how)


def _rows(request, case, part: str) -> str:
    rests = rests_in(case, KIND, cleared=cleared_here(request, case))
    return rests[part].numbers if part in rests else ""


@for_case
def marked_of_episode(request, public_id):
    kept = row_for(Episode, request.person, public_id, at=request.at)
    known = known_in(request, kept.case)
    initial = {"marked": kept.marked and kept.marked.public_id}
    how = {"known": known, "initial": initial, "shown": kept}
    form = posted(request, forms.MarkedForm, **how)
    heading = f"Which rows of the chronology tell episode {kept.place}?"
    return step(request, form, say_which_is_marked, kept, **TAKES, heading=heading)


ADDRESSES = [
    path(f"{ONE}parts/<slug:part>/rows/", rows_of_part, name="rows_of_part"),
    path("episodes/<str:public_id>/rows/", marked_of_episode, name="marked_of_episode"),
]
