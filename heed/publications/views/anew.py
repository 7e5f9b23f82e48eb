"""What was opened from a search before the last one."""

from functools import wraps

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.queries import row_for
from heed.publications import pages
from heed.publications.models import Scan

TYPED = ("why", "words", "reasons", "legal_advice")


def of_the_last_search(view):
    """It is answered of the last search, where it was found again in the same sentence;
    whoever only opens it, or has read another sentence, is led there."""

    @wraps(view)
    def shown(request, public_id, **which):
        scan = row_for(Scan, request.person, public_id, at=request.at)
        now = pages.searched_anew(scan, which["number"]) if which else None
        if now is None:
            return view(request, public_id, **which)
        if request.method == "POST" and now.is_as_it_read:
            return view(request, now.scan.public_id, number=now.number)
        return _led(request, scan, now)

    return shown


def _led(request, scan, now):
    """That it was searched anew, and where the finding is; what was typed stays to be
    copied."""
    case_pages.note_read(request, scan.case, "read_findings", scan)
    context = case_pages.banner(request, scan.case) | {"now": now, "scan": scan}
    context["typed"] = [request.POST[n] for n in TYPED if request.POST.get(n)]
    return render(request, "publications/searched_anew.html", context)
