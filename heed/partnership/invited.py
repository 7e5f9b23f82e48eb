"""An invitation whose code has been told, kept in the session until it is taken up."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core.exceptions import ImmediateHttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from heed.partnership.actions import accept_invitation
from heed.partnership.models import Invitation
from heed.partnership.queries import invitation_behind
from heed.partnership.refusals import Refused

KEPT = "invitation"


def keep(request, *, token: str, code: str) -> None:
    """Remember which invitation this browser has opened with its code."""
    request.session[KEPT] = {"token": token, "code": code}


def kept_invitation(request) -> Invitation | None:
    """The invitation that this browser has opened, if it may still be taken up."""
    kept = request.session.get(KEPT)
    invitation = invitation_behind(kept["token"]) if kept else None
    return invitation if invitation and invitation.is_open(request.at) else None


def take_up(request, *, password: str | None = None, by=None):
    """Accept the invitation that this browser has opened; returns the person."""
    person = accept_invitation(
        kept_invitation(request),
        code=request.session[KEPT]["code"],
        password=password,
        by=by,
        at=request.at,
    )
    del request.session[KEPT]
    return person


def sign_in_new(request, person):
    """Sign in somebody who has just chosen a password; the second factor comes next."""
    record_authentication(request, person, "password", reauthenticated=True)
    return perform_login(request, person, redirect_url=reverse("mfa_index"))


def accept_by_provider(request, sociallogin) -> None:
    """Make a person of somebody whom an identity provider vouches for, if this browser
    has opened an invitation; the provider's own identifier is what links them.
    """
    if not kept_invitation(request):
        return
    try:
        person = take_up(request)
    except Refused:
        raise ImmediateHttpResponse(redirect("invitation_join")) from None
    sociallogin.connect(request, person)
    # She has just told the code that was read out to her.
    record_authentication(request, person, "invitation")
