"""Pictures that came with a referral or an email, made anew: they are shown, and are
never what was sent."""

from django.http import Http404, HttpResponse

from heed.correspondence.queries import mailboxes_of, unplaced_email_at
from heed.documents.queries import document_of
from heed.partnership.policies import for_case
from heed.referrals import actions, queries, rendition, showing
from heed.rulebook.roles import BUSINESS_UNIT


@for_case
def of_referral(request, public_id, file):
    found = queries.received_for(request.person, public_id, at=request.at)
    unit = queries.is_business_unit(request.person, found.partnership, at=request.at)
    document = queries.paper_of_referral(found, file, with_emails=unit)
    if not rendition.shows_pictures(request, found):
        raise Http404
    return _shown(request, document, case_id=found.case_id)


@for_case(*BUSINESS_UNIT)
def of_email(request, public_id, file):
    here = mailboxes_of(request.person, at=request.at)
    return _shown(request, document_of(unplaced_email_at(here, public_id), file))


def _shown(request, document, *, case_id=None):
    if not showing.is_picture(document):
        raise Http404
    by = {"by": request.person, "at": request.at}
    made = actions.show_picture(document, case_id=case_id, **by).picture
    if made is None:
        raise Http404
    answer = HttpResponse(made.data, content_type=f"image/{made.kind}")
    answer["Content-Disposition"] = "inline"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
