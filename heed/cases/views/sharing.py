"""The pages of a case that two areas work on."""

from django.shortcuts import redirect, render

from heed.cases import actions, pages, queries, sharing, sharing_forms, sharing_pages
from heed.cases.answering import NothingMore, ReasonForm, posted
from heed.cases.models import CaseShare
from heed.partnership.policies import for_case, for_roles
from heed.partnership.queries import other_partnerships
from heed.rulebook import process as table
from heed.rulebook.sharing import READS_WHAT_IS_SHARED


@for_case
def share_case(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    areas = other_partnerships(found.partnership)
    form = posted(request, sharing_forms.ShareForm, areas=areas)
    how = {"heading": table.SHARE_CASE.name, "to": "beside_case"}
    how["pressing"] = (
        "opens to the other area what you tick, and nothing else, and tells its "
        "manager and partners by email, with the reference alone"
    )
    return pages.step(request, form, actions.share_case, found, **how)


@for_case
def end_share(request, public_id):
    kept = queries.row_for(CaseShare, request.person, public_id, at=request.at)
    found = queries.case_for(request.person, kept.case.public_id, at=request.at)
    form = posted(request, ReasonForm, shown=found)

    def end(case, **said):
        return actions.end_share(case, share=kept, **said)

    how = {"heading": f"End what is shared with {kept.area_name}", "to": "beside_case"}
    return pages.step(request, form, end, found, **how)


@for_roles(*READS_WHAT_IS_SHARED)
def shared_cases(request):
    shares = sharing.shared_with(request.person, at=request.at)
    return render(request, "cases/shared_cases.html", {"shares": shares})


@for_case
def shared_case(request, public_id):
    kept = queries.row_for(CaseShare, request.person, public_id, at=request.at)
    if not sharing.reads_share(request.person, kept, at=request.at):
        return redirect("declare_on_share", kept.public_id)
    inside = kept.other_area_id is not None
    asked = sharing_forms.NoteForm if inside else sharing_forms.OutsideNoteForm
    form = posted(request, asked)
    return sharing_pages.shared(request, form, kept)


@for_case
def write_share_sheet(request, public_id):
    kept = queries.row_for(CaseShare, request.person, public_id, at=request.at)
    found = queries.case_for(request.person, kept.case.public_id, at=request.at)
    form = posted(request, NothingMore)
    how = {"heading": table.WRITE_SHARE_SHEET.name, "to": "beside_case"}
    how["pressing"] = "keeps the sheet with the case, for you to open and send"
    how["explanation"] = f"For {kept.area_name}: what both agreed, as it is now."
    how["context"] = {"case": found}
    return pages.step(request, form, actions.write_share_sheet, kept, **how)


@for_case
def declare_on_share(request, public_id):
    kept = queries.row_for(CaseShare, request.person, public_id, at=request.at)
    form = posted(request, sharing_forms.ShareDeclarationForm)
    return sharing_pages.declaration(request, form, kept)
