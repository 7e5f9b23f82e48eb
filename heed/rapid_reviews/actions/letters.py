"""The letter by which the partners require information is written as Word."""

from django.db import transaction

from heed.audit.actions import record
from heed.cases.access import why_not
from heed.cases.steps import Refused
from heed.rapid_reviews.by_pseudonym import names_typed_in
from heed.rapid_reviews.kept_apart import must_tell_no_address
from heed.rapid_reviews.letters import information_letter
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook import process

MAY_WRITE = (process.REQUIRE_INFORMATION, process.ASK_AGENCY)


def write_information_letter(
    request: AgencyRequest, *, required: str, due_on, by, at
) -> bytes:
    """The draft of the letter that requires information in writing. A partner signs and
    sends it; whoever asks agencies may have it ready. It names no child and nobody of
    the family; none is written without its entry in the record."""
    refused = [why_not(step, request, by, at=at) for step in MAY_WRITE]
    if all(refused):
        raise Refused(refused[0])
    if request.state == AgencyRequest.State.REVOKED:
        raise Refused("This request was taken back; a new one can be made.")
    must_tell_no_address(required, request.case)
    if names := names_typed_in(required, request.case):
        raise Refused(
            f"A letter names no child and nobody of the family. Take out: "
            f"{', '.join(names)}. Who it is about stands behind the link."
        )
    with transaction.atomic():
        record(
            what="write_information_letter",
            by=by,
            at=at,
            subject_kind=request._meta.label,
            subject_id=request.pk,
            case_id=request.case_id,
            partnership_id=request.partnership_id,
        )
    return information_letter(request, required=required, due_on=due_on, by=by, at=at)
