"""What somebody of another area is shown of a shared case."""

from django.shortcuts import redirect, render

from heed.cases import actions, pages, sharing
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.cases.leading import who_leads
from heed.cases.sharing_sheet import sheets_of
from heed.rulebook.process import WRITE_SHARE_SHEET


def shared(request, form, share):
    """What was agreed, as it is now, and what the areas wrote to each other. Opening it
    is a reading."""
    person, at = request.person, request.at
    pages.note_read(request, share.case, "read_shared_case", share)
    if form.is_valid() and attempt(
        form, actions.write_to_other_area, share, by=person, at=at
    ):
        return redirect("shared_case", share.public_id)
    context = {
        "share": share,
        "case": share.case,
        "form": form,
        "lead": who_leads(share.case),
        "parts": sharing.what_is_shared(share, at=at),
        "notes": sharing.notes_of(share),
        "ways": sharing.ways_on_from(share, person, at=at),
        "sheets": sheets_of(share) if (may := _may_write(share, person, at)) else [],
        "may_write_sheet": may,
    }
    return render(request, "cases/shared_case.html", context)


def _may_write(share, person, at) -> bool:
    return why_not(WRITE_SHARE_SHEET, share.case, person, at=at) is None


def declaration(request, form, share):
    """Asked of somebody of the other area before they see anything of it."""
    if form.is_valid() and attempt(
        form, actions.declare_on_share, share, by=request.person, at=request.at
    ):
        reads = sharing.reads_share(request.person, share, at=request.at)
        return redirect(*(["shared_case", share.public_id] if reads else ["home"]))
    context = {"share": share, "form": form}
    return render(request, "cases/declare_on_share.html", context)
