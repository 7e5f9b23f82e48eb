"""A file that was brought in by mistake is taken out, and put back."""

from django.urls import path

from heed.cases.answering import ReasonsForm, StepForm, posted
from heed.cases.queries import row_for
from heed.chronologies import actions
from heed.chronologies.models import Coming
from heed.chronologies.pages import taken_out as pages
from heed.chronologies.pages.asking import step
from heed.partnership.policies import for_case
from heed.rulebook import process

OF_A_FILE = "chronology-files/<str:public_id>/"


@for_case
def take_out(request, public_id):
    kept = row_for(Coming, request.person, public_id, at=request.at)
    words = f"{process.TAKE_FILE_OUT.reasons}?"
    form = posted(request, ReasonsForm, words=words, shown=kept)
    how = pages.about_taking_out(request, kept)
    return step(request, form, actions.take_file_out, kept, **how)


@for_case
def put_back(request, public_id):
    kept = row_for(Coming, request.person, public_id, at=request.at)
    form = posted(request, StepForm, shown=kept)
    how = pages.about_putting_back(request, kept)
    return step(request, form, actions.put_file_back, kept, **how)


ADDRESSES = [
    path(f"{OF_A_FILE}out/", take_out, name="take_file_out"),
    path(f"{OF_A_FILE}back/", put_back, name="put_file_back"),
]
