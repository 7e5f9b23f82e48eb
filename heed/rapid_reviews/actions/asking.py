"""Agencies are asked: a link by email, and a code by telephone."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from heed import clock
from heed.cases.actions.links import (
    NEW_CODE,
    NEW_SECRETS,
    new_code,
    new_secrets,
)
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.partnership.verified import account_in, is_theirs_alone
from heed.rapid_reviews.due_days import must_lie_ahead
from heed.rapid_reviews.kept_apart import must_tell_no_address
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.theirs import must_be_theirs
from heed.rulebook import process
from heed.rulebook.agency_questions import asked_in_words


def ask_agency(
    case: Case,
    *,
    organisation,
    to_address: str,
    asked_for: str,
    due_on,
    by,
    at,
    to_name: str = "",
    scope_from=None,
    scope_to=None,
    seen: Seen | None = None,
) -> AgencyRequest:
    """Ask an organisation what it knows. It gets one email with a link and no word of
    the case; the code that opens the link is told by telephone."""
    must_lie_ahead(due_on, at=at)
    with carrying_out(process.ASK_AGENCY, case, by=by, at=at, seen=seen) as it:
        if not organisation.active_on(clock.london_date(at)):
            raise Refused(f"{organisation.name} is no longer an agency here.")
        must_tell_no_address(asked_for, it)
        request = AgencyRequest(
            **belonging_to(it),
            organisation=organisation,
            sent_at=at,
            due_on=due_on,
            to_address=to_address,
            to_name=to_name or None,
            asked_for=asked_for,
            scope_from=scope_from,
            scope_to=scope_to,
        )
        token, request.code_to_read_out = new_secrets(request, by=by, at=at)
        request.save(force_insert=True)
        send_link(request, token, by=by, at=at)
    return request


def ask_agencies(
    case: Case,
    *,
    organisations,
    asked_for: str,
    by,
    at,
    to_address: str = "",
    to_name: str = "",
    seen: Seen | None = None,
    **more,
) -> list[AgencyRequest]:
    """Ask several organisations in one go, all of them or none: each by its own email
    to its own contact, with the questions for its kind."""
    asked = []
    with transaction.atomic():
        for organisation in organisations:
            request = ask_agency(
                case,
                organisation=organisation,
                to_address=to_address or organisation.contact_address,
                to_name=to_name if to_address else organisation.contact_name,
                asked_for=asked_in_words(organisation.kind, asked_for),
                by=by,
                at=at,
                seen=seen,
                **more,
            )
            asked.append(request)
            seen = None  # one page was sent, once
    return asked


def reissue_code(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Give an agency a new code by telephone, for the link that it has. The code before
    opens nothing, and no other browser reads on."""
    with carrying_out(process.REISSUE_SECRET, request, by=by, at=at, seen=seen) as it:
        _must_still_be_answered(it)
        if clock.london_date(at) > it.expires_on:
            raise Refused(
                "The time of their link is over. Send them a new link and a new code."
            )
        it.code_to_read_out = new_code(it, by=by, at=at)
        it.save(update_fields=[*NEW_CODE, "code_to_read_out"])
    return it


