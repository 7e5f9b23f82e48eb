"""What the independent scrutineer says."""

from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import row_for
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms
from heed.rapid_reviews.models import ScrutinyComment
from heed.rapid_reviews.views.one_step import step_page


@for_case
def scrutiny(request, public_id):
    form = posted(request, forms.ScrutinyForm)
    more = {"pressing": "tells the partners and the manager that you have written"}
    action, heading = actions.comment_as_scrutineer, "Comment, or challenge"
    return step_page(request, public_id, form, action, heading, **more)


@for_case
def scrutiny_answer(request, public_id):
    comment = row_for(ScrutinyComment, request.person, public_id, at=request.at)
    form = posted(request, forms.ScrutinyAnswerForm, shown=comment)
    more = {"heading": "Answer the scrutineer", "explanation": comment.words}
    return case_pages.step(request, form, actions.answer_scrutineer, comment, **more)


ADDRESSES = [
    path("cases/<str:public_id>/scrutiny/", scrutiny, name="comment_on_case"),
    path("scrutiny/<str:public_id>/", scrutiny_answer, name="answer_scrutineer"),
]
