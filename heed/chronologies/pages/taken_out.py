"""The pages on which a file is taken out, and put back."""

from django.http import Http404

from heed.chronologies.models import Coming, TakenOut
from heed.chronologies.pages.asking import Said, cleared_here
from heed.chronologies.queries.taken_out import taken_out, what_would_go
from heed.rulebook import process


def about_taking_out(request, coming: Coming) -> dict:
    """What the page says on which a file is taken out; what hangs on its rows first."""
    if request.method != "POST" and taken_out(coming):
        raise Http404
    found = what_would_go(
        coming, request.person, cleared=cleared_here(request, coming.case)
    )
    return {
        "of": process.TAKE_FILE_OUT,
        "heading": f"Take file {coming.number} of {coming.chronology.told_by} out?",
        "explanation": "For a file that was brought in by mistake: of another case, of "
        "another agency, or an older one.",
        "pressing": "takes its rows out of the chronology, its copies and the papers. "
        "That the file was here, who took it out and why stays; it can be put back",
        "template": "chronologies/take_out.html",
        "context": {"coming": coming, "goes": found, "button": "Take it out"},
    }


def about_putting_back(request, coming: Coming) -> dict:
    """What the page says on which a file is put back."""
    out = taken_out(coming)
    if request.method != "POST" and out is None:
        raise Http404
    return {
        "of": process.PUT_FILE_BACK,
        "heading": f"Put file {coming.number} of {coming.chronology.told_by} back?",
        "explanation": "All of its rows are told again under their numbers, with what "
        "was noted and marked on them.",
        "context": {"button": "Put it back"},
    }


def said_of(out: TakenOut | None, say: Said) -> dict:
    """What the page of a file says of its having been taken out."""
    if out is None:
        return {}
    on = f"{out.taken_out_at:%-d %B %Y}"
    return {
        "out": f"Taken out on {on} by {out.taken_out_by}",
        "out_rows": out.rows_out,
        "out_why": say(out.why),
    }
