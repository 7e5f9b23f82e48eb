"""Which rows of the chronology go along to the Panel is chosen."""

from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for
from heed.chronologies.pages.episodes import with_their_rows
from heed.partnership.policies import for_case
from heed.rapid_reviews import queries
from heed.rapid_reviews.actions.annex import choose_annex
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.forms.annex import AnnexForm

EXPLANATION = (
    "They stand in an annex of the paper, in Word, PDF and JSON. By pseudonym "
    "everybody in them is called by the key of names; of what few may read only a mark "
    "goes along."
)


@for_case
def annex(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    episodes = with_their_rows(request, case)
    initial = {"numbers": review.annex_rows}
    asked = {"episodes": episodes, "initial": initial, "shown": review}
    form = posted(request, AnnexForm, **asked)
    how = {"heading": "Rows of the chronology that go along to the Panel"}
    how |= {"explanation": EXPLANATION, "to": "submission"}
    return case_pages.step(request, form, choose_annex, review, **how)


ADDRESSES = [path(f"{ONE}submission/annex/", annex, name="choose_annex")]
