"""Waiting and looking again, going out by itself, under several names, and the texts
that stand beside a report."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonsForm, posted
from heed.cases.models import CaseShare
from heed.cases.queries import case_for, row_for
from heed.cases.sharing import reads_share
from heed.partnership.policies import for_case, shown_afresh
from heed.publications import actions, forms
from heed.publications.joining import (
    areas_answered_for,
    areas_of,
    by_seat,
    joining_on,
)
from heed.publications.kinds import WRITTEN_HERE
from heed.publications.models import Paper
from heed.publications.pages import states as pages
from heed.publications.pages.texts import to_mark, to_write
from heed.publications.views.addresses import ONE, WRITES
from heed.publications.views.before import not_material
from heed.publications.views.findings import approve

BY_ITSELF = (
    "lets everything go out by itself at that moment if nothing is open then, and "
    "tells the partners; if something is, nothing goes out and you are told"
)
ANSWERS = (
    "records it for your body in your area; it stands when the partners of both areas "
    "have decided for it"
)
PUTS_IT = (
    "puts it before the partners of both areas, with your answer, and tells the other "
    "area’s by email, with the reference alone"
)


@for_case
def look_again(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.LookAgainForm, shown=case)
    action, heading = actions.look_again_at_deferral, "Why publication still waits"
    more = {"pressing": "records it; it is looked at again in a month"}
    return case_pages.step(request, form, action, case, heading=heading, **more)


@shown_afresh
@for_case
def arrange(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=case)
    more = {"heading": "Let it be published by itself", "pressing": BY_ITSELF}
    more["explanation"] = pages.moment_in_words(case)
    return case_pages.step(request, form, actions.arrange_release, case, **more)


@for_case
def take_back(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, ReasonsForm, shown=case)
    more = {"heading": "Do not let it be published by itself"}
    more["pressing"] = "takes it back: nothing goes out until somebody publishes it"
    return case_pages.step(request, form, actions.take_back_release, case, **more)


@for_case
def jointly(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.JointForm, shares=pages.shares_to_join(case))
    more = {"heading": "Publish it together with another area", "pressing": PUTS_IT}
    more |= {"template": "publications/jointly.html", "context": pages.of_joint(case)}
    action = actions.propose_joint_publication
    return case_pages.step(request, form, action, case, **more)


@for_case
def end_joint(request, public_id):
    share = row_for(CaseShare, request.person, public_id, at=request.at)
    case = case_for(request.person, share.case.public_id, at=request.at)
    form = posted(request, ReasonsForm, shown=case)
    action = partial(actions.end_joint_publication, share=share)
    more = {"heading": f"Publish it without {share.area_name}"}
    more["explanation"] = "It then goes out under the name of your partnership alone."
    return case_pages.step(request, form, action, case, **more)


@for_case
def answer_on_joint(request, public_id):
    share = row_for(CaseShare, request.person, public_id, at=request.at)
    joining = joining_on(share)
    if joining is None or not reads_share(request.person, share, at=request.at):
        raise Http404
    case_pages.note_read(request, share.case, "read_shared_case", share)
    asked = areas_answered_for(request.person, joining, at=request.at)
    form = posted(request, forms.JointAnswerForm, areas=asked)
    areas = [(area, by_seat(joining, area)) for area in areas_of(joining)]
    return pages.answered(request, form, share, areas=areas, is_asked=bool(asked))


@for_case
def beside(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    return render(
        request, "publications/texts_beside.html", pages.of_beside(request, case)
    )


@for_case
def write(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    if kind not in WRITTEN_HERE:
        raise Http404
    form = posted(request, forms.TextForm, **to_write(case, kind))
    action = partial(actions.write_beside, kind=kind)
    more = {"heading": Paper.Kind(kind).label, "explanation": pages.way_of(case)}
    more["pressing"] = WRITES
    return case_pages.step(request, form, action, case, **more)


@for_case
def mark(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    if kind not in WRITTEN_HERE:
        raise Http404
    form = posted(request, forms.MarksForm, **to_mark(case, kind))
    action = partial(actions.mark_text, kind=kind)
    more = {"heading": f"Tables and headings: {Paper.Kind(kind).label}"}
    said = pages.MARKED if form.asked else pages.NOTHING_TO_MARK
    more |= {"explanation": said, "to": "texts_beside", "pressing": WRITES}
    return case_pages.step(request, form, action, case, **more)


@for_case
def correction(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.CorrectionForm, **pages.to_correct(case, kind))
    action = partial(actions.say_what_was_corrected, kind=kind)
    more = {"heading": "What is corrected, in words for the public"}
    more |= {"explanation": pages.SAID_TO_READERS, "pressing": WRITES}
    return case_pages.step(request, form, action, case, **more)


ADDRESSES = [
    path(f"{ONE}look-again/", look_again, name="look_again_at_deferral"),
    path(f"{ONE}by-itself/", arrange, name="arrange_release"),
    path(f"{ONE}by-itself/back/", take_back, name="take_back_release"),
    path(f"{ONE}jointly/", jointly, name="joint_publication"),
    path("shared/<str:public_id>/jointly/", answer_on_joint, name="answer_on_joint"),
    path("shared/<str:public_id>/alone/", end_joint, name="end_joint_publication"),
    path(f"{ONE}beside/", beside, name="texts_beside"),
    path(f"{ONE}beside/<slug:kind>/", write, name="write_text"),
    path(f"{ONE}beside/<slug:kind>/tables/", mark, name="mark_text"),
    path(f"{ONE}beside/<slug:kind>/approve/", approve, name="approve_text"),
    path(f"{ONE}beside/<slug:kind>/changed/", not_material, name="text_not_material"),
    path(f"{ONE}beside/<slug:kind>/corrected/", correction, name="correct_text"),
]
