"""The pages of what runs beside a case, and of what is on hold."""

from django.shortcuts import render

from heed.cases import actions, beside_forms, beside_pages, pages, queries
from heed.cases.answering import posted
from heed.cases.models import Hold, ParallelProcess
from heed.partnership.policies import for_case
from heed.rulebook import process as table

HERE = {"to": "beside_case"}


@for_case
def beside_case(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    return render(request, "cases/beside.html", beside_pages.of_beside(request, found))


@for_case
def note_process(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    may_hold = beside_pages.may_hold(found, request.person, at=request.at)
    said = beside_pages.chosen_of_said(found, request.GET.get("said", ""))
    more = {"may_hold": may_hold, "initial": said.initial if said else {}}
    form = posted(request, beside_forms.ProcessForm, **more)
    how = {"heading": table.NOTE_PROCESS.name} | HERE
    how["explanation"] = f"It was said: {said.what}." if said else ""
    return pages.step(request, form, actions.note_process, found, **how)


@for_case
def process(request, public_id):
    kept = queries.row_for(ParallelProcess, request.person, public_id, at=request.at)
    initial = beside_pages.as_it_stands(kept)
    form = posted(request, beside_forms.ProcessNowForm, initial=initial, shown=kept)
    how = {"heading": f"{kept.get_kind_display()}: how it stands now"} | HERE
    asks = {"explanation": kept.asks}
    return pages.step(request, form, actions.amend_process, kept, **how, **asks)


@for_case
def end_process(request, public_id):
    kept = queries.row_for(ParallelProcess, request.person, public_id, at=request.at)
    form = posted(request, beside_forms.ProcessOverForm, shown=kept)
    how = {"heading": f"{kept.get_kind_display()}: it is over"} | HERE
    stays = {"explanation": "What is on hold stays so until somebody lets it go on."}
    return pages.step(request, form, actions.end_process, kept, **how, **stays)


@for_case
def set_hold(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    form = posted(request, beside_forms.HoldForm)
    action, heading = actions.set_hold, table.SET_HOLD.name
    return pages.step(request, form, action, found, heading=heading, **HERE)


@for_case
def hold(request, public_id):
    kept = queries.row_for(Hold, request.person, public_id, at=request.at)
    initial = {"reason": kept.reason, "review_on": kept.review_on}
    form = posted(request, beside_forms.LookAgainForm, initial=initial, shown=kept)
    how = {"heading": f"On hold: {kept.get_blocks_display()}"} | HERE
    return pages.step(request, form, actions.look_again_at_hold, kept, **how)


@for_case
def lift_hold(request, public_id):
    kept = queries.row_for(Hold, request.person, public_id, at=request.at)
    form = posted(request, beside_forms.LiftForm, shown=kept)
    how = {"heading": f"Let go on: {kept.get_blocks_display()}"} | HERE
    was = {"explanation": f"It was on hold because: {kept.reason}"}
    return pages.step(request, form, actions.lift_hold, kept, **how, **was)
