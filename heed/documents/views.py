"""A file, handed over as it was sent."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from heed.documents.actions import may_open, open_document, open_kept_aside
from heed.documents.models import Quarantine
from heed.documents.queries import document_at, stands_at
from heed.partnership.policies import for_signed_in
from heed.partnership.queries import units_of


@for_signed_in
def original(request, public_id):
    document = document_at(public_id)
    if document.quarantine == Quarantine.REFUSED:
        return _kept_aside(request, document)
    return _handed_over(document, open_document, request)


def _kept_aside(request, document):
    """What cannot be read safely opens for the business unit, after a second press."""
    person, at = request.person, request.at
    here = units_of(person, at=at).filter(pk=document.partnership_id)
    if not here.exists() or not may_open(document, by=person, at=at):
        raise Http404
    if request.method != "POST":
        context = {"file": document, "came_with": stands_at(document)}
        return render(request, "documents/kept_aside.html", context)
    return _handed_over(document, open_kept_aside, request)


def _handed_over(document, opened, request):
    content = opened(document, by=request.person, at=request.at)
    answer = HttpResponse(b"".join(content), content_type="application/octet-stream")
    answer["Content-Disposition"] = (
        f'attachment; filename="{document.public_id}.{document.kind}"'
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