def send_link_again(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Send an agency a new link, with a new code; what it had before opens nothing."""
    with carrying_out(process.SEND_LINK_AGAIN, request, by=by, at=at, seen=seen) as it:
        _must_still_be_answered(it)
        token, it.code_to_read_out = new_secrets(it, by=by, at=at)
        it.save(update_fields=[*NEW_SECRETS, "code_to_read_out"])
        send_link(it, token, by=by, at=at)
    return it


def _must_still_be_answered(request: AgencyRequest) -> None:
    if request.accepted_at:
        raise Refused(
            "Their answer is accepted. To hear more, ask for the parts that are "
            "missing."
        )
    if not request.takes_an_answer:
        raise Refused("This request is closed; a new one can be made.")


def pass_request_on(
    request: AgencyRequest,
    *,
    to_name: str,
    to_address: str,
    by,
    at,
    seen: Seen | None = None,
) -> AgencyRequest:
    """Pass a request to somebody else of the same organisation, who gets a new link
    and rings for a new code; whoever passed it on opens nothing any more."""
    with carrying_out(process.PASS_REQUEST_ON, request, by=by, at=at, seen=seen) as it:
        _must_still_be_answered(it)
        must_be_theirs(it, by)
        if clock.london_date(at) > it.expires_on:
            raise Refused(
                "The time of this link is over. Telephone the partnership and name the "
                "right person."
            )
        if it.bound_to:
            raise Refused(
                "This request was opened with its code. Telephone the partnership and "
                "name the right person."
            )
        domain = to_address.rpartition("@")[2].lower()
        if not is_theirs_alone(domain, it.organisation):
            raise Refused(
                f"It can be passed on inside {it.organisation.name} only, and {domain} "
                "is not a mail domain that we know to be yours alone. Telephone the "
                "partnership and name the right person."
            )
        it.to_name, it.to_address = to_name, to_address
        token, it.code_to_read_out = new_secrets(it, by=by, at=at)
        it.save(
            update_fields=[*NEW_SECRETS, "code_to_read_out", "to_name", "to_address"]
        )
        send_link(it, token, by=by, at=at)
    return it


def revoke_request(
    request: AgencyRequest, *, reason: str, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Take a request back: its link opens nothing from now on. The browser that had
    opened it is told so, and gets back what was typed in it."""
    with carrying_out(
        process.REVOKE_REQUEST, request, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.state, it.closed_at = AgencyRequest.State.REVOKED, at
        it.code_to_read_out = None
        it.save(update_fields=["state", "closed_at", "code_to_read_out"])
    return it


def close_requests(case: Case, *, by, at) -> None:
    """Take back every request that nobody has answered, inside the step that closes
    the case; no link of the case opens anything any more."""
    for request in AgencyRequest.objects.filter(case=case, closed_at=None):
        if request.is_open:
            answered = request.answers.exists()
            request.state = (
                AgencyRequest.State.RETURNED
                if answered
                else AgencyRequest.State.REVOKED
            )
        request.closed_at = at
        request.code_to_read_out = None
        request.save(update_fields=["state", "closed_at", "code_to_read_out"])


def require_information(
    request: AgencyRequest,
    *,
    requirement: str,
    due_on,
    by,
    at,
    seen: Seen | None = None,
) -> AgencyRequest:
    """Require in writing what an organisation was asked and has not given. It gets a
    new link; what is required stands behind it, and not in the email."""
    must_lie_ahead(due_on, at=at)
    with carrying_out(
        process.REQUIRE_INFORMATION,
        request,
        by=by,
        at=at,
        reasons=requirement,
        seen=seen,
    ) as it:
        if it.state == AgencyRequest.State.REVOKED:
            raise Refused("This request was taken back; a new one can be made.")
        must_tell_no_address(requirement, it.case)
        it.required_at, it.required_by = at, by.actor_name
        it.requirement = requirement
        it.is_due_anew(due_on)
        it.state, it.closed_at = AgencyRequest.State.ASKED, None
        it.accepted_at, it.accepted_by, it.wanted = None, "", []
        token, it.code_to_read_out = new_secrets(it, by=by, at=at)
        it.save(
            update_fields=[
                *NEW_SECRETS,
                "code_to_read_out",
                "required_at",
                "required_by",
                "requirement",
                "due_on",
                "first_due_on",
                "state",
                "closed_at",
                "accepted_at",
                "accepted_by",
                "wanted",
            ]
        )
        send_link(it, token, by=by, at=at, letter="information_required")
    return it


def send_link(
    request: AgencyRequest, token: str, *, by, at, letter="agency_asked"
) -> None:
    """Send an agency its link, in a letter without a word of the case. Who signs in
    with that address and works there may answer from that account instead."""
    on = clock.london_date(at)
    request.contact = account_in(request.organisation, request.to_address, on)
    request.save(update_fields=["contact"])
    path = reverse("answer", args=[token])
    post(
        letter,
        to=request.to_address,
        partnership=request.partnership,
        fields={
            "organisation": request.organisation.name,
            "link": f"{settings.DESK_ADDRESS}{path}",
            "due": f"{request.due_on:%-d %B %Y}",
            "number": request.reference,
        },
        once=f"agency-asked:{request.pk}:{request.link_hash[:16]}",
        about_case=request.case_id,
        by=by,
        at=at,
    )
