"""A file, handed over as it was sent."""

from django.http import HttpResponse

from heed.documents.actions import open_document
from heed.documents.queries import document_at
from heed.partnership.policies import for_signed_in


@for_signed_in
def original(request, public_id):
    document = document_at(public_id)
    content = open_document(document, by=request.person, at=request.at)
    answer = HttpResponse(b"".join(content), content_type="application/octet-stream")
    answer["Content-Disposition"] = (
        f'attachment; filename="{document.public_id}.{document.kind}"'
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
