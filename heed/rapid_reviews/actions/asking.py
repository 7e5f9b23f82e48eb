"""Agencies are asked: a link by email, and a code by telephone."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook import process
from heed.vault.codes import a_code, a_link, hashed_code, hashed_link

LINK_LASTS = timedelta(days=28)


def ask_agency(
    case: Case,
    *,
    organisation,
    to_address: str,
    asked_for: str,
    due_on,
    by,
    at,
    seen: Seen | None = None,
) -> AgencyRequest:
    """Ask an organisation what it knows. It gets one email with a link and no word of
    the case; the code that opens the link is told by telephone."""
    with carrying_out(process.ASK_AGENCY, case, by=by, at=at, seen=seen) as it:
        if not organisation.active_on(clock.london_date(at)):
            raise Refused(f"{organisation.name} is no longer an agency here.")
        token, code = a_link(), a_code()
        request = AgencyRequest.objects.create(
            **belonging_to(it),
            organisation=organisation,
            sent_at=at,
            due_on=due_on,
            expires_on=clock.london_date(at) + LINK_LASTS,
            link_hash=hashed_link(token),
            code_hash=hashed_code(code),
            to_address=to_address,
            asked_for=asked_for,
            code_to_read_out=code,
        )
        _send_link(request, token, by=by, at=at)
    return request


def reissue_code(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Give an agency a new link and a new code; what it had before opens nothing."""
    with carrying_out(process.REISSUE_SECRET, request, by=by, at=at, seen=seen) as it:
        if not it.is_open:
            raise Refused("This request is closed; a new one can be made.")
        token, code = a_link(), a_code()
        it.link_hash, it.code_hash = hashed_link(token), hashed_code(code)
        it.code_to_read_out, it.code_tries, it.bound_to = code, 0, ""
        it.expires_on = clock.london_date(at) + LINK_LASTS
        it.save(
            update_fields=[
                "link_hash",
                "code_hash",
                "code_to_read_out",
                "code_tries",
                "bound_to",
                "expires_on",
            ]
        )
        _send_link(it, token, by=by, at=at)
    return it


def revoke_request(
    request: AgencyRequest, *, reason: str, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Take a request back: its link opens nothing from now on."""
    with carrying_out(
        process.REVOKE_REQUEST, request, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.state, it.closed_at = AgencyRequest.State.REVOKED, at
        it.bound_to, it.code_to_read_out = "", None
        it.save(update_fields=["state", "closed_at", "bound_to", "code_to_read_out"])
    return it


def _send_link(request: AgencyRequest, token: str, *, by, at) -> None:
    path = reverse("answer", args=[token])
    post(
        "agency_asked",
        to=request.to_address,
        partnership=request.partnership,
        fields={
            "organisation": request.organisation.name,
            "link": f"{settings.DESK_ADDRESS}{path}",
            "due": f"{request.due_on:%-d %B %Y}",
        },
        once=f"agency-asked:{request.pk}:{request.link_hash[:16]}",
        by=by,
        at=at,
    )
